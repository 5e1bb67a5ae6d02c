import { moveOwnAddress, type SiteAddress } from './address.ts';
import { applyEdits, type Edit } from './edits.ts';
import { readMarkup } from './markup.ts';

/** Attributes of feeds, site maps, OpenSearch descriptions and pictures that hold an address. */
const attributeNames = new Set(['href', 'src', 'xlink:href', 'template', 'url', 'xml:base']);

/** Elements whose text is an address. */
const elementNames = new Set(['loc', 'image', 'link', 'icon', 'logo', 'url', 'id']);

/** Returns XML with the addresses of the site under the base; they may be absolute. */
export function moveXml(xml: string, site: SiteAddress): string {
	const edits: Edit[] = [];
	let parent = '';
	for (const token of readMarkup(xml, false)) {
		if (token.kind === 'text') {
			const { start, end } = token;
			if (elementNames.has(parent)) {
				edits.push({ start, end, text: moveText(xml.slice(start, end), site) });
			}
			continue;
		}
		parent = token.kind === 'open' && !token.isEmpty ? token.name : '';
		if (token.kind === 'close') continue;
		for (const { name, value, start, end } of token.attributes) {
			if (attributeNames.has(name)) edits.push({ start, end, text: moveOwnAddress(value, site) });
		}
	}
	return applyEdits(xml, edits);
}

function moveText(text: string, site: SiteAddress): string {
	const address = text.trim();
	return text.replace(address, () => moveOwnAddress(address, site));
}
