import { type Finding, makeFinding } from '../findings.ts';
import { type Kind, kinds, type Place } from '../model.ts';
import type { Override, OverrideNames } from './draft.ts';

/**
 * Returns what a comment decides, with findings for unknown names; undefined for a comment that is
 * not an override.
 */
export function parseOverride(
	html: string,
	names: OverrideNames,
	place: Place,
): { override: Override; findings: Finding[] } | undefined {
	const inner = html.trim().slice('<!--'.length, -'-->'.length).trim();
	if (!/^(topic|kind|rules)\s*:/.test(inner)) return undefined;

	const override: Override = {};
	const findings: Finding[] = [];
	for (const pair of inner.split(';')) {
		const [field = '', value = ''] = pair.split(':').map((part) => part.trim());
		const codes = value === 'none' ? [] : value.split(/[\s,]+/);
		if (field === 'topic' && names.topics.has(value)) override.topic = value;
		else if (field === 'kind' && isKind(value)) override.kind = value;
		else if (field === 'rules' && codes.every((code) => names.rules.has(code))) {
			override.rules = codes;
		} else findings.push(explainUnknown(field, value, names, place));
	}
	return { override, findings };
}

/** What each field accepts, in words. */
const allowed: Record<string, (names: OverrideNames) => string> = {
	topic: ({ topics }) => `one of ${[...topics].join(', ')}`,
	kind: () => `one of ${kinds.join(', ')}`,
	rules: () => 'codes of rules, or none',
};

function isKind(value: string): value is Kind {
	return kinds.some((kind) => kind === value);
}

function explainUnknown(field: string, value: string, names: OverrideNames, place: Place): Finding {
	const expected = allowed[field]?.(names) ?? 'one of topic, kind, rules';
	return makeFinding('override-unknown', place, { field: field || 'field', value, expected });
}
