import fc from 'fast-check';
import type { Change } from './change.ts';
import {
	answers,
	type Catalog,
	type CatalogRule,
	cleanName,
	cleanText,
	type Item,
	type Review,
	textFields,
} from './model.ts';

/** For tests: a rule of the catalog, with what a test changes. */
export function makeCatalogRule(change: Partial<CatalogRule> = {}): CatalogRule {
	const id = change.id ?? 'SEC-001';
	return {
		id,
		title: `Title of ${id}`,
		statement: `Everything MUST be as ${id} says.`,
		level: 'MUST',
		kind: 'do',
		topic: 'security',
		damage: 'breach',
		tags: ['endpoint'],
		technologies: [],
		revision: 1,
		url: `/rules/${id.toLowerCase()}/`,
		question: 'Is it?',
		evidence: 'A test.',
		...change,
	};
}

const codes = ['API-001', 'API-002', 'SEC-001', 'SEC-014', 'DB-007', 'REL-003'];

export const catalog: Catalog = {
	version: 1,
	release: '1.0.0',
	topics: [
		{ slug: 'api', title: 'API design' },
		{ slug: 'security', title: 'Security' },
	],
	packs: [{ slug: 'all', title: 'All', select: [{ codes }], codes }],
	rules: codes.map((id, i) =>
		makeCatalogRule({
			id,
			topic: id.startsWith('API') ? 'api' : 'security',
			level: (['MUST', 'SHOULD', 'MAY'] as const)[i % 3] ?? 'MUST',
			damage: (['breach', 'loss', 'outage'] as const)[i % 3] ?? 'loss',
			revision: 1 + (i % 2),
		}),
	),
};

/** Names of copies that edit a review in tests. */
export const copies = ['ann', 'bob', 'cy'];

const text = fc
	.oneof(
		fc.string({ unit: 'binary', maxLength: 30 }),
		fc.string({
			unit: fc.constantFrom(...Array.from('\\`*_[]<>#-=+.)(!&@;|~ \n\t19ax')),
			maxLength: 30,
		}),
		fc.webUrl({ withFragments: true, withQueryParameters: true }),
	)
	.map((value) => cleanText(value));

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((value) => {
	return cleanName(value) || 'Review';
});

/** A code of the catalog, or one that it does not have. */
const code = fc.constantFrom(...codes, 'XYZ-123');

const item: fc.Arbitrary<Item> = fc.record({
	revision: fc.integer({ min: 1, max: 3 }),
	answer: fc.constantFrom(...answers),
	reason: text,
	evidence: text,
	note: text,
	edits: fc.dictionary(fc.constantFrom(...copies), fc.integer({ min: 1, max: 5 })),
});

/** Any review, with texts that try to break the formats. */
export const anyReview: fc.Arbitrary<Review> = fc
	.record({
		id: fc.stringMatching(/^[a-z0-9]{10}$/),
		name,
		created: fc.constant('2026-11-21'),
		release: fc.constantFrom('next', '0.1.0', '2.10.3'),
		scope: fc.constantFrom(
			[{ codes }],
			[{ topics: ['api'] }, { tags: ['endpoint' as const], levels: ['MUST' as const] }],
		),
		leftOut: fc.constantFrom([], ['API-009']),
		items: fc
			.dictionary(code, item, { minKeys: 1 })
			.map((items) =>
				Object.fromEntries(Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1))),
			),
	})
	// Objects of fast-check have no prototype; those of programs do.
	.map((review) => structuredClone(review));

/** Any change of a review. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
	fc.record({
		type: fc.constant('answer' as const),
		code,
		answer: fc.constantFrom(...answers),
	}),
	fc.record({
		type: fc.constant('write' as const),
		code,
		field: fc.constantFrom(...textFields),
		text,
	}),
	fc.record({
		type: fc.constant('confirm' as const),
		code,
		revision: fc.integer({ min: 1, max: 3 }),
	}),
	fc.record({
		type: fc.constant('add' as const),
		rules: fc.array(fc.record({ id: code, revision: fc.constant(1) }), { maxLength: 2 }),
	}),
	fc.record({ type: fc.constant('leave out' as const), codes: fc.array(code, { maxLength: 2 }) }),
	fc.record({ type: fc.constant('rename' as const), name }),
);
