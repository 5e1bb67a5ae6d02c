import type { ReferenceKey } from '../rules/model.ts';

/** A part of an article's body: a second-level heading. */
export interface PartKind {
	title: string;
	/** Whether an article may lack it. */
	isOptional?: true;
}

/** What an article can be. */
export interface ArticleKindInfo {
	/** Folder in `content/`. */
	folder: string;
	/** First segment of its address. */
	path: string;
	/** As a reader says it, one and several. */
	name: string;
	plural: string;
	/** What the kind is for, in a sentence. */
	about: string;
	/** In their order. */
	parts: readonly PartKind[];
}

const part = (title: string): PartKind => ({ title });
const optionalPart = (title: string): PartKind => ({ title, isOptional: true });

/** Every kind of article, in the order in which lists show them. */
export const articleKinds = {
	decision: {
		folder: 'decisions',
		path: 'decisions',
		name: 'Decision guide',
		plural: 'Decision guides',
		about:
			'Choices that a design has to make: the question that decides, the options with what they cost, and what the sources say on each side. Each copies out as a decision record.',
		parts: ['Context', 'Compare', 'How to decide', 'After the choice'].map(part),
	},
	pattern: {
		folder: 'patterns',
		path: 'patterns',
		name: 'Pattern',
		plural: 'Patterns',
		about:
			'Solutions that have names: the problem, a diagram, how each works, how it fails, when to leave it, and numbers to begin with.',
		parts: ['Problem', 'Diagram', 'How it works', 'How it fails', 'When not', 'Numbers'].map(part),
	},
	design: {
		folder: 'designs',
		path: 'designs',
		name: 'Worked design',
		plural: 'Worked designs',
		about:
			'Whole designs, from the assumed load to the rollback: contracts, schemas that were run, diagrams, and the rules that shaped them.',
		parts: [
			'Executive summary',
			'Architecture overview',
			'Service definitions',
			'API contracts',
			'Data schema',
			'Technology stack rationale',
			'Key considerations',
		].map(part),
	},
	playbook: {
		folder: 'playbooks',
		path: 'playbooks',
		name: 'Playbook',
		plural: 'Playbooks',
		about: 'Procedures to follow step by step, with what a good and a bad result looks like.',
		parts: ['When to use it', 'Before you start', 'Steps', 'Done when', 'When it goes wrong'].map(
			part,
		),
	},
	template: {
		folder: 'templates',
		path: 'templates',
		name: 'Template',
		plural: 'Templates',
		about: 'Documents to copy and fill in, each with an example filled in for a worked design.',
		parts: ['When to use it', 'How to fill it in', 'Template', 'Filled example'].map(part),
	},
	technology: {
		folder: 'technology-guides',
		path: 'technologies',
		name: 'Technology guide',
		plural: 'Technology guides',
		about: 'How to use a technology: practices, configuration, pitfalls, and how to check each.',
		parts: [
			'What it is for',
			'Practices',
			'Configuration',
			'Limits',
			'Choose something else when',
		].map(part),
	},
	role: {
		folder: 'roles',
		path: 'roles',
		name: 'Role',
		plural: 'Roles',
		about:
			'The architects whom the source documents describe: what each asks for, how it works, and what it hands over. Each is an agent file, too.',
		parts: [
			...[
				'Mission',
				'When to engage',
				'Inputs',
				'Method',
				'Principles',
				'Output structure',
				'Boundaries',
				'Collaboration',
				'Success metrics',
			].map(part),
			optionalPart('Setting'),
		],
	},
} as const satisfies Record<string, ArticleKindInfo>;

export type ArticleKind = keyof typeof articleKinds;

/** Front matter that every article has. */
export interface ArticleData {
	title: string;
	/** Other names. */
	aliases: string[];
	/** What readers say who have no name for it. */
	symptoms: string[];
	/** One sentence. */
	summary: string;
	/** Slugs, the main one first. */
	topics: string[];
	/** Codes of the rules that it rests on or triggers, the most important first. */
	rules: string[];
	/** Slugs of technologies. */
	technologies: string[];
	references: ReferenceKey[];
	/** Addresses of other articles. */
	related: string[];
	/** Markdown: one line with one link that says what to read next. */
	next: string;
	/** Date of the last review, YYYY-MM-DD. */
	reviewed: string;
}

/** A way to decide. Gains, costs and reversal are sentences. */
export interface Option {
	name: string;
	/** When to choose it. */
	choose: string;
	gains: string[];
	costs: string[];
	/** How hard it is to change later. */
	reversal: string;
}

/** What source documents say on one side of a decision. */
export interface Position {
	/** Name of an option, or of a stand apart from them. */
	side: string;
	says: string;
	/** As `document#anchor`. */
	statements: string[];
}

/** What a decision guide has beside the fields of every article. */
export interface DecisionData {
	/** Its answer decides. */
	question: string;
	/** What to do without further information. */
	default: string;
	/** Forces. */
	drivers: string[];
	options: Option[];
	positions: Position[];
}

/** What the kinds of article have beside the fields of every article. */
export interface ExtraData {
	decision: DecisionData;
	pattern: object;
	/** `brief`: the task. */
	design: { brief: string };
	/** `outcome`: what exists at the end; `time`: how long it takes. */
	playbook: { outcome: string; time: string };
	/** `design`: slug of the design that the example was filled in for. */
	template: { design: string };
	/** `covers`: slugs of the technologies that it treats in depth. */
	technology: { covers: string[] };
	/** `document`: id of the source document, which the six in one has not; `description`: for agents. */
	role: { document?: string | undefined; description: string };
}

/** Kind and front matter, which belong together, with more fields that every kind has. */
export type OfKind<Fields, Kind extends ArticleKind = ArticleKind> = {
	[K in Kind]: { kind: K; data: ArticleData & ExtraData[K] } & Fields;
}[Kind];

/** What is left of an article's file when it was read. */
export interface ArticleParts {
	slug: string;
	/** Path from the project's root. */
	file: string;
	/** Markdown of the parts by title. */
	parts: Record<string, string>;
}

/** An article as its file has it. */
export type Article = OfKind<
	ArticleParts & {
		/** The body with the front matter as blank lines, so that positions are those of the file. */
		body: string;
		/** Line of a field of the front matter, or of a value in it; 1 where the field is not written. */
		lineOf: (field: string, value?: string) => number;
	}
>;

/** Returns the address of an article. */
export function urlOfArticle({ kind, slug }: { kind: ArticleKind; slug: string }): string {
	return `/${articleKinds[kind].path}/${slug}/`;
}
