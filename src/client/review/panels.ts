import { encodeReview, linkLimits, most } from '../../review/formats/link.ts';
import type { Catalog, Review } from '../../review/model.ts';
import { getSiteUrl } from '../base.ts';
import { find } from './dom.ts';
import { makeNumbers } from './report.ts';
import { download, type Format, formats } from './transfer.ts';

/** Fills the panels that are open: the numbers, and the ways out. */
export async function fillPanels(
	root: HTMLElement,
	review: Review,
	catalog: Catalog,
): Promise<void> {
	const isOpen = (name: string): boolean =>
		find<HTMLDetailsElement>(root, `[data-panel="${name}"]`).open;
	if (isOpen('numbers')) find(root, '[data-table]').replaceChildren(makeNumbers(review, catalog));
	if (!isOpen('export')) return;
	const text = find<HTMLTextAreaElement>(root, '[data-export]');
	text.value = writeReview(root, review, catalog);
	text.dataset.format = getFormat(root);
	const turn = ++turns;
	const link = await makeLink(review);
	// A slow answer to an older state is dropped.
	if (turn !== turns) return;
	find<HTMLTextAreaElement>(root, '[data-link]').value = link ?? '';
	find(root, '[data-link-size]').textContent = describeLink(link);
}

/** Counts fillings, for the links take their time. */
let turns = 0;

/** Returns the link that holds a review; undefined for one that is too long for any link. */
async function makeLink(review: Review): Promise<string | undefined> {
	try {
		const data = await encodeReview(review);
		if (data.length > most.characters) return undefined;
		return `${location.origin}${location.pathname}#share=${data}`;
	} catch {
		return undefined;
	}
}

function describeLink(link: string | undefined): string {
	if (link === undefined) return 'This review is too long for a link: send the JSON.';
	const size = `${link.length.toLocaleString('en')} characters`;
	const limit = linkLimits.find(({ length }) => link.length > length);
	return limit
		? `${size}: ${limit.text}. Send the JSON where that could matter.`
		: `${size}. The data stands behind the #: no server receives it.`;
}

/** Offers the review as a file in the format that is chosen. */
export function downloadReview(root: HTMLElement, review: Review, catalog: Catalog): void {
	download(review, getFormat(root), writeReview(root, review, catalog));
}

function writeReview(root: HTMLElement, review: Review, catalog: Catalog): string {
	return formats[getFormat(root)].write(review, catalog, getSiteUrl());
}

function getFormat(root: HTMLElement): Format {
	return find<HTMLInputElement>(root, '[name="review-format"]:checked').value as Format;
}
