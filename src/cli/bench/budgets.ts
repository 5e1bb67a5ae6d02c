import { type Load } from './load-page.ts';
import { fileTypes, formatKb, type Tally, tallySent } from './tally.ts';

/** What `e2e/budgets.json` holds: limits for groups of page kinds, each kind in one group. */
export interface Budgets {
	groups: BudgetGroup[];
}

interface BudgetGroup {
	kinds: string[];
	limits: Limits;
	/** Why these limits and no others. */
	reason: string;
}

const limitNames = [...fileTypes, 'withoutFonts', 'total', 'requests'] as const;

type LimitName = (typeof limitNames)[number];

/** KB of 1,000 bytes, and a number of requests. What has no limit of its own counts in the total. */
export type Limits = Partial<Record<LimitName, number>>;

/** How the parts of a load are called in messages. */
const nouns: Record<LimitName, string> = {
	html: 'HTML',
	css: 'styles',
	js: 'scripts',
	font: 'fonts',
	other: 'other files',
	withoutFonts: 'everything but fonts',
	total: 'everything',
	requests: 'requests',
};

/** Returns the limits of a kind of page, or throws an error that says where to write them. */
export function getLimits({ groups }: Budgets, kind: string): Limits {
	const found = groups.filter(({ kinds }) => kinds.includes(kind));
	const [group] = found;
	if (group && found.length === 1) return group.limits;
	throw new Error(
		`Unexpected number of budgets for the page kind “${kind}”: ${found.length}, expected 1. List the kind in one group of e2e/budgets.json.`,
	);
}

/** Returns a sentence for each limit that is exceeded. */
export function findExcess(kind: string, tally: Tally, limits: Limits): string[] {
	return limitNames.flatMap((name) => {
		const limit = limits[name];
		if (limit === undefined) return [];
		if (name === 'requests') {
			if (tally.requests <= limit) return [];
			return [`${kind}: ${tally.requests} requests, budget ${limit}.`];
		}
		if (tally[name] <= limit * 1000) return [];
		return [`${kind}: ${formatKb(tally[name])} KB of ${nouns[name]}, budget ${limit}.`];
	});
}

/** Returns a sentence for each thing that would delay or move the first paint. */
export function findDelays(kind: string, { blocking, layoutShift, shifted }: Load): string[] {
	const delays: string[] = [];
	if (blocking.length !== 1 || !blocking[0]?.endsWith('.css')) {
		const found = blocking.join(', ') || 'nothing';
		delays.push(`${kind}: ${found} blocks rendering, expected exactly one stylesheet.`);
	}
	if (layoutShift > 0) {
		const moved = [...new Set(shifted)].join(', ');
		delays.push(`${kind}: the layout shifts by ${layoutShift.toFixed(4)}, expected 0: ${moved}.`);
	}
	return delays;
}

/** Returns everything about a load that is over budget. */
export function findFaults(kind: string, load: Load, budgets: Budgets): string[] {
	const excess = findExcess(kind, tallySent(load.sent), getLimits(budgets, kind));
	return [...excess, ...findDelays(kind, load)];
}
