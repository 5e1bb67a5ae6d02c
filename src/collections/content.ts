import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { checkArticles } from '../articles/check.ts';
import { type Article, articleKinds } from '../articles/model.ts';
import { compareFindings, type Finding, makeFinding } from '../ingest/findings.ts';
import type { IngestSettings } from '../ingest/index.ts';
import type { GlossaryTerm, SourceFile, TieRule, TopicVocabulary } from '../ingest/model.ts';
import { suggest } from '../ingest/suggest.ts';
import type { Ledger } from '../ledger/model.ts';
import { checkRecorded } from '../ledger/rules.ts';
import { checkCodeLink, checkRules, findCodeLinks } from '../rules/check.ts';
import { isActive, type Rule } from '../rules/model.ts';
import { checkPack } from '../rules/packs.ts';
import { readArticles } from './articles.ts';
import { readLedger } from './ledger.ts';
import { type Entry, readEntries } from './read-entries.ts';
import { readFolder } from './read-folder.ts';
import { type RuleContent, readRuleContent } from './rules.ts';
import { type Term, termSchema, type Topic, topicSchema } from './schemas.ts';

/** What the project's people wrote for sorting, tying and linking. */
export interface Terminology extends Omit<RuleContent, 'findings'> {
	topics: Entry<Topic>[];
	terms: Entry<Term>[];
	/** In the order of kinds, then of names. */
	articles: Article[];
	/** What was wrong so far. */
	findings: Finding[];
}

/** Everything in `content/` that the ingest needs, as read from disk. */
export interface Content extends Terminology {
	files: SourceFile[];
	settings: IngestSettings;
	ledger: Ledger;
	/** Where the ledger lies. */
	ledgerPath: string;
	/** Whether these are the site's own documents, with the ledger of the site. */
	isOwn: boolean;
	/** The folder of documents as findings name it, with a `/` at the end. */
	sourcesName: string;
	/** Digest of all that a page of a document depends on, but for the document itself. */
	digest: string;
}

/** The project's root. */
export const root = resolve(import.meta.dirname, '../..');

/** The folder that holds `content/`: the project's, or the environment's CONTENT_ROOT. */
export const contentRoot = resolve(process.env.CONTENT_ROOT ?? root);

/** The ledger as findings name it. */
export const ledgerName = 'content/ledger.json';

/**
 * Reads content from disk. `sourcesDir` (by default the environment's SOURCES_DIR) takes the place of
 * `content/sources`; its ledger, if any, is `ledger.json` in that folder.
 */
export async function readContent(sourcesDir = process.env.SOURCES_DIR): Promise<Content> {
	const isOwn = !sourcesDir;
	const sources = isOwn ? join(contentRoot, 'content/sources') : resolve(sourcesDir);
	const siteLedgerPath = join(contentRoot, ledgerName);
	const ledgerPath = isOwn ? siteLedgerPath : join(sources, 'ledger.json');
	const [terminology, folder, siteLedger, sourcesLedger, code] = await Promise.all([
		readTerminology(),
		readFolder(sources),
		readLedger(siteLedgerPath, ledgerName),
		isOwn ? undefined : readLedger(ledgerPath, relative(root, ledgerPath)),
		readIngestCode(),
	]);
	const { topics, terms, rules, findings } = terminology;
	const vocabularies = topics.map(toVocabulary);
	const glossary = toGlossary(terms);
	const tieRules = rules
		.map(({ rule }) => rule)
		.filter(isActive)
		.map(toTieRule);
	const recorded =
		siteLedger.findings.length > 0 ? [] : checkRecorded(rules, siteLedger.ledger, ledgerName);
	const { ledger } = sourcesLedger ?? siteLedger;
	return {
		...terminology,
		files: folder.files,
		settings: { topics: vocabularies, terms: glossary, rules: tieRules, ledger, isOwn },
		findings: [
			...findings,
			...recorded,
			...folder.findings,
			...siteLedger.findings,
			...(sourcesLedger?.findings ?? []),
		].sort(compareFindings),
		ledger: siteLedger.ledger,
		ledgerPath,
		isOwn,
		sourcesName: isOwn ? 'content/sources/' : `${sourcesDir.replace(/\/+$/, '')}/`,
		digest: hash([code, JSON.stringify([vocabularies, glossary, tieRules])]),
	};
}

let reading: Promise<Terminology> | undefined;

/**
 * Reads topics, in their order, glossary terms, articles, and rules with what they are checked against.
 * Astro starts all loaders at once: who asks in the same turn shares one reading, and nobody gets what was
 * read before a change.
 */
export function readTerminology(): Promise<Terminology> {
	if (reading === undefined) {
		reading = readParts();
		setImmediate(() => {
			reading = undefined;
		});
	}
	return reading;
}

