/** Lead-ins and headings whose lists name products: "Databases: …", "Technology stack". */
const category =
	/\b(languages?|runtimes?|frameworks?|databases?|data ?stores?|cach(e|es|ing)|queues?|brokers?|messaging|cloud|platforms?|gateways?|orms?|odms?|authentication|identity providers?|observability|monitoring|tooling|tools?|librar(y|ies)|graphql|search engines?|technolog(y|ies)|tech stack|stack)\b/i;

/**
 * Returns the names in "Databases: PostgreSQL, MongoDB and Redis"; undefined for any other text.
 *
 * Three things must come together: a lead-in before a colon, a lead-in or heading that is a kind of
 * technology, and at least two items that all look like names.
 */
export function extractTechnologies(text: string, headings: string[]): string[] | undefined {
	const [, lead, list] = /^([^:]{2,60}):\s+(.+)$/.exec(text) ?? [];
	if (lead === undefined || list === undefined) return undefined;
	if (![lead, ...headings].some((context) => category.test(context))) return undefined;
	const names = list
		.replace(/\.$/, '')
		.split(/,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+/)
		.map((name) => name.trim());
	return names.length >= 2 && names.every(isName) ? names : undefined;
}

/** At most four words, the first with a capital or a digit: "New Relic", "Passport.js", "OAuth providers". */
function isName(text: string): boolean {
	return /^[\p{Lu}\p{N}]\S*(\s+\S+){0,3}$/u.test(text) && !/[.:;]\s/.test(text);
}
