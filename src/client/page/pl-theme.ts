const key = 'plumbline.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Changes between the light and the dark theme. A choice that is also the system's is not kept. */
class Theme extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector('button');
		if (!button) return;
		const describe = (): void => {
			button.ariaLabel = `Use the ${isDark() ? 'light' : 'dark'} theme`;
		};
		describe();
		dark.addEventListener('change', describe);
		button.addEventListener('click', () => {
			choose(isDark() ? 'light' : 'dark');
			describe();
		});
	}
}

function isDark(): boolean {
	const { theme } = document.documentElement.dataset;
	return theme === undefined ? dark.matches : theme === 'dark';
}

function choose(theme: 'light' | 'dark'): void {
	const isOfSystem = (theme === 'dark') === dark.matches;
	const { dataset } = document.documentElement;
	if (isOfSystem) delete dataset.theme;
	else dataset.theme = theme;
	try {
		if (isOfSystem) localStorage.removeItem(key);
		else localStorage.setItem(key, theme);
	} catch {
		// Storage is off: the choice holds for this page.
	}
}

customElements.define('pl-theme', Theme);
