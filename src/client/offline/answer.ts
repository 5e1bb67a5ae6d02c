import { isKeepable, isPage } from '../../offline/files.ts';
import { getEvicted } from '../../offline/plan.ts';
import { getDetour, isWhole, isWorse, type Strategy } from '../../offline/strategy.ts';
import { network, type Pins } from './pins.ts';
import type { OfflineStore } from './store.ts';
import type { RequestEvent } from './worker-types.ts';

/** Milliseconds after which a kept page is better than waiting on. */
const patience = 3000;

/** What answers need. */
export interface Kept {
	store: OfflineStore;
	pins: Pins;
	/** Name of the cache of the worker's own build. */
	own: string;
}

type AnswerRequest = (event: RequestEvent, address: string, kept: Kept) => Promise<Response>;

/** How each kind of request is answered. */
export const answers: Record<Exclude<Strategy, 'pass'>, AnswerRequest> = {
	asset: async (event, address, kept) =>
		(await kept.store.findAnywhere(address, [kept.own])) ?? ask(event, address, kept),
	names: answerNames,
	text: answerText,
	page: answerPage,
};

/** Asks the network, and keeps the answer where the reader wants that. */
async function ask(event: RequestEvent, address: string, kept: Kept): Promise<Response> {
	const response = await fetch(event.request);
	if (isWhole(response) && isKeepable(address))
		event.waitUntil(keepRead(address, response.clone(), kept));
	return response;
}

/** What cannot be kept is no reason to fail: the page is read all the same. */
async function keepRead(address: string, response: Response, { store, own }: Kept): Promise<void> {
	const { isReading } = await store.readState();
	if (!isReading || (await store.find(address, own))) return;
	const { read } = store.names;
	await store.put(read, address, response).catch(() => undefined);
	if (isPage(address)) await store.remove(read, getEvicted(await store.listAddresses(read)));
}

/** A page asks for the names of its own build: whoever has them answers all of its search. */
async function answerNames(event: RequestEvent, address: string, kept: Kept): Promise<Response> {
	const { store, pins, own } = kept;
	for (const name of await store.listComplete(own)) {
		const names = await store.find(address, name);
		if (!names) continue;
		await pins.write(event.clientId, name);
		return names;
	}
	await pins.write(event.clientId, network);
	return (await store.findAnywhere(address)) ?? ask(event, address, kept);
}

/** The index of texts comes from the build of the names, or from the network as a whole. */
async function answerText(event: RequestEvent, address: string, kept: Kept): Promise<Response> {
	const { store, pins, own } = kept;
	const pinned = (await pins.read(event.clientId)) ?? (await store.listComplete(own))[0];
	if (event.request.destination === 'worker')
		await pins.write(event.resultingClientId, pinned ?? network);
	if (pinned === undefined || pinned === network) return fetch(event.request);
	return (await store.find(address, pinned)) ?? fetch(event.request);
}

async function answerPage(event: RequestEvent, address: string, kept: Kept): Promise<Response> {
	const { store, own } = kept;
	const asked = ask(event, address, kept);
	const inTime = await Promise.race([asked.catch(() => undefined), wait(patience)]);
	if (inTime && !isWorse(inTime)) return inTime;
	const page = await store.findAnywhere(address, [own]);
	if (page) return page;
	const isNavigation = event.request.mode === 'navigate';
	return asked.catch(async () => (isNavigation ? answerUnread(address, kept) : Response.error()));
}

/** Leads to where the page is kept, or says what can be read instead. */
async function answerUnread(address: string, { store, own }: Kept): Promise<Response> {
	const detour = getDetour(address);
	if (detour !== undefined && (await store.findAnywhere(detour, [own])))
		return Response.redirect(store.getUrl(detour));
	const page = await store.findAnywhere('offline/', [own]);
	return page
		? new Response(page.body, { status: 503, statusText: 'Offline', headers: page.headers })
		: Response.error();
}

function wait(milliseconds: number): Promise<undefined> {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds, undefined);
	});
}
