import type { Loader } from 'astro/loaders';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../ingest/read/parse.ts';
import type { Ledger, RecordedRevision } from '../ledger/model.ts';
import { findCodeLinks, type PlacedRule } from '../rules/check.ts';
import {
	type Disagreement,
	partTitles,
	type PartName,
	type Reference,
	type ReferenceKey,
	type Rule,
} from '../rules/model.ts';
import { resolveReference, type StandardEntry, type Standards } from '../rules/standards.ts';
import { type PageSummary, summarizeSnippets } from '../snippets/summarize.ts';
import { contentRoot, readContent } from './content.ts';
import { contentLoader } from './content-loader.ts';
import { readSnippetPages } from './snippet-pages.ts';
import {
	type Linkers,
	makeLinkers,
	renderInline,
	renderText,
	withoutTerms,
} from './entry-loader.ts';
import type { Technology } from './schemas.ts';

/** A rule with its texts as HTML and its references found in their lists. */
export interface RenderedRule extends Omit<Rule, 'references'> {
	html: Partial<Record<PartName, string>>;
	/** The parts that a review asks, without markup. */
	question: string;
	evidence: string;
	/** Both sentences, to be shown within a line. */
	disagreementHtml: Disagreement | undefined;
	/** The reason, to be shown within a line. */
	withdrawnHtml: string | undefined;
	/** By number of the revision: the note on its change, to be shown within a line. */
	notesHtml: Record<number, string>;
	references: Reference[];
	/** Codes of the rules that its text links. */
	mentions: string[];
}

/** Loads the rules. Terms and rules are linked in their text. */
export function ruleLoader(): Loader {
	return contentLoader('rules', async () => {
		const content = await readContent();
		const linkers = makeLinkers(content);
		return content.rules.map((placed) => {
			const { id, file } = placed.rule;
			const revisions = content.ledger.rules[id]?.revisions ?? [];
			const data = renderRule(placed, revisions, content.standards, linkers());
			return { id, data, file };
		});
	});
}

/** Returns a rule as pages show it. `revisions`: what the ledger has of it. */
export function renderRule(
	{ rule, body }: Pick<PlacedRule, 'rule' | 'body'>,
	revisions: RecordedRevision[],
	standards: Standards,
	linkers: Linkers,
): RenderedRule {
	const { disagreement, withdrawn, file } = rule;
	const renderSentence = (text: string): string => renderInline(text, file, withoutTerms(linkers));
	return {
		...rule,
		html: renderParts(rule, linkers),
		question: toPlainText(rule.parts.question),
		evidence: toPlainText(rule.parts.evidence),
		disagreementHtml: disagreement && {
			note: renderSentence(disagreement.note),
			question: renderSentence(disagreement.question),
		},
		withdrawnHtml: withdrawn && renderSentence(withdrawn.reason),
		notesHtml: Object.fromEntries(
			revisions.flatMap(({ revision, change }) =>
				change ? [[revision, renderSentence(change.note)]] : [],
			),
		),
		references: resolveReferences(rule.references, standards),
		mentions: [...new Set(findCodeLinks(body, file).map(({ code }) => code))],
	};
}

/** Markdown as a line of text. */
function toPlainText(text = ''): string {
	const blocks = parseMarkdown(text).children.map((node) => toString(node));
	return blocks.join(' ').replace(/\s+/g, ' ').trim();
}

/** Parts in their order: a term is linked in the first one that mentions it. */
function renderParts(rule: Rule, linkers: Linkers): Partial<Record<PartName, string>> {
	const names = Object.keys(partTitles) as PartName[];
	return Object.fromEntries(
		names.flatMap((name) => {
			const text = rule.parts[name];
			return text === undefined ? [] : [[name, renderText(text, rule.file, linkers)]];
		}),
	);
}

/** Returns references with their titles and URLs; unknown ones are left out, they are findings. */
export function resolveReferences(keys: ReferenceKey[], standards: Standards): Reference[] {
	return keys.flatMap((key) => {
		const reference = resolveReference(key, standards);
		return 'expected' in reference ? [] : [reference];
	});
}

/** What rules stand on, and what became of them. */
export interface Registry {
	/** By name of the standard, in the order of its list. */
	standards: Record<string, StandardEntry[]>;
	/** By slug. */
	technologies: Record<string, Technology & { text: string; html: string }>;
	/** Groups of words that readers use for one another. */
	thesaurus: string[][];
	ledger: Pick<Ledger, 'rules' | 'releases'>;
	/** The code blocks of each file that has some. */
	snippets: PageSummary[];
}

/** Loads what pages about rules need beside them, as one entry. */
export function registryLoader(): Loader {
	return contentLoader('registry', async () => {
		const content = await readContent();
		const { standards, technologies, thesaurus, ledger } = content;
		const linkers = withoutTerms(makeLinkers(content)());
		const registry: Registry = {
			standards: Object.fromEntries(
				Object.entries(standards).map(([name, entries]) => [name, [...entries.values()]]),
			),
			technologies: Object.fromEntries(
				technologies.map(({ slug, file, data, body }) => {
					const html = renderInline(body, file, linkers);
					return [slug, { ...data, text: body.trim(), html }];
				}),
			),
			thesaurus,
			ledger: { rules: ledger.rules, releases: ledger.releases },
			snippets: summarizeSnippets(await readSnippetPages(contentRoot)),
		};
		return [{ id: 'registry', data: registry }];
	});
}
