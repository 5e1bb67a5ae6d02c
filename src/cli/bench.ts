import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../collections/content.ts';
import { generateDocuments } from './bench/generate.ts';

/** `npm run bench [-- --sizes 10,100] [--only core|build|search]`: see the guide's page on speed. */
const { values } = parseArgs({
	options: {
		sizes: { type: 'string', default: '10,100,1000,3000' },
		only: { type: 'string' },
	},
});

interface CoreResult {
	core: number;
	parse: number;
	memory: number;
	statements: number;
}

/** What `e2e/measure-search.ts` prints. */
interface SearchResult {
	firstMs: number;
	firstKb: number;
	keyMedianMs: number;
	keyP95Ms: number;
	queryKb: number;
}

const sources = join(root, 'content/sources');
const temporary = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));

try {
	main();
} finally {
	rmSync(temporary, { recursive: true, force: true });
}

function main(): void {
	const [cpu] = cpus();
	console.log(`${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, Node ${process.version}`);
	const sizes = values.sizes.split(',').map(Number);
	const parts = values.only === undefined ? ['core', 'build', 'search'] : [values.only];
	if (parts.includes('core')) printCore(sizes);
	if (parts.includes('build')) printBuilds(sizes);
	if (parts.includes('search')) printSearch(sizes);
}

function printCore(sizes: number[]): void {
	printTable(
		[
			'documents',
			'MB',
			'core s',
			'docs/s',
			'MB/s',
			'parser alone MB/s',
			'core ÷ parser',
			'peak MB',
		],
		sizes.map((size) => () => measureCore(size)),
	);
}

function printBuilds(sizes: number[]): void {
	let previous: number | undefined;
	printTable(
		[
			'documents',
			'build s',
			'÷ previous',
			'after one change s',
			'÷ first',
			'docs/s',
			'peak MB',
			'dist MB',
			'index MB',
		],
		sizes.map((size) => () => {
			const { row, seconds } = measureBuild(size, previous);
			previous = seconds;
			return row;
		}),
	);
}

/** What a search costs a reader: of the site as it is, then of one with many documents. */
function printSearch(sizes: number[]): void {
	let own: number | undefined;
	const measure = (name: string, folder: string | undefined): string[] => {
		const out = join(temporary, 'dist-search');
		build(folder, out);
		const output = execFileSync('node', [join(root, 'e2e/measure-search.ts'), out]);
		const { firstMs, firstKb, keyMedianMs, keyP95Ms, queryKb } = JSON.parse(
			output.toString(),
		) as SearchResult;
		rmSync(out, { recursive: true, force: true });
		own ??= queryKb;
		const ratio = (queryKb / own).toFixed(2);
		return [name, firstMs, firstKb, keyMedianMs, keyP95Ms, queryKb, ratio].map(String);
	};
	const largest = Math.max(...sizes);
	printTable(
		[
			'documents',
			'first result ms',
			'first result KB',
			'key to paint, median ms',
			'95th percentile ms',
			'KB per query',
			'÷ own',
		],
		[
			() => measure('own', undefined),
			() => {
				const folder = join(temporary, `search-${largest}`);
				generateDocuments(sources, folder, largest);
				return measure(String(largest), folder);
			},
		],
	);
}

/** Prints each row as soon as it is measured. */
function printTable(head: string[], rows: (() => string[])[]): void {
	console.log('');
	printRow(head);
	printRow(head.map(() => '---'));
	for (const measure of rows) printRow(measure());
}

function measureCore(size: number): string[] {
	const folder = join(temporary, `core-${size}`);
	const bytes = generateDocuments(sources, folder, size) / 1e6;
	const output = execFileSync('node', [join(root, 'src/cli/bench/measure-core.ts'), folder]);
	const { core, parse, memory } = JSON.parse(output.toString()) as CoreResult;
	return [
		String(size),
		bytes.toFixed(2),
		(core / 1000).toFixed(2),
		(size / (core / 1000)).toFixed(0),
		(bytes / (core / 1000)).toFixed(2),
		(bytes / (parse / 1000)).toFixed(2),
		(core / parse).toFixed(2),
		memory.toFixed(0),
	];
}

function measureBuild(
	size: number,
	previous: number | undefined,
): { row: string[]; seconds: number } {
	const folder = join(temporary, `build-${size}`);
	const out = join(temporary, `dist-${size}`);
	generateDocuments(sources, folder, size);
	const first = build(folder, out);
	changeOne(folder);
	const second = build(folder, out);
	const row = [
		String(size),
		first.seconds.toFixed(1),
		previous === undefined ? '' : (first.seconds / previous).toFixed(2),
		second.seconds.toFixed(1),
		(second.seconds / first.seconds).toFixed(2),
		(size / first.seconds).toFixed(0),
		first.memory,
		megabytes(out),
		megabytes(join(out, 'pagefind')),
	];
	rmSync(out, { recursive: true, force: true });
	return { row, seconds: first.seconds };
}

function build(folder: string | undefined, out: string): { seconds: number; memory: string } {
	const start = performance.now();
	const output = execFileSync(
		'node',
		['--import', join(root, 'src/cli/bench/print-memory.ts'), join(root, 'src/cli/build.ts')],
		{
			env: {
				...process.env,
				...(folder !== undefined && { SOURCES_DIR: folder }),
				OUT_DIR: out,
				CACHE_DIR: `${folder ?? out}-cache`,
			},
			stdio: ['ignore', 'pipe', 'ignore'],
			maxBuffer: 1e9,
		},
	).toString();
	return {
		seconds: (performance.now() - start) / 1000,
		memory: /peak memory (\d+)/.exec(output)?.[1] ?? '?',
	};
}

function changeOne(folder: string): void {
	const [name = ''] = readdirSync(folder);
	const path = join(folder, name);
	writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne more paragraph about rate limits.\n`);
}

function megabytes(folder: string): string {
	const bytes = readdirSync(folder, { recursive: true })
		.map((name) => statSync(join(folder, String(name))))
		.reduce((sum, info) => sum + (info.isFile() ? info.size : 0), 0);
	return (bytes / 1e6).toFixed(1);
}

function printRow(cells: string[]): void {
	console.log(`| ${cells.join(' | ')} |`);
}
