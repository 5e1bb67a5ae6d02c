import { guideGroups, urlOfGuide } from './guide-order.ts';
import type { PanelName, Place } from './places.ts';

export interface PageLink {
	title: string;
	url: string;
	code?: string;
	isCurrent?: boolean;
}

/** A list of the sidebar; `within` stands below the link that it belongs to. */
export interface PanelGroup {
	title: string;
	url?: string;
	links: (PageLink & { within?: PanelGroup[] })[];
}

export interface Navigation {
	place: Place;
	/** Pages above this one, the highest first; it is not among them. */
	trail: PageLink[];
	panel: PanelGroup[];
	previous: PageLink | undefined;
	next: PageLink | undefined;
}

/** Links of one list at most: beyond, only those around the current page are shown. */
const linksShown = 40;

/** Places with the look-ups that every page needs. */
export interface PlaceIndex {
	byUrl: Map<string, Place>;
	byList: Map<string, Place[]>;
	byParent: Map<string, Place[]>;
}

export function indexPlaces(places: readonly Place[]): PlaceIndex {
	return {
		byUrl: new Map(places.map((place) => [place.url, place])),
		byList: groupBy(places, ({ list }) => list),
		byParent: groupBy(places, ({ parent }) => parent),
	};
}

/** Returns what leads from a page to others: what is above it, beside it, and next to it. */
export function makeNavigation(index: PlaceIndex, path: string): Navigation {
	const place = index.byUrl.get(path) ?? findAbove(index, path);
	const beside = place.list === undefined ? [] : (index.byList.get(place.list) ?? []);
	const at = beside.indexOf(place);
	return {
		place,
		trail: getTrail(index, place, path),
		panel: place.panel === undefined ? [] : panels[place.panel](index, place),
		previous: toLink(beside[at - 1]),
		next: at < 0 ? undefined : toLink(beside[at + 1]),
	};
}

/** A further part of a page, such as `/topics/security/2/`, stands where the page stands. */
function findAbove(index: PlaceIndex, path: string): Place {
	for (let above = path; above !== '/';) {
		above = above.replace(/[^/]*\/$/, '');
		const place = index.byUrl.get(above);
		if (place && above !== '/') return { ...place, list: `after ${path}` };
		if (!above.endsWith('/')) break;
	}
	return { title: '', url: path };
}

function getTrail(index: PlaceIndex, place: Place, path: string): PageLink[] {
	const trail: PageLink[] = place.url === path ? [] : [{ title: place.title, url: place.url }];
	for (let above = place.parent; above !== undefined; above = index.byUrl.get(above)?.parent) {
		const link = toLink(index.byUrl.get(above));
		if (link) trail.unshift(link);
	}
	return trail;
}

function toLink(place: Place | undefined): PageLink | undefined {
	if (!place) return undefined;
	const { title, url, code } = place;
	return { title, url, ...(code !== undefined && { code }) };
}

const panels: Record<PanelName, (index: PlaceIndex, place: Place) => PanelGroup[]> = {
	topics: getTopicsPanel,
	design: (index, place) => [
		listPlaces('Design', undefined, index, designLists, place, (list) =>
			list.url === place.url ? childrenOf(index, list.url, place) : undefined,
		),
	],
	checklists: (index, place) => [
		listPlaces('Checklists', '/checklists/', index, getUrls(index, '/checklists/'), place),
		listPlaces('Use them', undefined, index, ['/review/', '/rules/'], place),
	],
	evidence: (index, place) => [
		listPlaces('Evidence', undefined, index, evidenceLists, place, (list) =>
			list.url === place.url || list.url === place.parent
				? childrenOf(index, list.url, place)
				: undefined,
		),
	],
	guide: (index, place) =>
		guideGroups.map(({ title, pages }) =>
			listPlaces(title, undefined, index, pages.map(urlOfGuide), place),
		),
};

const designLists = [
	'/decisions/',
	'/patterns/',
	'/designs/',
	'/playbooks/',
	'/templates/',
	'/technologies/',
	'/roles/',
];
const evidenceLists = [
	'/sources/',
	'/coverage/',
	'/standards/',
	'/glossary/',
	'/changes/',
	'/snippets/',
];

/** All topics; the current one with its rules and its articles. */
function getTopicsPanel(index: PlaceIndex, place: Place): PanelGroup[] {
	const isHere = ({ topic }: Place): boolean => topic !== undefined && topic === place.topic;
	return [
		listPlaces('Topics', '/topics/', index, getUrls(index, '/topics/'), place, (topic) =>
			isHere(topic) ? getTopicContent(index, topic, place) : undefined,
		),
	];
}

function getTopicContent(index: PlaceIndex, topic: Place, place: Place): PanelGroup[] {
	const rules = childrenOf(index, topic.url, place).map((group) => ({ ...group, title: 'Rules' }));
	const articles = designLists.flatMap((url) => {
		const own = getChildren(index, url).filter((article) => article.topic === topic.topic);
		return own.length === 0 ? [] : [toGroup(index.byUrl.get(url)?.title ?? '', own, place, url)];
	});
	return [...rules, ...articles];
}

function childrenOf(index: PlaceIndex, url: string, place: Place): PanelGroup[] {
	const children = getChildren(index, url).filter(({ list }) => list !== undefined);
	return children.length === 0 ? [] : [toGroup('', children, place)];
}

function getChildren(index: PlaceIndex, url: string): Place[] {
	return index.byParent.get(url) ?? [];
}

function getUrls(index: PlaceIndex, parent: string): string[] {
	return getChildren(index, parent).map(getUrl);
}

function getUrl({ url }: Place): string {
	return url;
}

function listPlaces(
	title: string,
	url: string | undefined,
	index: PlaceIndex,
	urls: readonly string[],
	place: Place,
	getWithin: (listed: Place) => PanelGroup[] | undefined = () => undefined,
): PanelGroup {
	const listed = urls.flatMap((each) => index.byUrl.get(each) ?? []);
	const group = toGroup(title, listed, place, url);
	return {
		...group,
		links: group.links.map((link) => {
			const listedPlace = index.byUrl.get(link.url);
			const within = listedPlace && getWithin(listedPlace);
			return within && within.length > 0 ? { ...link, within } : link;
		}),
	};
}

/** A long list shows what is around the current page. */
function toGroup(title: string, listed: Place[], place: Place, url?: string): PanelGroup {
	const at = Math.max(
		0,
		listed.findIndex((each) => each.url === place.url),
	);
	const from = Math.max(0, Math.min(at - linksShown / 2, listed.length - linksShown));
	const links = listed.slice(from, from + linksShown).map((each) => ({
		title: each.title,
		url: each.url,
		...(each.code !== undefined && { code: each.code }),
		...(each.url === place.url && { isCurrent: true }),
	}));
	return { title, links, ...(url !== undefined && { url }) };
}

function groupBy(
	places: readonly Place[],
	keyOf: (place: Place) => string | undefined,
): Map<string, Place[]> {
	const groups = new Map<string, Place[]>();
	for (const place of places) {
		const key = keyOf(place);
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(place);
		else groups.set(key, [place]);
	}
	return groups;
}
