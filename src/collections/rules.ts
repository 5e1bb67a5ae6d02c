import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../ingest/findings.ts';
import type { PlacedRule } from '../rules/check.ts';
import { isActive, type Rule, standardNames, type StandardName } from '../rules/model.ts';
import type { Pack } from '../rules/packs.ts';
import { readParts } from '../rules/parts.ts';
import { makeStandards, type Standards } from '../rules/standards.ts';
import { type Entry, readEntries } from './read-entries.ts';
import { readThesaurus } from './thesaurus.ts';
import { packSchema, ruleSchema, type Technology, technologySchema } from './schemas.ts';

/** Everything that rules are made of and checked against. */
export interface RuleContent {
	/** In the order of their codes. */
	rules: PlacedRule[];
	/** Codes of rules whose front matter is wrong. */
	unreadRules: string[];
	technologies: Entry<Technology>[];
	packs: Entry<Pack>[];
	standards: Standards;
	/** Groups of words that readers use for one another. */
	thesaurus: string[][];
	findings: Finding[];
}

/** Reads rules, technologies and the lists of standards. `content` is the folder that holds them. */
export async function readRuleContent(root: string): Promise<RuleContent> {
	const [rules, technologies, packs, standards, thesaurus] = await Promise.all([
		readRules(root),
		readEntries(root, 'content/technologies', technologySchema),
		readEntries(root, 'content/packs', packSchema),
		readStandards(root),
		readThesaurus(root),
	]);
	return {
		rules: rules.placed,
		unreadRules: rules.unread,
		technologies: technologies.entries,
		packs: packs.entries,
		standards,
		thesaurus: thesaurus.thesaurus,
		findings: [
			...rules.findings,
			...technologies.findings,
			...packs.findings,
			...thesaurus.findings,
		],
	};
}

async function readRules(
	root: string,
): Promise<{ placed: PlacedRule[]; findings: Finding[]; unread: string[] }> {
	const { entries, findings, unread } = await readEntries(root, 'content/rules', ruleSchema);
	const placed = entries.map(({ slug, file, data, body, lineOf }): PlacedRule => {
		const { parts, findings: found } = readParts(body, file, isActive(data));
		findings.push(...found);
		const rule: Rule = { ...data, topic: slug.split('/')[0] ?? '', file, parts };
		return { rule, lineOf, body };
	});
	return {
		placed: placed.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
		findings,
		unread: unread.flatMap((text) => /^id: *['"]?([A-Z]+-\d{3})\b/m.exec(text)?.[1] ?? []),
	};
}

async function readStandards(root: string): Promise<Standards> {
	const texts = await Promise.all(
		standardNames.map(async (name): Promise<[StandardName, string]> => {
			return [name, await readFile(join(root, 'content/standards', `${name}.tsv`), 'utf8')];
		}),
	);
	return makeStandards(Object.fromEntries(texts) as Record<StandardName, string>);
}
