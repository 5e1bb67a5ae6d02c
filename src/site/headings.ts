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
