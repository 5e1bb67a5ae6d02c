import type { Comparison } from '../../review/compare.ts';
import type { Review } from '../../review/model.ts';
import { make, makeButton } from './dom.ts';

/** Lists what became of a review's rules since they were answered; nothing where nothing did. */
export function showNews(place: HTMLElement, review: Review, found: Comparison): void {
	const parts: Node[] = [];
	if (found.added.length > 0) {
		parts.push(
			makeList(
				'New in its selection',
				found.added.map(({ id, title }) => `${id} ${title}`),
			),
			make(
				'p',
				{ class: 'actions' },
				makeButton('add new', 'Add them'),
				makeButton('leave out', 'Leave them out'),
			),
		);
	}
	if (found.changed.length > 0) {
		parts.push(
			makeList(
				'Changed since they were answered: each shows both texts below',
				found.changed.map(({ rule }) => `${rule.id} ${rule.title}`),
			),
		);
	}
	if (found.withdrawn.length > 0) {
		parts.push(
			makeList(
				'Withdrawn: the answers are kept',
				found.withdrawn.map(({ id, title, withdrawn }) => {
					const { reason = '', successors = [] } = withdrawn ?? {};
					const instead = successors.length > 0 ? ` In its place: ${successors.join(', ')}.` : '';
					return `${id} ${title}. ${reason}${instead}`;
				}),
			),
		);
	}
	if (found.unknown.length > 0) {
		parts.push(makeList('Not among the rules of this site: the answers are kept', found.unknown));
	}
	if (found.ahead.length > 0) {
		parts.push(makeList('Answered in a revision newer than this site has', found.ahead));
	}
	if (parts.length > 0) {
		parts.unshift(make('p', {}, make('strong', {}, `Since release ${review.release}`)));
	}
	place.hidden = parts.length === 0;
	place.replaceChildren(...parts);
}

function makeList(title: string, items: string[]): HTMLElement {
	return make(
		'div',
		{},
		make('p', {}, `${title} (${items.length}):`),
		make('ul', {}, ...items.map((item) => make('li', {}, item))),
	);
}
