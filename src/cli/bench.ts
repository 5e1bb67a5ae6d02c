import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printAxe } from './bench/axe.ts';
import { printBuild } from './bench/build.ts';
import { printCore } from './bench/core.ts';
import { printHeaders } from './bench/headers.ts';
import { printLighthouse } from './bench/lighthouse.ts';
import { printPages } from './bench/pages.ts';
import { printPeers } from './bench/peers.ts';
import { writePictures } from './bench/pictures.ts';
import { printSearch } from './bench/search.ts';
import { formatMachine, parseSettings, type Settings } from './bench/settings.ts';
import { printTimes } from './bench/times.ts';

const usage = `usage: npm run bench [-- --only TABLE,… …]

Of generated documents, --sizes 10,100,1000,3000 of them:
  core        reading, sorting and rendering, against the parser alone
  build       the whole build, and again after one change
  search      what a search costs a reader
  peers       the same documents built by Starlight and VitePress (100 of them)
Of a built site, --dist dist, and the kinds of page that --kinds names:
  pages       bytes by type of file, and what is over budget
  times       first paints and long tasks, median of --runs 5
  lighthouse  the four scores
  axe         violations in both themes
  headers     what a host sends
  pictures    written to --out .build/pictures; only by name
--server URL lets lighthouse and headers look at a host that runs.
`;

type PrintTable = (settings: Settings) => Promise<void>;

interface Chosen {
	settings: Settings;
	tables: PrintTable[];
}

/** What is printed by a name, in the order in which all are printed. */
const tables: Record<string, PrintTable> = {
	pages: printPages,
	times: printTimes,
	axe: printAxe,
	headers: printHeaders,
	lighthouse: printLighthouse,
	core: printCore,
	build: printBuild,
	search: printSearch,
	peers: printPeers,
	pictures: writePictures,
};

const temporary = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));

try {
	process.exitCode = await main(process.argv.slice(2));
} finally {
	rmSync(temporary, { recursive: true, force: true });
}

/** Measures and prints what the arguments choose: see the guide's page on speed. */
async function main(args: string[]): Promise<number> {
	let chosen: Chosen | undefined;
	try {
		chosen = readArguments(args);
	} catch (error) {
		return fail(error, 2);
	}
	if (chosen === undefined) {
		console.log(usage);
		return 0;
	}
	console.log(formatMachine());
	try {
		for (const print of chosen.tables) await print(chosen.settings);
		return 0;
	} catch (error) {
		return fail(error, 1);
	}
}

/** Returns the settings and what is printed with them; undefined asks for help. */
function readArguments(args: string[]): Chosen | undefined {
	const settings = parseSettings(args, temporary);
	if (settings === undefined) return undefined;
	const usual = Object.keys(tables).filter((name) => name !== 'pictures');
	return { settings, tables: (settings.only ?? usual).map(findTable) };
}

function findTable(name: string): PrintTable {
	const table = tables[name];
	if (table) return table;
	const known = Object.keys(tables).join(', ');
	throw new Error(`Unexpected table “${name}”, expected one of: ${known}.`);
}

function fail(error: unknown, code: number): number {
	console.error(error instanceof Error ? error.message : error);
	return code;
}
