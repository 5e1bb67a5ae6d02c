import assert from 'node:assert/strict';
import test from 'node:test';
import { readTerminology } from './content.ts';

test('the rules: counts by topic, and what each has', async (context) => {
	const { rules, topics, findings } = await readTerminology();
	assert.deepEqual(findings, []);
	const all = rules.map(({ rule }) => rule);
	const counts = topics.map(
		({ slug, data }) => `${data.prefix} ${all.filter(({ topic }) => topic === slug).length}`,
	);
	context.diagnostic(`${all.length} rules: ${counts.join(', ')}`);

	await context.test('there are 170 to 230, in every topic', () => {
		assert.ok(all.length >= 170 && all.length <= 230, String(all.length));
		assert.ok(
			counts.every((count) => !count.endsWith(' 0')),
			counts.join(', '),
		);
	});

	await context.test(
		'each anti-pattern of the sources has a rule of kind avoid, and each kind occurs',
		() => {
			assert.ok(all.filter(({ kind }) => kind === 'avoid').length >= 10);
			assert.deepEqual([...new Set(all.map(({ level }) => level))].sort(), [
				'MAY',
				'MUST',
				'SHOULD',
			]);
		},
	);

	await context.test('titles, sentences and aliases are nobody else’s', () => {
		for (const pick of ['title', 'statement'] as const) {
			assert.equal(new Set(all.map((rule) => rule[pick])).size, all.length, pick);
		}
	});

	await context.test('no part is long or empty talk', () => {
		for (const { id, parts } of all) {
			for (const [name, text] of Object.entries(parts)) {
				const words = text.split(/\s+/).length;
				assert.ok(words >= 2 && words <= 160, `${id} ${name}: ${words} words`);
			}
			assert.match(parts.question ?? '', /\?$/, id);
			assert.match(parts.example ?? '', /\*\*Fails:\*\*[\s\S]*\*\*Passes:\*\*/, id);
		}
	});
});
