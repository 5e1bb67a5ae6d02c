/** Scrolls the sidebar, never the page, to the entry of the page that is open. */
const side = document.querySelector<HTMLElement>('.side');
const current = side?.querySelector<HTMLElement>('[aria-current]');
if (side && current) side.scrollTop = current.offsetTop - side.clientHeight / 3;
