import type { SiteAddress } from './address.ts';
import { moveCss } from './css.ts';
import { moveCsv } from './csv.ts';
import { moveHtml } from './html.ts';
import { moveJson } from './json.ts';
import { moveMarkdown } from './markdown.ts';
import { moveRobots } from './robots.ts';
import { moveXml } from './xml.ts';

type Move = (text: string, site: SiteAddress) => string;

/** How a file moves, by the end of its name: the first that fits. Other files hold no addresses. */
const moves: [end: RegExp, move: Move][] = [
	// The search engine's own files: it finds its place, and that of the site, by itself.
	[/^pagefind\//, keep],
	[/(^|\/)robots\.txt$/, moveRobots],
	[/\.html$/, moveHtml],
	[/\.(md|txt)$/, moveMarkdown],
	[/\.(json|webmanifest)$/, moveJson],
	[/\.(xml|svg)$/, moveXml],
	[/\.css$/, moveCss],
	[/\.csv$/, moveCsv],
	// Scripts ask for the base; the check says where one does not.
	[/\.js$/, keep],
];

/** Returns how a file of the site moves, by its name; undefined for one that holds no text. */
export function getMove(name: string): Move | undefined {
	return moves.find(([end]) => end.test(name))?.[1];
}

function keep(text: string): string {
	return text;
}
