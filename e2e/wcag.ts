/*
 * What the browser is asked about a page. Each function runs in the page by itself: it may use nothing
 * from around it.
 */

/** Returns what does not fit: a page that scrolls sideways, cut text, controls that leave or overlap. */
export function findFaults(): string[] {
	const faults: string[] = [];
	const { scrollWidth, clientWidth } = document.documentElement;
	const isShown = (each: Element): boolean => {
		const { width, height } = each.getBoundingClientRect();
		return each.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
	};
	const say = (each: Element): string =>
		`${each.tagName.toLowerCase()} “${each.ariaLabel ?? each.textContent.trim().slice(0, 30)}”`;
	if (scrollWidth > clientWidth) faults.push(`scrolls sideways by ${scrollWidth - clientWidth}`);

	for (const each of document.querySelectorAll('header *, main *')) {
		const { overflowX, textOverflow } = getComputedStyle(each);
		const isCut = each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1;
		if (!isCut || !isShown(each)) continue;
		if (overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis') {
			faults.push(`cuts ${say(each)}`);
		}
	}
	const controls = [
		...document.querySelectorAll('header :is(a, button), main :is(button, summary, select, input)'),
	].filter(isShown);
	for (const [i, each] of controls.entries()) {
		const box = each.getBoundingClientRect();
		const isHeld = each.closest('dialog, [popover]') !== null;
		if (!isHeld && (box.left < -1 || box.right > clientWidth + 1)) {
			faults.push(`leaves the page: ${say(each)}`);
		}
		for (const other of controls.slice(i + 1)) {
			if (each.contains(other) || other.contains(each)) continue;
			const next = other.getBoundingClientRect();
			const width = Math.min(box.right, next.right) - Math.max(box.left, next.left);
			const height = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
			if (width > 1 && height > 1) faults.push(`overlap: ${say(each)} and ${say(other)}`);
		}
	}
	return faults;
}

/** Returns what has the focus, and why a reader would not see it: empty where one does. */
export function getFocus(): { name: string; fault: string } {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return { name: 'nothing', fault: 'has the focus' };
	const label = focused.ariaLabel ?? focused.textContent.trim().slice(0, 30);
	const name = `${focused.tagName.toLowerCase()} “${label}”`;
	const { outlineStyle, outlineWidth, outlineColor, clipPath } = getComputedStyle(focused);
	const box = focused.getBoundingClientRect();
	const isInView =
		box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
	if (!isInView || box.width <= 1 || box.height <= 1) return { name, fault: 'is out of view' };
	if (clipPath !== 'none') return { name, fault: 'is clipped' };
	// The browser draws its own ring for "auto", whatever the width says.
	const hasOutline =
		outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
	if (!hasOutline || /^rgba\(.*, 0\)$/.test(outlineColor)) return { name, fault: 'has no outline' };
	return { name, fault: '' };
}

/** Returns the contrast of the mark before a level against the page. */
export function getContrast(level: Element): number {
	const canvas = document.createElement('canvas').getContext('2d');
	if (!canvas) throw new Error('Unexpected browser without a canvas');
	const getLuminance = (color: string): number => {
		canvas.fillStyle = color;
		canvas.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => {
			const part = each / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const mark = getComputedStyle(level, '::before');
	if (mark.borderTopStyle === 'none' || parseFloat(mark.borderTopWidth) === 0) return 0;
	const page = getLuminance(getComputedStyle(document.body).backgroundColor);
	const border = getLuminance(mark.borderTopColor);
	return (Math.max(page, border) + 0.05) / (Math.min(page, border) + 0.05);
}

/** Returns what would move: elements with a transition, an animation, or scrolling that takes time. */
export function findMotion(): string[] {
	const isLong = (durations: string): boolean =>
		durations.split(', ').some((each) => parseFloat(each) > 0);
	return [...document.querySelectorAll('*')]
		.filter((each) => {
			const style = getComputedStyle(each);
			return (
				isLong(style.transitionDuration) ||
				(style.animationName !== 'none' && isLong(style.animationDuration)) ||
				style.scrollBehavior === 'smooth'
			);
		})
		.map((each) => `${each.tagName.toLowerCase()}.${each.className}`);
}
