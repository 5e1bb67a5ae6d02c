const day = 24 * 60 * 60 * 1000;

/** RFC 9116 asks for less than a year, so that an address nobody reads does not stay for good. */
const lifetime = 364;

/**
 * Returns a `security.txt` with a contact, an `https:`, `mailto:` or `tel:` address.
 *
 * @throws With what was expected, where the contact is no such address.
 */
export function formatSecurityTxt(contact: string, now: Date, site?: string): string {
	if (!/^(https:\/\/|mailto:[^\s@]+@|tel:\+?\d)\S+$/.test(contact)) {
		throw new Error(
			`Unexpected SECURITY_CONTACT “${contact}”, expected an address that begins with https://, mailto: or tel:. Write “mailto:” before an e-mail address.`,
		);
	}
	const expires = new Date(Math.floor(now.getTime() / day) * day + lifetime * day);
	const lines = [
		`Contact: ${contact}`,
		`Expires: ${expires.toISOString()}`,
		'Preferred-Languages: en',
		...(site ? [`Canonical: ${new URL('/.well-known/security.txt', site).href}`] : []),
	];
	return `${lines.join('\n')}\n`;
}
