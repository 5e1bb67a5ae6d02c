/**
 * Gives each heading of rendered Markdown the control that copies it for a review, as `Heading.astro`
 * does for the headings of pages.
 */
export function citeHeadings(html: string): string {
	return html.replace(
		/<h([2-6]) id="([^"]+)">([^]*?)<\/h\1>/g,
		(heading, _level: string, id: string, content: string) => {
			const label = content.replace(/<[^>]+>/g, '').replaceAll('"', '&quot;');
			return `<div class="cited-heading">${heading}<a class="cite" data-cite href="#${id}" aria-label="Copy for review: ${label}">#</a></div>`;
		},
	);
}

/** Returns rendered Markdown in two: what stands before its first second-level heading, and the rest. */
export function splitOpening(html: string): { opening: string; rest: string } {
	const at = html.search(/<h2[ >]/);
	return at < 0
		? { opening: html, rest: '' }
		: { opening: html.slice(0, at), rest: html.slice(at) };
}

/** Returns the second-level headings of rendered Markdown, for the table of contents. */
export function getHeadings(html: string): { depth: number; slug: string; text: string }[] {
	return [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, slug = '', text = '']) => ({
		depth: 2,
		slug,
		text: text.replace(/<[^>]+>/g, ''),
	}));
}
