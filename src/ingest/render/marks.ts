import type { ElementContent } from 'hast';
import type { Statement } from '../model.ts';
import { makeElement } from './element.ts';

/**
 * Returns what stands behind each statement on its page: the rules it supports and its topic, each
 * with the reason, and the link to the statement itself. Search leaves both out.
 */
export function makeMarks(
	statement: Statement,
	topic: { title: string; prefix: string } | undefined,
): ElementContent[] {
	const start = statement.text.split(/\s+/).slice(0, 5).join(' ');
	const topicMark =
		topic && statement.topic !== null
			? makeLink(
					topic.prefix,
					`/topics/${statement.topic}/`,
					'mark-topic',
					`${topic.title} (${statement.how})`,
				)
			: makeLink('unsorted', '/coverage/#unsorted', 'mark-topic unsorted', statement.how);
	const rules = statement.ties.map(({ rule, how }) =>
		makeLink(rule, `/rules/${rule.toLowerCase()}/`, 'mark-rule', `Supports ${rule} (${how})`),
	);
	const anchor = makeLink(
		'#',
		`#${statement.anchor}`,
		'mark-link',
		undefined,
		`Link to “${start}”`,
	);
	return [
		makeElement('span', [...rules, topicMark, anchor], {
			className: ['marks'],
			dataPagefindIgnore: '',
		}),
	];
}

function makeLink(
	text: string,
	href: string,
	className: string,
	title?: string,
	label?: string,
): ElementContent {
	return makeElement('a', [{ type: 'text', value: text }], {
		href,
		className: className.split(' '),
		...(title && { title }),
		...(label && { ariaLabel: label }),
	});
}
