import { isFromRoot, moveAddress, type SiteAddress } from './address.ts';

const addresses = /(\burl\(\s*["']?|@import\s+["'])([^"')\s]+)/gi;

/** Returns a style sheet, or the value of a `style` attribute, with its addresses under the base. */
export function moveCss(css: string, site: SiteAddress): string {
	return css.replace(
		addresses,
		(_, before: string, address: string) => before + moveAddress(address, site),
	);
}

/** Returns the addresses from the root that a style sheet holds. */
export function findInCss(css: string): string[] {
	return [...css.matchAll(addresses)].map(([, , address = '']) => address).filter(isFromRoot);
}
