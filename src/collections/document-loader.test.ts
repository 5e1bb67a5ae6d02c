import assert from 'node:assert/strict';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { documentLoader, findingsEntry, type StoredFile } from './document-loader.ts';
import { readKept } from './kept-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-loader-'));
const sources = join(folder, 'sources');
const kept = join(folder, 'cache/documents');
const entries = new Map<string, { id: string; data: Record<string, unknown> }>();
const before = process.env.SOURCES_DIR;
after(() => {
	rmSync(folder, { recursive: true, force: true });
	if (before === undefined) delete process.env.SOURCES_DIR;
	else process.env.SOURCES_DIR = before;
});

/** What the loader asks of Astro, and no more. */
const context = {
	config: { cacheDir: pathToFileURL(`${folder}/cache/`) },
	store: {
		get: (id: string) => entries.get(id),
		set: (entry: { id: string; data: Record<string, unknown> }) => entries.set(entry.id, entry),
		clear: () => {
			entries.clear();
		},
	},
} as unknown as LoaderContext;

async function load(): Promise<void> {
	process.env.SOURCES_DIR = sources;
	await documentLoader().load(context);
}

/** The kept files with the times at which they were written. */
function listKept(): Map<string, number> {
	return new Map(readdirSync(kept).map((name) => [name, statSync(join(kept, name)).mtimeMs]));
}

function getStored(path: string): StoredFile {
	const entry = entries.get(path);
	assert.ok(entry, `${path} is in the store`);
	return entry.data as unknown as StoredFile;
}

test('a file that did not change is not written again, and what is gone is removed', async () => {
	mkdirSync(sources);
	writeFileSync(join(sources, 'a.md'), '# A\n\n- Rate limit every endpoint\n');
	writeFileSync(join(sources, 'b.md'), '# B\n\n- Use an outbox\n');
	await load();
	assert.deepEqual([...entries.keys()].sort(), [findingsEntry, 'a.md', 'b.md'].sort());
	const first = listKept();
	assert.equal(first.size, 4);
	const { name, documents } = getStored('a.md');
	assert.deepEqual(documents, ['a']);
	assert.match(readKept(kept, name)?.documents[0]?.html ?? '', /Rate limit every endpoint/);

	writeFileSync(join(sources, 'b.md'), '# B\n\n- Use an inbox\n');
	await load();
	const second = listKept();
	assert.equal(second.get(`${name}.json`), first.get(`${name}.json`));
	assert.equal([...second.keys()].filter((each) => first.has(each)).length, 2);
	assert.match(readKept(kept, getStored('b.md').name)?.documents[0]?.html ?? '', /Use an inbox/);

	unlinkSync(join(sources, 'b.md'));
	await load();
	assert.equal(entries.has('b.md'), false);
	assert.deepEqual([...listKept().keys()].sort(), [`${name}.0.html`, `${name}.json`]);
});

test('a file of which the kept result is lost is read again', async () => {
	const { name } = getStored('a.md');
	unlinkSync(join(kept, `${name}.0.html`));
	await load();
	assert.match(readKept(kept, name)?.documents[0]?.html ?? '', /Rate limit every endpoint/);
});
