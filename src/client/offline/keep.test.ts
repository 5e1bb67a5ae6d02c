import assert from 'node:assert/strict';
import test from 'node:test';
import { keepFiles, type Progress } from './keep.ts';
import { OfflineStore } from './store.ts';
import { FakeSite, makeCaches } from './testing.ts';

const pages = { '': 'home', 'rules/': 'rules', 'rules/a/': 'a', '_astro/a.js': 'script' };

function makeStore(site: FakeSite): OfflineStore {
	return new OfflineStore(site.scope, makeCaches());
}

async function keepAll(store: OfflineStore, site: FakeSite, version: string): Promise<void> {
	const list = site.makeList(version);
	await keepFiles(list, Object.keys(list.files), { store, fetch: site.fetch });
}

async function readAll(store: OfflineStore, version: string): Promise<Record<string, string>> {
	const name = store.getSiteName(version);
	const addresses = await store.listAddresses(name);
	const texts = addresses.map(
		async (address) => [address, await (await store.find(address, name))?.text()] as const,
	);
	return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

test('all files of a build are kept, and the progress tells how many', async () => {
	const site = new FakeSite(pages);
	const store = makeStore(site);
	const list = site.makeList('one');
	const seen: Progress[] = [];
	await keepFiles(list, Object.keys(pages), {
		store,
		fetch: site.fetch,
		onProgress: (progress) => seen.push(progress),
	});
	assert.deepEqual(await readAll(store, 'one'), pages);
	assert.deepEqual(seen.at(-1), { files: 4, bytes: 'homerulesascript'.length });
});

test('an update fetches only what changed, and leaves the old build as it was', async () => {
	const site = new FakeSite(pages);
	const store = makeStore(site);
	await keepAll(store, site, 'one');
	site.files = { ...pages, 'rules/a/': 'a, reworded', 'rules/b/': 'b' };
	site.asked.length = 0;
	await keepAll(store, site, 'two');
	assert.deepEqual(site.asked.toSorted(), ['rules/a/', 'rules/b/']);
	assert.deepEqual(await readAll(store, 'one'), pages);
	assert.deepEqual(await readAll(store, 'two'), site.files);
});

test('keeping goes on where it stopped', async () => {
	const site = new FakeSite(pages);
	const store = makeStore(site);
	const list = site.makeList('one');
	await keepFiles(list, ['', 'rules/'], { store, fetch: site.fetch });
	site.asked.length = 0;
	await keepAll(store, site, 'one');
	assert.deepEqual(site.asked.toSorted(), ['_astro/a.js', 'rules/a/']);
});

test('a file of another build is refused after a second look', async () => {
	const site = new FakeSite(pages);
	const store = makeStore(site);
	const list = site.makeList('one');
	site.files = { ...pages, 'rules/a/': 'published meanwhile' };
	await assert.rejects(keepFiles(list, ['rules/a/'], { store, fetch: site.fetch }), {
		name: 'FileDiffersError',
		message: '/team/rules/a/',
	});
	assert.deepEqual(site.asked, ['rules/a/', 'rules/a/']);
	assert.deepEqual(await readAll(store, 'one'), {});
});

test('a file that is gone stops the keeping', async () => {
	const site = new FakeSite(pages);
	const list = site.makeList('one');
	site.files = {};
	const kept = keepFiles(list, Object.keys(pages), { store: makeStore(site), fetch: site.fetch });
	await assert.rejects(kept, { name: 'FileMissingError' });
});

test('a reader can stop, and no further file is asked for', async () => {
	const many = Array.from({ length: 40 }, (_, i) => [`rules/${i}/`, String(i)]);
	const site = new FakeSite(Object.fromEntries(many) as Record<string, string>);
	const stopping = new AbortController();
	const list = site.makeList('one');
	const keeping = keepFiles(list, Object.keys(list.files), {
		store: makeStore(site),
		fetch: site.fetch,
		signal: stopping.signal,
		onProgress: () => {
			stopping.abort();
		},
	});
	await assert.rejects(keeping, { name: 'AbortError' });
	assert.ok(site.asked.length < 20, `${site.asked.length} files were asked for`);
});
