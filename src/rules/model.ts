/** Normative words in the sense of RFC 2119 and RFC 8174, strongest first. */
export const levels = ['MUST', 'SHOULD', 'MAY'] as const;

export type Level = (typeof levels)[number];

export const ruleKinds = ['do', 'avoid'] as const;

export type RuleKind = (typeof ruleKinds)[number];

/** The worst that breaking a rule costs in production, worst first. */
export const damages = {
	breach: 'Someone reads, changes, or controls what is not theirs',
	loss: 'Data is lost, wrong, or done twice',
	outage: 'Callers get errors, or the service stops',
	slowdown: 'It works, but slowly or at too high a cost',
	rework: 'People lose time',
} as const;

export type Damage = keyof typeof damages;

/** What a change touches when a rule has to be asked in its review. */
export const tags = {
	endpoint: 'API endpoint',
	schema: 'Schema or migration',
	queries: 'Database queries',
	cache: 'Cache',
	login: 'Login, sessions, tokens',
	permissions: 'Permissions',
	tenants: 'Several tenants',
	'sensitive-data': 'Sensitive data',
	events: 'Events and queues',
	jobs: 'Background jobs',
	webhooks: 'Webhooks',
	integration: 'Calls to other systems',
	realtime: 'Real-time updates',
	services: 'Services and modules',
	production: 'Running in production',
	performance: 'Performance',
	proposal: 'Proposal or decision',
} as const;

export type Tag = keyof typeof tags;

/** What a new revision did to a rule. Closed list: the ledger, the feed and the guide use these names. */
export const changeClasses = [
	'wording',
	'example',
	'stricter',
	'looser',
	'new meaning',
	'level',
	'withdrawn',
] as const;

export type ChangeClass = (typeof changeClasses)[number];

/** A change of a rule: its class, and in a sentence what is different for the reader. */
export interface Change {
	class: ChangeClass;
	note: string;
}

export const standardNames = [
	'asvs',
	'owasp-api',
	'owasp-top10',
	'cwe',
	'rfc',
	'spec',
	'docs',
] as const;

export type StandardName = (typeof standardNames)[number];

/** A reference as its author writes it; title and URL come from the lists of `content/standards`. */
export interface ReferenceKey {
	standard: StandardName;
	id: string;
}

/** A reference that was found in its list. */
export interface Reference extends ReferenceKey {
	title: string;
	url: string;
}

/** The parts of a rule's body, in their order. Only a rule with a choice has a trade-off. */
export const partTitles = {
	why: 'Why',
	applies: 'Applies',
	exceptions: 'Does not apply',
	question: 'Ask in the review',
	evidence: 'Evidence',
	how: 'How',
	example: 'Example',
	tradeOff: 'Trade-off',
} as const;

export type PartName = keyof typeof partTitles;

/** Why a rule no longer holds, since when, and what stands in its place. */
export interface Withdrawal {
	date: string;
	reason: string;
	/** Codes of the rules that stand in its place. */
	successors: string[];
}

/** Where the sources differ, and the question whose answer decides. */
export interface Disagreement {
	note: string;
	question: string;
}

/** Ties that a person decided, as `document#anchor`. */
export interface TieOverrides {
	add: string[];
	drop: string[];
}

/** A rule's front matter. */
export interface RuleData {
	/** Permanent code: prefix of the topic, hyphen, three digits. */
	id: string;
	title: string;
	/** One sentence with exactly one normative word. */
	statement: string;
	level: Level;
	kind: RuleKind;
	damage: Damage;
	/** One to four, the most specific first. */
	tags: Tag[];
	/** Other names. */
	aliases: string[];
	/** What readers say who have no name for it: what they see, want, or ask. */
	symptoms: string[];
	/** Phrases that tie statements of the sources; see `src/ingest/tie`. */
	terms: string[];
	references: ReferenceKey[];
	related: string[];
	technologies: string[];
	disagreement?: Disagreement | undefined;
	ties: TieOverrides;
	/** Raised by one with each change of the statement. */
	revision: number;
	/** What the latest revision changed; from the second revision on. */
	change?: Change | undefined;
	/** Date of the last review, YYYY-MM-DD. */
	reviewed: string;
	withdrawn?: Withdrawal | undefined;
}

/** A rule as its file has it. */
export interface Rule extends RuleData {
	/** Slug of the topic: the folder that holds the file. */
	topic: string;
	/** Path from the project's root. */
	file: string;
	/** Markdown of each part, white space trimmed. A withdrawn rule may have none. */
	parts: Partial<Record<PartName, string>>;
}

/** Returns whether a rule is in force. */
export function isActive(rule: { withdrawn?: unknown }): boolean {
	return rule.withdrawn === undefined;
}

/** Returns the level as a reader says it: a rule that forbids is a MUST NOT. */
export function getLevelName({ level, kind }: Pick<RuleData, 'level' | 'kind'>): string {
	return kind === 'avoid' ? `${level} NOT` : level;
}

/** Any text in the form of a code; whether the code exists is another question. */
export const codePattern = /[A-Z]{2,5}-\d{3}/;
