import assert from 'node:assert/strict';
import test from 'node:test';
import { findStatement, ingestText } from '../testing.ts';

const longList =
	'- Rate limit public endpoints\n- Index what is read often\n- Never log a secret\n';

test('an anchor stays when text around it changes, and when items move', () => {
	const before = ingestText(`# One\n\n${longList}`);
	const after = ingestText(
		'# Renamed\n\nA new paragraph.\n\n- Never log a secret\n- New\n- Rate limit public endpoints\n',
	);
	for (const words of ['Rate limit', 'Never log']) {
		assert.equal(findStatement(after, words).anchor, findStatement(before, words).anchor);
	}
});

test('two statements of the same words have different anchors, which stay when their sections move', () => {
	const first = '## Alpha\n\n- Test failure scenarios\n\n';
	const second = '## Beta\n\n- Test failure scenarios\n\n';
	const anchorsOf = (text: string): Map<string, string> =>
		new Map(ingestText(text).statements.map(({ path, anchor }) => [path[0] ?? '', anchor]));
	const before = anchorsOf(first + second);
	assert.equal(new Set(before.values()).size, 2);
	assert.deepEqual(anchorsOf(second + first), new Map([...before].reverse()));
});

test('text that looks like an anchor of ours takes none away', () => {
	const real = ingestText(longList).statements[0]?.anchor ?? '';
	const document = ingestText(`## ${real}\n\n${longList}`);
	assert.equal(document.statements[0]?.anchor, real);
	assert.notEqual(document.headings[0]?.anchor, real);
});
