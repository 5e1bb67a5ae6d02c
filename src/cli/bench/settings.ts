import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pageKinds } from '../../../e2e/pages.ts';
import { root } from '../../collections/content.ts';

/** What the command line chose, with what holds where it chose nothing. */
export interface Settings {
	/** Names of tables, in the order in which they are printed; undefined for the usual ones. */
	only: string[] | undefined;
	sizes: number[] | undefined;
	kinds: PageKind[];
	runs: number;
	/** The built site. */
	dist: string;
	/** A host that serves the site already, for the tables that look at a host. */
	server: string | undefined;
	out: string;
	/** A folder that is removed at the end. */
	temporary: string;
}

export interface PageKind {
	kind: string;
	path: string;
}

const options = {
	only: { type: 'string' },
	sizes: { type: 'string' },
	kinds: { type: 'string' },
	runs: { type: 'string', default: '5' },
	dist: { type: 'string', default: 'dist' },
	server: { type: 'string' },
	out: { type: 'string', default: '.build/pictures' },
	help: { type: 'boolean', default: false },
} as const;

/** Reads the arguments of the command; undefined asks for help. Throws an error for what cannot be understood. */
export function parseSettings(args: string[], temporary: string): Settings | undefined {
	const { values } = parseArgs({ args, options });
	if (values.help) return undefined;
	return {
		only: values.only?.split(','),
		sizes: values.sizes?.split(',').map((size) => parseCount('--sizes', size)),
		kinds: selectKinds(values.kinds),
		runs: parseCount('--runs', values.runs),
		dist: resolve(root, values.dist),
		server: values.server?.replace(/\/$/, ''),
		out: resolve(root, values.out),
		temporary,
	};
}

/** Returns the kinds of page with the given names, all without names. */
export function selectKinds(names: string | undefined): PageKind[] {
	const all = Object.entries(pageKinds).map(([kind, path]) => ({ kind, path }));
	if (names === undefined) return all;
	return names.split(',').map((name) => {
		const found = all.find(({ kind }) => kind === name);
		if (found) return found;
		const known = all.map(({ kind }) => kind).join(', ');
		throw new Error(`Unexpected kind of page “${name}”, expected one of: ${known}.`);
	});
}

function parseCount(option: string, text: string): number {
	if (/^[1-9]\d*$/.test(text)) return Number(text);
	throw new Error(`Unexpected ${option} “${text}”, expected a whole number above 0.`);
}

/** Returns the folder of the built site, or throws an error that says how to build it. */
export function getDist({ dist }: Settings): string {
	if (existsSync(join(dist, 'index.html'))) return dist;
	throw new Error(
		`Unexpected folder ${dist} without index.html, expected a built site. Run npm run build, or name another with --dist.`,
	);
}

/** Names the machine, since times say nothing without it. */
export function formatMachine(): string {
	const [cpu] = cpus();
	return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, Node ${process.version}`;
}