async function readParts(): Promise<Terminology> {
	const [topics, terms, ruleContent, { articles, findings }] = await Promise.all([
		readEntries(contentRoot, 'content/topics', topicSchema),
		readEntries(contentRoot, 'content/glossary', termSchema),
		readRuleContent(contentRoot),
		readArticles(contentRoot),
	]);
	const sorted = topics.entries.sort((a, b) => a.data.order - b.data.order);
	const { rules, technologies, packs, standards } = ruleContent;
	const context = {
		prefixes: new Map(sorted.map(({ slug, data }) => [slug, data.prefix])),
		technologies: new Set(technologies.map(({ slug }) => slug)),
		standards,
	};
	const packContext = {
		rules: new Map(rules.map(({ rule }) => [rule.id, rule])),
		topics: sorted.map(({ slug }) => slug),
		technologies: [...context.technologies],
	};
	return {
		...ruleContent,
		topics: sorted,
		terms: terms.entries,
		articles,
		findings: [
			...topics.findings,
			...terms.findings,
			...ruleContent.findings,
			...findings,
			...checkReferences(sorted, terms.entries),
			...checkRules(rules, context),
			...packs.flatMap((pack) => checkPack(pack, packContext)),
			...checkArticles(articles, { ...packContext, ...context }),
			...(await checkOwnText(rules.map(({ rule }) => rule))),
		],
	};
}

/** Folders of the site's own Markdown, apart from the rules. */
export const ownFolders = [
	'content/topics',
	'content/glossary',
	'content/guide',
	'content/packs',
	'content/technologies',
	...Object.values(articleKinds).map(({ folder }) => `content/${folder}`),
];

/** Links to rules in the site's own Markdown must lead to rules in force. */
async function checkOwnText(rules: Rule[]): Promise<Finding[]> {
	const byCode = new Map(rules.map((rule) => [rule.id, rule]));
	const findings: Finding[] = [];
	for (const folder of [...ownFolders, 'content/sources']) {
		const names = await readdir(join(contentRoot, folder), { recursive: true });
		for (const name of names.filter((each) => each.endsWith('.md')).sort()) {
			const file = `${folder}/${name.replaceAll('\\', '/')}`;
			const text = await readFile(join(contentRoot, file), 'utf8');
			for (const { code, place } of findCodeLinks(text, file)) {
				findings.push(...checkCodeLink(code, place, byCode));
			}
		}
	}
	return findings;
}

function toTieRule({ id, title, topic, aliases, terms, ties }: Rule): TieRule {
	return { code: id, title, topic, aliases, terms, ...ties };
}

/** Returns the terms as running text links them. */
export function toGlossary(terms: Entry<Term>[]): GlossaryTerm[] {
	return terms.map(({ slug, data: { term, abbreviation, aliases } }) => ({
		slug,
		names: [term, ...(abbreviation ? [abbreviation] : []), ...aliases],
	}));
}

/** Digest of what a file's documents depend on: its bytes, the ledger's part, and `content.digest`. */
export function digestFile(file: SourceFile, content: Content, ids: string[]): string {
	const recorded = ids.map((id) => content.settings.ledger.statements[id] ?? null);
	return hash([content.digest, file.path, Buffer.from(file.bytes), JSON.stringify(recorded)]);
}

function hash(parts: (string | Buffer)[]): string {
	const sum = createHash('sha256');
	for (const part of parts) sum.update(part).update('\0');
	return sum.digest('base64url').slice(0, 22);
}

/** The code of the ingest is part of the digest: a change to it makes every kept result stale. */
async function readIngestCode(): Promise<string> {
	const folder = join(root, 'src/ingest');
	const names = (await readdir(folder, { recursive: true })).filter(
		(name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
	);
	const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
	return texts.join('\0');
}

function toVocabulary({ slug, data }: Entry<Topic>): TopicVocabulary {
	const { title, prefix, headings, vocabulary } = data;
	return { slug, title, prefix, headings, vocabulary };
}

/** Topics and terms that others name must exist; a name of a term leads to one term. */
function checkReferences(topics: Entry<Topic>[], terms: Entry<Term>[]): Finding[] {
	const topicSlugs = topics.map((topic) => topic.slug);
	const termSlugs = terms.map((term) => term.slug);
	const findings: Finding[] = [];
	const at = (entry: { file: string }): { file: string; line: number; column: number } => ({
		file: entry.file,
		line: 1,
		column: 1,
	});
	for (const topic of topics) {
		for (const neighbor of topic.data.neighbors) {
			if (topicSlugs.includes(neighbor)) continue;
			const hint = suggest(neighbor, topicSlugs);
			findings.push(makeFinding('topic-unknown', at(topic), { topic: neighbor, hint }));
		}
	}
	const owners = new Map<string, string>();
	for (const term of terms) {
		if (!topicSlugs.includes(term.data.topic)) {
			const hint = suggest(term.data.topic, topicSlugs);
			findings.push(makeFinding('topic-unknown', at(term), { topic: term.data.topic, hint }));
		}
		for (const slug of term.data.see) {
			if (termSlugs.includes(slug)) continue;
			const args = { field: 'see', found: `“${slug}”`, expected: 'the slug of a term' };
			findings.push(makeFinding('content-invalid', at(term), args));
		}
		for (const name of toGlossary([term])[0]?.names ?? []) {
			const other = owners.get(name.toLowerCase());
			if (other) findings.push(makeFinding('alias-ambiguous', at(term), { name, other }));
			owners.set(name.toLowerCase(), term.file);
		}
	}
	return findings;
}
