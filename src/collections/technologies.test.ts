import assert from 'node:assert/strict';
import test from 'node:test';
import { ingest } from '../ingest/index.ts';
import { readContent } from './content.ts';

const content = await readContent('');
const { documents } = ingest(content.files, content.settings);

/** Words behind a name that stand for several products of its kind. */
const several = / (providers|tools|services)$/;

/** Returns the names that a statement lists: "Caching: Redis, Varnish". */
function splitNames(text: string): string[] {
	return text
		.replace(/^[^:]*: /, '')
		.split(', ')
		.map((name) => name.replace(several, ''));
}

test('every technology that the documents list is on the map, by its name or another one', (context) => {
	const known = new Set(
		content.technologies.flatMap(({ slug, data: { name, aliases } }) =>
			[slug, name, ...aliases].map((each) => each.toLowerCase()),
		),
	);
	const named = documents.flatMap(({ id, statements }) =>
		statements
			.filter(({ kind }) => kind === 'technology')
			.flatMap(({ text, line }) => splitNames(text).map((name) => ({ name, at: `${id}:${line}` }))),
	);
	const names = new Set(named.map(({ name }) => name));
	context.diagnostic(`${names.size} technologies are listed in the documents`);
	// A change in how statements are sorted must not leave nothing to look up.
	assert.ok(names.size >= 40, String(names.size));
	assert.deepEqual(
		named.filter(({ name }) => !known.has(name.toLowerCase())),
		[],
	);
});
