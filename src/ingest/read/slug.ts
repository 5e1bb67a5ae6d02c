import { slug as githubSlug } from 'github-slugger';

/** Returns the words of a text, lower case, joined by hyphens; empty where it has no letter or digit. */
export function makeSlug(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

/** Returns the fragment that GitHub gives a heading of this text, so that links written for it work. */
export function makeHeadingSlug(text: string): string {
	return githubSlug(text.normalize('NFC')) || 'section';
}
