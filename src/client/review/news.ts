import type { Comparison } from '../../review/compare.ts';
import type { Review } from '../../review/model.ts';
import { make, makeButton } from './dom.ts';

interface Part {
	title: string;
	/** Whether it is over once the reader has seen it; the rest stays until it is settled. */
	isSeen: boolean;
	list: (found: Comparison) => string[];
	actions: [string, string][];
}

/** What can have become of a review's rules, in the order in which it is told. */
const parts: Part[] = [
	{
		title: 'New in its selection',
		isSeen: false,
		list: ({ added }) => added.map(({ id, title }) => `${id} ${title}`),
		actions: [
			['add new', 'Add them'],
			['leave out', 'Leave them out'],
		],
	},
	{
		title: 'Changed since they were answered; each shows both sentences below',
		isSeen: false,
		list: ({ changed }) => changed.map(({ rule }) => `${rule.id} ${rule.title}`),
		actions: [],
	},
	{
		title: 'Withdrawn; the answers are kept',
		isSeen: true,
		list: ({ withdrawn }) =>
			withdrawn.map(({ id, title, withdrawn: end }) => {
				const successors = end?.successors.join(', ') ?? '';
				return `${id} ${title}. ${end?.reason ?? ''}${successors && ` In its place: ${successors}.`}`;
			}),
		actions: [],
	},
	{
		title: 'Not among the rules of this site; the answers are kept',
		isSeen: true,
		list: ({ unknown }) => unknown,
		actions: [],
	},
	{
		title: 'Answered in a revision newer than this site has',
		isSeen: true,
		list: ({ ahead }) => ahead,
		actions: [],
	},
];

/** Tells what became of a review's rules since it was last held against a release; nothing for nothing. */
export function showNews(
	place: HTMLElement,
	review: Review,
	found: Comparison,
	release: string,
): void {
	const isCurrent = review.release === release;
	const told = parts
		.map((part) => ({ ...part, items: part.list(found) }))
		.filter(({ items, isSeen }) => items.length > 0 && !(isSeen && isCurrent));
	place.hidden = told.length === 0;
	const since = make('p', {}, make('strong', {}, `Since release ${review.release}`));
	const canBeSeen = told.some(({ isSeen }) => isSeen);
	const done = canBeSeen ? [makeActions([['seen', 'I have seen this']])] : [];
	place.replaceChildren(since, ...told.flatMap(makePart), ...done);
}

function makePart({ title, items, actions }: Part & { items: string[] }): Node[] {
	return [
		make('p', {}, `${title} (${items.length}):`),
		make('ul', {}, ...items.map((item) => make('li', {}, item))),
		...(actions.length > 0 ? [makeActions(actions)] : []),
	];
}

function makeActions(actions: [string, string][]): HTMLElement {
	return make('p', { class: 'actions' }, ...actions.map((action) => makeButton(...action)));
}
