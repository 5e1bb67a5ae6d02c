/** Marks the part of the page that is being read in the list of its parts. */
class Toc extends HTMLElement {
	connectedCallback(): void {
		const links = new Map<Element, HTMLAnchorElement>();
		for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
			const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
			if (heading) links.set(heading, link);
		}
		// A heading counts from the upper third of the window on.
		const observer = new IntersectionObserver(
			(entries) => {
				const seen = entries.find(({ isIntersecting }) => isIntersecting);
				const link = seen && links.get(seen.target);
				if (link) this.#mark(link);
			},
			{ rootMargin: '0px 0px -66% 0px' },
		);
		for (const heading of links.keys()) observer.observe(heading);
	}

	#mark(link: HTMLAnchorElement): void {
		this.querySelector('[aria-current]')?.removeAttribute('aria-current');
		link.setAttribute('aria-current', 'location');
	}
}

customElements.define('pl-toc', Toc);
