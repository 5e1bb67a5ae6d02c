import { getLevelName } from '../../rules/model.ts';
import { getCitedUrl, getRulePath } from '../../review/citation.ts';
import { getSections, type Row } from '../../review/rows.ts';
import {
	answerNames,
	answers,
	type Catalog,
	lacksReason,
	type Review,
} from '../../review/model.ts';
import { getProgress } from '../../review/progress.ts';
import { getSiteUrl } from '../base.ts';
import { make } from './dom.ts';

/** Columns of the table of numbers. */
const columns = [
	...answers.filter((answer) => answer !== 'open').map((key) => [key, answerNames[key]] as const),
	['open', answerNames.open],
	['total', 'All'],
] as const;

/** Returns the numbers of a review by level and topic. */
export function makeNumbers(review: Review, catalog: Catalog): HTMLTableElement {
	const { all, byLevel, byTopic } = getProgress(review, catalog);
	const rows = [...byLevel, ...byTopic, { name: 'All', counts: all }];
	return make(
		'table',
		{},
		make(
			'thead',
			{},
			make(
				'tr',
				{},
				make('th', { scope: 'col' }, 'Level or topic'),
				...columns.map(([, title]) => make('th', { scope: 'col' }, title)),
			),
		),
		make(
			'tbody',
			{},
			...rows.map(({ name, counts }) =>
				make(
					'tr',
					{},
					make('th', { scope: 'row' }, name),
					...columns.map(([key]) => make('td', {}, String(counts[key]))),
				),
			),
		),
	);
}

/** Returns what is printed of a review: what blocks first, every rule with its address, the numbers. */
export function makeReport(review: Review, catalog: Catalog): Node[] {
	const { all } = getProgress(review, catalog);
	return [
		make('h1', {}, review.name),
		make(
			'p',
			{},
			`Begun on ${review.created}. ${all.total - all.open} of ${all.total} rules answered.`,
		),
		...getSections(review, catalog).flatMap(({ title, rows }) => [
			make('h2', {}, `${title} (${rows.length})`),
			make('ol', {}, ...rows.map(makeEntry)),
		]),
		make('h2', {}, 'Numbers'),
		makeNumbers(review, catalog),
	];
}

function makeEntry({ code, item, rule, statement, isChanged }: Row): HTMLElement {
	const texts: [string, string][] = [
		['Reason', lacksReason(item) ? 'none given' : item.reason],
		['Evidence', item.evidence],
		['Note', item.note],
	];
	return make(
		'li',
		{},
		make('p', { class: 'mark' }, make('strong', {}, code), rule ? `\n${getLevelName(rule)}` : ''),
		make(
			'div',
			{},
			make('p', {}, make('strong', {}, rule?.title ?? 'Not among the rules of this site')),
			make('p', {}, statement),
			isChanged ? make('p', { class: 'said' }, 'The rule has changed since.') : '',
			...texts
				.filter(([, text]) => text !== '')
				.map(([name, text]) => make('p', { class: 'said' }, make('em', {}, `${name}: `), text)),
			make(
				'p',
				{ class: 'cite-url' },
				getCitedUrl(getSiteUrl(), rule?.url ?? getRulePath(code), item.revision),
			),
		),
	);
}
