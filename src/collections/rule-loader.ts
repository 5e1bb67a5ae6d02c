import type { Loader } from 'astro/loaders';
import type { Ledger } from '../ledger/model.ts';
import { findCodeLinks } from '../rules/check.ts';
import { partTitles, type PartName, type Reference, type Rule } from '../rules/model.ts';
import { resolveReference, type StandardEntry, type Standards } from '../rules/standards.ts';
import { readContent } from './content.ts';
import { type Linkers, makeLinkers, renderText } from './entry-loader.ts';
import type { Technology } from './schemas.ts';

/** A rule with its parts as HTML and its references found in their lists. */
export interface RenderedRule extends Omit<Rule, 'references'> {
	html: Partial<Record<PartName, string>>;
	references: Reference[];
	/** Codes of the rules that its text links. */
	mentions: string[];
}

/**
 * Loads the rules. Terms and rules are linked in their text; errors in them are the document loader's
 * to report.
 */
export function ruleLoader(): Loader {
	return {
		name: 'plumbline-rules',
		load: async ({ store }) => {
			const { rules, standards, ...content } = await readContent();
			const linkers = makeLinkers({ rules, standards, ...content });
			store.clear();
			for (const { rule, body } of rules) {
				const data: RenderedRule = {
					...rule,
					html: renderParts(rule, linkers()),
					references: getReferences(rule, standards),
					mentions: [...new Set(findCodeLinks(body, rule.file).map(({ code }) => code))],
				};
				store.set({ id: rule.id, data: { ...data }, filePath: rule.file });
			}
		},
	};
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

function getReferences(rule: Rule, standards: Standards): Reference[] {
	return rule.references.flatMap((key) => {
		const reference = resolveReference(key, standards);
		return 'expected' in reference ? [] : [reference];
	});
}

/** What rules stand on, and what became of them. */
export interface Registry {
	/** By name of the standard, in the order of its list. */
	standards: Record<string, StandardEntry[]>;
	/** By slug. */
	technologies: Record<string, Technology & { text: string }>;
	ledger: Pick<Ledger, 'rules' | 'releases'>;
}

/** Loads what pages about rules need beside them, as one entry. */
export function registryLoader(): Loader {
	return {
		name: 'plumbline-registry',
		load: async ({ store }) => {
			const { standards, technologies, ledger } = await readContent();
			const registry: Registry = {
				standards: Object.fromEntries(
					Object.entries(standards).map(([name, entries]) => [name, [...entries.values()]]),
				),
				technologies: Object.fromEntries(
					technologies.map(({ slug, data, body }) => [slug, { ...data, text: body.trim() }]),
				),
				ledger: { rules: ledger.rules, releases: ledger.releases },
			};
			store.clear();
			store.set({ id: 'registry', data: { ...registry } });
		},
	};
}
