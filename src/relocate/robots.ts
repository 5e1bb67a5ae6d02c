import { moveOwnAddress, type SiteAddress } from './address.ts';

/** Returns a `robots.txt` with its paths and addresses under the base. */
export function moveRobots(text: string, site: SiteAddress): string {
	return text.replace(
		/^((?:allow|disallow|sitemap):[ \t]*)(\S+)/gim,
		(_, before: string, address: string) => before + moveOwnAddress(address, site),
	);
}
