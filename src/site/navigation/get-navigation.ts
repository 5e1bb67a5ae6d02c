import { getGuide, getSiteModel } from '../model.ts';
import { guideGroups, urlOfGuide } from './guide-order.ts';
import { indexPlaces, makeNavigation, type Navigation, type PlaceIndex } from './navigate.ts';
import { makePlaces } from './places.ts';

let index: Promise<PlaceIndex> | undefined;

/** Returns what leads from a page to others, by its path. */
export async function getNavigation(path: string): Promise<Navigation> {
	const places = import.meta.env.DEV ? readPlaces() : (index ??= readPlaces());
	return makeNavigation(await places, path);
}

async function readPlaces(): Promise<PlaceIndex> {
	const [model, guide] = await Promise.all([getSiteModel(), getGuide()]);
	return indexPlaces(makePlaces(model, sortGuide(guide)));
}

/** Pages that the order does not name come last. */
function sortGuide<Page extends { id: string }>(pages: Page[]): Page[] {
	const urls = guideGroups.flatMap(({ pages: names }) => names.map(urlOfGuide));
	const order = new Map(urls.map((url, i) => [url, i]));
	const orderOf = ({ id }: Page): number => order.get(`/${id}/`) ?? order.size;
	return pages.toSorted((a, b) => orderOf(a) - orderOf(b) || a.id.localeCompare(b.id, 'en'));
}
