import { encodeReview, linkLimits } from '../../review/formats/link.ts';
import type { Catalog, Review } from '../../review/model.ts';
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
	find<HTMLTextAreaElement>(root, '[data-export]').value = writeReview(root, review, catalog);
	const link = `${location.origin}${location.pathname}#share=${await encodeReview(review)}`;
	find<HTMLTextAreaElement>(root, '[data-link]').value = link;
	const limit = linkLimits.find(({ length }) => link.length > length);
	find(root, '[data-link-size]').textContent = `${link.length.toLocaleString('en')} characters${
		limit
			? `: ${limit.text}. Send the JSON where that could matter.`
			: '. The data stands behind the #: no server receives it.'
	}`;
}

/** Offers the review as a file in the format that is chosen. */
export function downloadReview(root: HTMLElement, review: Review, catalog: Catalog): void {
	download(review, getFormat(root), writeReview(root, review, catalog));
}

function writeReview(root: HTMLElement, review: Review, catalog: Catalog): string {
	return formats[getFormat(root)].write(review, catalog, location.origin);
}

function getFormat(root: HTMLElement): Format {
	return find<HTMLInputElement>(root, '[name="review-format"]:checked').value as Format;
}
