import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseList } from '../offline/list.ts';
import { makeOfflineList, writeOfflineList } from './write-offline-list.ts';

/** Bytes that a browser fetches for the worker whenever it looks for a new one. */
const workerBudget = 4096;

const site = {
	'index.html': 'home',
	'rules/a/index.html': 'a',
	'_astro/a.js': 'script',
	'api/v1/rules.json': '[]',
	_headers: '/*',
	'sw.js': 'an old worker',
};

async function withSite(run: (folder: string) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'plumbline-offline-'));
	try {
		await writeFiles(folder, site);
		await run(folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
}

test('the list holds the files of a site that can be kept, by address', async () => {
	await withSite(async (folder) => {
		const { files } = await makeOfflineList(folder);
		assert.deepEqual(Object.keys(files), ['_astro/a.js', '', 'rules/a/']);
		assert.equal(files['rules/a/']?.size, 1);
	});
});

test('the version follows from the content: writing twice, or compressing, changes nothing', async () => {
	await withSite(async (folder) => {
		const { version } = await writeOfflineList(folder);
		await writeFiles(folder, { 'index.html.br': 'compressed' });
		assert.equal((await writeOfflineList(folder)).version, version);
		await writeFiles(folder, { 'index.html': 'home, reworded' });
		assert.notEqual((await writeOfflineList(folder)).version, version);
	});
});

test('the worker names its build, fits its budget, and imports nothing', async () => {
	await withSite(async (folder) => {
		const { version } = await writeOfflineList(folder);
		const worker = await readFile(join(folder, 'sw.js'), 'utf8');
		const list = parseList(await readFile(join(folder, 'offline.json'), 'utf8'));
		assert.equal(list.version, version);
		assert.ok(worker.includes(version));
		assert.doesNotMatch(worker, /\bimport\b|BUILD_VERSION/);
		assert.ok(gzipSync(worker).length <= workerBudget, `${gzipSync(worker).length} bytes`);
	});
});
