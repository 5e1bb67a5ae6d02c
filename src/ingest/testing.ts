import { ingest, type IngestResult, noAnchors } from './index.ts';
import type {
	AnchorLedger,
	Document,
	GlossaryTerm,
	Statement,
	TieRule,
	TopicVocabulary,
} from './model.ts';

/** For tests: a small vocabulary, so that they do not change when the site's topics do. */
export const testTopics: TopicVocabulary[] = [
	{
		slug: 'api',
		title: 'API design',
		prefix: 'API',
		headings: ['api', 'endpoints'],
		vocabulary: [
			{ concept: 'Rate limiting', terms: ['rate limit', 'throttle'] },
			{ concept: 'Versioning', terms: ['versioning strategy'] },
		],
	},
	{
		slug: 'security',
		title: 'Application security',
		prefix: 'SEC',
		headings: ['security', 'security baseline'],
		vocabulary: [
			{ concept: 'Input validation', terms: ['validate input', 'input validation'] },
			{ concept: 'Secrets', terms: ['secret'] },
		],
	},
	{
		slug: 'database',
		title: 'Database operations',
		prefix: 'DB',
		headings: ['database', 'databases'],
		vocabulary: [{ concept: 'Indexes', terms: ['index', 'query plan'] }],
	},
];

export const testTerms: GlossaryTerm[] = [
	{ slug: 'rate-limiting', names: ['Rate limiting', 'rate limit'] },
	{ slug: 'rest', names: ['REST'] },
	{ slug: 'read-replica', names: ['Read replica'] },
	{ slug: 'versioning', names: ['Versioning'] },
];

export const testRules: TieRule[] = [
	{
		code: 'API-001',
		title: 'Rate-limit every endpoint',
		topic: 'api',
		aliases: ['too many requests'],
		terms: ['rate limit', 'throttle + endpoint'],
		add: [],
		drop: [],
	},
	{
		code: 'SEC-001',
		title: 'Validate every input',
		topic: 'security',
		aliases: ['bad input'],
		terms: ['validate input'],
		add: [],
		drop: [],
	},
];

/** Ingests texts by path with the small vocabulary. */
export function ingestTexts(
	texts: Record<string, string | Uint8Array>,
	settings: { isOwn?: boolean; ledger?: AnchorLedger } = {},
): IngestResult {
	const files = Object.entries(texts).map(([path, text]) => ({
		path,
		bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
	}));
	return ingest(files, {
		topics: testTopics,
		terms: testTerms,
		rules: testRules,
		ledger: settings.ledger ?? noAnchors,
		isOwn: settings.isOwn ?? false,
	});
}

/** Ingests one text; fails where it does not become exactly one document. */
export function ingestText(text: string, ledger?: AnchorLedger): Document {
	const { documents } = ingestTexts({ 'one.md': text }, ledger && { ledger });
	const [document] = documents;
	if (!document || documents.length > 1) throw new Error(`${documents.length} documents`);
	return document;
}

/** The statement whose text contains the words; fails where there is none. */
export function findStatement(document: Document, words: string): Statement {
	const statement = document.statements.find(({ text }) => text.includes(words));
	if (!statement) throw new Error(`no statement with “${words}”`);
	return statement;
}
