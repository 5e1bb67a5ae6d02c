import { moveAddress, type SiteAddress } from './address.ts';

type Move = (text: string, site: SiteAddress) => string;

/** Keys whose text, or whose list of texts, is an address or says how one begins. */
const moves: Record<string, Move> = {
	url: moveAddress,
	// Articles name the articles beside them by address.
	related: moveAddress,
	// JSON Schema: "^/rules/[a-z]{2,5}-[0-9]{3}/$".
	pattern: movePattern,
	// Web application manifest.
	start_url: moveAddress,
	scope: moveAddress,
	src: moveAddress,
	// Speculation rules.
	href_matches: moveAddress,
};

/**
 * Returns JSON with its addresses under the base. Only known keys are looked at: any other text may be prose
 * that begins with a slash. Keeps the indentation.
 */
export function moveJson(json: string, site: SiteAddress): string {
	const [, indent = ''] = /^[[{]\n([ \t]+)/.exec(json) ?? [];
	const [end = ''] = /\s*$/.exec(json) ?? [];
	return JSON.stringify(moveValue(JSON.parse(json), '', site), null, indent) + end;
}

function moveValue(value: unknown, key: string, site: SiteAddress): unknown {
	if (typeof value === 'string')
		return Object.hasOwn(moves, key) ? moves[key]?.(value, site) : value;
	if (Array.isArray(value)) return value.map((each) => moveValue(each, key, site));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value);
	return Object.fromEntries(entries.map(([name, each]) => [name, moveValue(each, name, site)]));
}

function movePattern(pattern: string, { base }: SiteAddress): string {
	if (!pattern.startsWith('^/')) return pattern;
	return `^${base.replaceAll('.', '\\.')}${pattern.slice(1)}`;
}

/** Returns every text of JSON that counts from the root, under whatever key. */
export function findInJson(json: string): { key: string; address: string }[] {
	const found: { key: string; address: string }[] = [];
	collect(JSON.parse(json), '', found);
	return found;
}

function collect(value: unknown, key: string, found: { key: string; address: string }[]): void {
	if (typeof value === 'string' && value.startsWith('/')) found.push({ key, address: value });
	if (typeof value !== 'object' || value === null) return;
	for (const [name, each] of Object.entries(value)) {
		collect(each, Array.isArray(value) ? key : name, found);
	}
}
