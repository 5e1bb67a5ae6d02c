import { type Finding, makeFinding } from '../findings.ts';
import { type Kind, kinds, type Place } from '../model.ts';
import type { Override } from './draft.ts';

/**
 * Returns what a comment decides, with findings for unknown names; undefined for a comment that is
 * not an override.
 */
export function parseOverride(
	html: string,
	topics: ReadonlySet<string>,
	place: Place,
): { override: Override; findings: Finding[] } | undefined {
	const inner = html.trim().slice('<!--'.length, -'-->'.length).trim();
	if (!/^(topic|kind)\s*:/.test(inner)) return undefined;

	const override: Override = {};
	const findings: Finding[] = [];
	for (const pair of inner.split(';')) {
		const [field = '', value = ''] = pair.split(':').map((part) => part.trim());
		if (field === 'topic' && topics.has(value)) override.topic = value;
		else if (field === 'kind' && isKind(value)) override.kind = value;
		else findings.push(explainUnknown(field, value, topics, place));
	}
	return { override, findings };
}

function isKind(value: string): value is Kind {
	return kinds.some((kind) => kind === value);
}

function explainUnknown(
	field: string,
	value: string,
	topics: ReadonlySet<string>,
	place: Place,
): Finding {
	const names = field === 'topic' ? [...topics] : field === 'kind' ? kinds : ['topic', 'kind'];
	const expected = `one of ${names.join(', ')}`;
	return makeFinding('override-unknown', place, { field: field || 'field', value, expected });
}
