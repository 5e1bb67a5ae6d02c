import { moveAddress, type SiteAddress } from './address.ts';

/** A cell, in quotes or bare, with the comma or line break after it. */
const cells = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r?\n|$)/g;

/** The column of a table that holds addresses of the site. */
const column = 'url';

/** Returns CSV with the addresses in its column `url` under the base. */
export function moveCsv(csv: string, site: SiteAddress): string {
	const header =
		/^[^\r\n]*/
			.exec(csv)?.[0]
			.replace(/^\uFEFF/, '')
			.split(',') ?? [];
	const wanted = header.indexOf(column);
	let at = 0;
	return csv.replace(cells, (_, cell: string, end: string) => {
		const moved = at === wanted ? moveCell(cell, site) : cell;
		at = end === ',' ? at + 1 : 0;
		return moved + end;
	});
}

function moveCell(cell: string, site: SiteAddress): string {
	const [, quote = '', text = ''] = /^("?)([\s\S]*?)"?$/.exec(cell) ?? [];
	return quote + moveAddress(text, site) + quote;
}
