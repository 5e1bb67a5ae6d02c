import { type Finding, makeFinding } from '../ingest/findings.ts';
import type { Place } from '../ingest/model.ts';
import { suggest } from '../ingest/suggest.ts';
import { codePattern, isActive, type ReferenceKey, type Rule } from './model.ts';
import { resolveReference, type Standards } from './standards.ts';
import { explainStatement } from './statement.ts';

/** A rule with the line of each field, for findings. */
export interface PlacedRule {
	rule: Rule;
	/** Line of a front matter field, or of a value in it; 1 where the field is not written. */
	lineOf: (field: string, value?: string) => number;
	/** The file's text with its front matter as blank lines. */
	body: string;
}

export interface CheckContext {
	/** Code prefix by slug of topic. */
	prefixes: ReadonlyMap<string, string>;
	technologies: ReadonlySet<string>;
	standards: Standards;
}

/** Returns what is wrong with the rules, each by itself and all together. */
export function checkRules(placed: PlacedRule[], context: CheckContext): Finding[] {
	const rules = new Map(placed.map(({ rule }) => [rule.id, rule]));
	return [...placed.flatMap((each) => checkRule(each, rules, context)), ...checkDuplicates(placed)];
}

function checkRule(
	{ rule, lineOf, body }: PlacedRule,
	rules: ReadonlyMap<string, Rule>,
	context: CheckContext,
): Finding[] {
	const at = (field: string, value?: string): Place => ({
		file: rule.file,
		line: lineOf(field, value),
		column: 1,
	});
	const findings = [
		...checkCode(rule, at('id'), context),
		...checkStatement(rule, at('statement')),
	];
	for (const code of rule.related) {
		findings.push(...checkCodeLink(code, at('related', code), rules));
	}
	for (const code of rule.withdrawn?.successors ?? []) {
		findings.push(...checkCodeLink(code, at('withdrawn', code), rules));
	}
	if (rule.related.includes(rule.id)) {
		const args = { field: 'related', found: `“${rule.id}” itself`, expected: 'other rules' };
		findings.push(makeFinding('content-invalid', at('related', rule.id), args));
	}
	findings.push(
		...checkReferences(rule.references, (id) => at('references', id), context.standards),
		...checkTechnologies(
			rule.technologies,
			(name) => at('technologies', name),
			context.technologies,
		),
		...findCodeLinks(body, rule.file).flatMap(({ code, place }) =>
			checkCodeLink(code, place, rules),
		),
	);
	for (const [field, text] of Object.entries(getSentences(rule))) {
		const links = findCodeLinks(text, rule.file);
		findings.push(...links.flatMap(({ code }) => checkCodeLink(code, at(field, code), rules)));
	}
	return findings;
}

/** Returns findings for references that are not in their lists, or are obsolete; `at` places an id. */
export function checkReferences(
	references: ReferenceKey[],
	at: (id: string) => Place,
	standards: Standards,
): Finding[] {
	return references.flatMap((key) => {
		const result = resolveReference(key, standards);
		if (!('expected' in result)) return [];
		const known = standards[key.standard];
		const hint = known.has(key.id) ? '' : suggest(key.id, [...known.keys()]);
		const args = { reference: `${key.standard} ${key.id}`, expected: result.expected, hint };
		return [makeFinding('reference-unknown', at(key.id), args)];
	});
}

/** Returns findings for technologies that have no entry; `at` places a name. */
export function checkTechnologies(
	technologies: string[],
	at: (name: string) => Place,
	known: ReadonlySet<string>,
): Finding[] {
	return technologies
		.filter((technology) => !known.has(technology))
		.map((technology) =>
			makeFinding('technology-unknown', at(technology), {
				technology,
				hint: suggest(technology, [...known]),
			}),
		);
}

/** The front matter's sentences that pages show as Markdown, by field. */
function getSentences({ disagreement, withdrawn, change }: Rule): Record<string, string> {
	return {
		disagreement: [disagreement?.note, disagreement?.question].join('\n'),
		withdrawn: withdrawn?.reason ?? '',
		change: change?.note ?? '',
	};
}

function checkCode(rule: Rule, place: Place, { prefixes }: CheckContext): Finding[] {
	const prefix = prefixes.get(rule.topic);
	if (prefix === undefined) {
		const hint = suggest(rule.topic, [...prefixes.keys()]);
		return [makeFinding('topic-unknown', place, { topic: rule.topic, hint })];
	}
	if (rule.id.startsWith(`${prefix}-`)) return [];
	return [makeFinding('rule-code', place, { code: rule.id, topic: rule.topic, prefix })];
}

function checkStatement(rule: Rule, place: Place): Finding[] {
	const wrong = explainStatement(rule.statement, rule.level, rule.kind);
	return wrong ? [makeFinding('rule-statement', place, wrong)] : [];
}

function checkDuplicates(placed: PlacedRule[]): Finding[] {
	return [...Map.groupBy(placed, ({ rule }) => rule.id).values()].flatMap(([first, ...others]) =>
		others.map(({ rule, lineOf }) =>
			makeFinding(
				'rule-duplicate',
				{ file: rule.file, line: lineOf('id'), column: 1 },
				{ code: rule.id, other: first?.rule.file ?? '' },
			),
		),
	);
}

/** Returns findings for statements that rules name and that no document has. */
export function checkTies(
	placed: PlacedRule[],
	documents: { id: string; statements: { anchor: string }[] }[],
): Finding[] {
	const addresses = new Set(
		documents.flatMap(({ id, statements }) => statements.map(({ anchor }) => `${id}#${anchor}`)),
	);
	return placed.flatMap(({ rule, lineOf }) =>
		[...rule.ties.add, ...rule.ties.drop]
			.filter((statement) => !addresses.has(statement))
			.map((statement) =>
				makeFinding(
					'tie-unknown',
					{ file: rule.file, line: lineOf('ties', statement), column: 1 },
					{ statement, hint: suggest(statement, [...addresses]) },
				),
			),
	);
}

/** Returns a finding for a link to a code that no rule has, or that was withdrawn. */
export function checkCodeLink(
	code: string,
	place: Place,
	rules: ReadonlyMap<string, Rule>,
): Finding[] {
	const rule = rules.get(code);
	if (!rule) {
		return [makeFinding('rule-unknown', place, { code, hint: suggest(code, [...rules.keys()]) })];
	}
	if (isActive(rule)) return [];
	const successors = rule.withdrawn?.successors.join(', ');
	const args = { code, instead: successors ? ` (in its place: ${successors})` : '' };
	return [makeFinding('rule-withdrawn', place, args)];
}

const codeLink = new RegExp(`(?<![\\w\`\\]!\\\\])\\[(${codePattern.source})\\](?![[(:])`, 'g');

/** Returns the links to rules in a Markdown text, written as `[SEC-014]`; none in code. */
export function findCodeLinks(text: string, file: string): { code: string; place: Place }[] {
	const links: { code: string; place: Place }[] = [];
	let fence: string | undefined;
	for (const [i, line] of text.split('\n').entries()) {
		const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
		if (mark && fence === undefined) fence = mark;
		else if (mark?.startsWith(fence ?? '')) fence = undefined;
		if (fence !== undefined) continue;
		const spans = line.replace(/(`+)(?!`)[^`]*\1/g, (code) => ' '.repeat(code.length));
		for (const match of spans.matchAll(codeLink)) {
			links.push({
				code: match[1] ?? '',
				place: { file, line: i + 1, column: match.index + 1 },
			});
		}
	}
	return links;
}
