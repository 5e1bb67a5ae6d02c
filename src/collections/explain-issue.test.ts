import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'astro/zod';
import { explainIssue } from './explain-issue.ts';

const schema = z.strictObject({
	title: z.string().max(5),
	level: z.enum(['MUST', 'SHOULD']),
	aliases: z.array(z.string()).min(2),
	prefix: z.string().regex(/^[A-Z]+$/, 'two to five capitals'),
});
const right = { title: 'A', level: 'MUST', aliases: ['a', 'b'], prefix: 'API' };

const cases: { name: string; data: object; says: string }[] = [
	{ name: 'missing', data: { title: undefined }, says: 'nothing in title, expected text' },
	{
		name: 'too long',
		data: { title: 'ABCDEF' },
		says: '“ABCDEF” in title, expected at most 5 characters',
	},
	{
		name: 'not in a list',
		data: { level: 'must' },
		says: '“must” in level, expected one of MUST, SHOULD',
	},
	{
		name: 'too short a list',
		data: { aliases: ['a'] },
		says: '1 item in aliases, expected at least 2 items',
	},
	{ name: 'no list', data: { aliases: 'a' }, says: '“a” in aliases, expected a list' },
	{
		name: 'an item of another type',
		data: { aliases: ['a', 7] },
		says: '“7” in aliases.1, expected text',
	},
	{
		name: 'explained by the schema',
		data: { prefix: 'Api' },
		says: '“Api” in prefix, expected two to five capitals',
	},
	{
		name: 'unknown',
		data: { colour: 1 },
		says: 'key colour in (front matter), expected only the fields of the schema',
	},
	{
		name: 'long',
		data: { level: 'x'.repeat(90) },
		says: `“${'x'.repeat(60)}…” in level, expected one of MUST, SHOULD`,
	},
];

for (const { name, data, says } of cases) {
	test(`a field that is ${name} is explained in an author's words`, () => {
		const given = { ...right, ...data };
		const [issue] = schema.safeParse(given).error?.issues ?? [];
		assert.ok(issue);
		const { field, found, expected } = explainIssue(issue, given);
		assert.equal(`${found} in ${field}, expected ${expected}`, says);
	});
}
