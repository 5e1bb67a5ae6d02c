import assert from 'node:assert/strict';
import test from 'node:test';
import { formatList } from '../../offline/list.ts';
import { answers, type Kept } from './answer.ts';
import { keepFiles } from './keep.ts';
import { Pins } from './pins.ts';
import { OfflineStore } from './store.ts';
import { FakeSite, makeCaches } from './testing.ts';
import { clearOld, takeOver } from './update.ts';
import type { RequestEvent } from './worker-types.ts';

const one = {
	'': 'home',
	'offline/': 'offline page',
	'rules/a/': 'a',
	'search/index.1.json': 'names of one',
	'pagefind/pagefind-entry.json': 'texts of one',
};
const two = {
	...one,
	'search/index.1.json': undefined,
	'search/index.2.json': 'names of two',
	'pagefind/pagefind-entry.json': 'texts of two',
} as unknown as Record<string, string>;

/** A worker of the build `one`, as far as its answers go. */
class Worker {
	readonly site: FakeSite;
	readonly store: OfflineStore;
	readonly kept: Kept;

	constructor() {
		this.site = new FakeSite(one);
		this.store = new OfflineStore(this.site.scope, makeCaches());
		this.kept = {
			store: this.store,
			pins: new Pins(this.store),
			own: this.store.getSiteName('one'),
		};
		globalThis.fetch = ((request: Request | string) =>
			this.site
				.fetch(typeof request === 'string' ? request : request.url)
				.then(toBasic)) as typeof fetch;
	}

	async keepWhole(version: string): Promise<void> {
		const list = this.site.makeList(version);
		await keepFiles(list, Object.keys(list.files), { store: this.store, fetch: this.site.fetch });
		await this.store.writeList(list, JSON.stringify({ ...list, files: {} }), true);
	}

	/** Asks as a page does, and waits until what is kept of it is kept. */
	async ask(kind: keyof typeof answers, address: string, clientId = 'page'): Promise<string> {
		const work: Promise<unknown>[] = [];
		const request = new Request(this.store.getUrl(address));
		// Node's requests do not navigate.
		Object.defineProperty(request, 'mode', { value: kind === 'page' ? 'navigate' : 'cors' });
		const event = {
			request,
			clientId,
			resultingClientId: '',
			waitUntil: (promise: Promise<unknown>) => work.push(promise),
		} as unknown as RequestEvent;
		const response = await answers[kind](event, address, this.kept);
		await Promise.all(work);
		return `${response.status} ${response.headers.get('location') ?? (await response.text())}`;
	}
}

/** Node makes responses of another type than a browser's network. */
function toBasic(response: Response): Response {
	Object.defineProperty(response, 'type', { value: 'basic' });
	return response;
}

test('a page that was read opens offline, and an unread one says what can be read', async () => {
	const worker = new Worker();
	await worker.store.writeState({ isReading: true });
	await worker.store.put(worker.kept.own, 'offline/', new Response('offline page'));
	await worker.ask('page', 'rules/a/');
	await worker.ask('page', 'rules/missing/');
	worker.site.isOnline = false;
	assert.equal(await worker.ask('page', 'rules/a/'), '200 a');
	assert.equal(await worker.ask('page', ''), '503 offline page');
	assert.equal(await worker.ask('page', 'rules/missing/'), '503 offline page');
	assert.equal(await worker.ask('page', 'r/A/'), '302 https://example.org/team/rules/a/');
});

test('nothing is kept of what a reader reads without having asked for it', async () => {
	const worker = new Worker();
	await worker.ask('page', 'rules/a/');
	assert.deepEqual(await worker.store.list(), []);
});

test('a page comes from the network while there is one', async () => {
	const worker = new Worker();
	await worker.keepWhole('one');
	worker.site.files = { ...one, 'rules/a/': 'a, reworded' };
	assert.equal(await worker.ask('page', 'rules/a/'), '200 a, reworded');
	worker.site.isOnline = false;
	assert.equal(await worker.ask('page', 'rules/a/'), '200 a');
});

test('a kept page takes the place of a slow answer, and an unkept one waits for it', async (context) => {
	const worker = new Worker();
	await worker.keepWhole('one');
	worker.site.files = { ...one, 'rules/b/': 'b' };
	context.mock.timers.enable({ apis: ['setTimeout'] });
	const answer = worker.site.hold();
	const kept = worker.ask('page', 'rules/a/');
	const unkept = worker.ask('page', 'rules/b/');
	context.mock.timers.tick(3000);
	assert.equal(await kept, '200 a');
	answer();
	assert.equal(await unkept, '200 b');
});

test('a kept page takes the place of a fault of the host', async () => {
	const worker = new Worker();
	await worker.keepWhole('one');
	worker.site.fault = 502;
	assert.equal(await worker.ask('page', 'rules/a/'), '200 a');
	assert.match(await worker.ask('page', 'rules/b/'), /^502/);
});

test('the search of a kept build does not ask the network', async () => {
	const worker = new Worker();
	await worker.keepWhole('one');
	worker.site.files = two;
	worker.site.asked.length = 0;
	assert.equal(await worker.ask('names', 'search/index.1.json'), '200 names of one');
	assert.equal(await worker.ask('text', 'pagefind/pagefind-entry.json'), '200 texts of one');
	assert.deepEqual(worker.site.asked, []);
});

test('a page of a newer build gets names and texts of that build, or no texts', async () => {
	const worker = new Worker();
	await worker.keepWhole('one');
	worker.site.files = two;
	assert.equal(await worker.ask('names', 'search/index.2.json', 'new'), '200 names of two');
	assert.equal(await worker.ask('text', 'pagefind/pagefind-entry.json', 'new'), '200 texts of two');
	worker.site.isOnline = false;
	await assert.rejects(worker.ask('text', 'pagefind/pagefind-entry.json', 'new'));
	assert.equal(await worker.ask('names', 'search/index.1.json', 'old'), '200 names of one');
	assert.equal(await worker.ask('text', 'pagefind/pagefind-entry.json', 'old'), '200 texts of one');
});

test('a new worker keeps what the old one kept, and deletes the old build only when it takes over', async () => {
	const worker = new Worker();
	await worker.keepWhole('one');
	await worker.store.writeState({ isWhole: true });
	worker.site.files = { ...one, 'rules/a/': 'a, reworded' };
	const list = worker.site.makeList('two');
	worker.site.files = { ...worker.site.files, 'offline.json': formatList(list) };
	worker.site.asked.length = 0;

	await takeOver(worker.store, 'two');
	assert.deepEqual(worker.site.asked, ['offline.json', 'rules/a/']);
	worker.site.isOnline = false;
	assert.equal(await worker.ask('page', 'rules/a/'), '200 a');

	await clearOld(worker.store, 'two');
	assert.deepEqual(await worker.store.list(), [worker.store.getSiteName('two')]);
	assert.equal(await worker.ask('page', 'rules/a/'), '200 a, reworded');
});

test('a worker of another build than the list does not take over', async () => {
	const worker = new Worker();
	const text = JSON.stringify({ version: 'three', transfer: 0, files: {} });
	worker.site.files = { ...one, 'offline.json': text };
	await assert.rejects(takeOver(worker.store, 'two'), /list is of build three, expected two/);
});
