import matter from 'gray-matter';
import yaml from 'js-yaml';
import { type Finding, makeFinding } from '../findings.ts';
import type { FrontMatterEntry } from '../model.ts';

/** Bytes of YAML that are read at most; real front matter has hundreds. */
export const frontMatterLimit = 65_536;
/** Values that are walked at most: aliases can name the same list a billion times in 300 bytes. */
export const valueLimit = 10_000;

export interface FrontMatter {
	entries: FrontMatterEntry[];
	/** Number of lines that the front matter takes, both `---` included; 0 without one. */
	lineCount: number;
}

interface Block {
	/** Line of the file on which the opening `---` stands. */
	line: number;
	yaml: string[];
	lineCount: number;
}

/**
 * Reads the front matter that opens `lines`, which start at line `firstLine` of the file.
 *
 * Returns its entries in order, with what was wrong. A block that YAML refuses, but whose every line
 * is plainly `key: rest`, is read as text with a warning: role documents in the wild have unquoted
 * descriptions full of colons. After an error the entries are empty.
 */
export function readFrontMatter(
	lines: string[],
	file: string,
	firstLine = 1,
): { frontMatter: FrontMatter; findings: Finding[] } {
	const none = { entries: [], lineCount: 0 };
	const place = { file, line: firstLine, column: 1 };
	const opening = lines[0] ?? '';
	if (!/^---(?!-)/.test(opening)) return { frontMatter: none, findings: findLate(lines, place) };

	const language = opening.slice(3).trim();
	if (language) {
		return {
			frontMatter: none,
			findings: [makeFinding('front-matter-language', place, { language })],
		};
	}
	const end = lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line));
	if (end < 0)
		return { frontMatter: none, findings: [makeFinding('front-matter-unclosed', place)] };

	const block = { line: firstLine, yaml: lines.slice(1, end), lineCount: end + 1 };
	const { entries, findings } = readBlock(block, file);
	return { frontMatter: { entries, lineCount: block.lineCount }, findings };
}

/** Front matter that blank lines or spaces push off the first line is text to every other reader, too. */
function findLate(
	lines: string[],
	place: { file: string; line: number; column: number },
): Finding[] {
	const first = lines.findIndex((line) => line.trim() !== '');
	if (first < 0 || !/^\s*---[ \t]*$/.test(lines[first] ?? '')) return [];
	const next = lines[first + 1] ?? '';
	if (!/^\s*[A-Za-z_][\w-]*:(\s|$)/.test(next)) return [];
	return [makeFinding('front-matter-late', { ...place, line: place.line + first })];
}

interface BlockResult {
	entries: FrontMatterEntry[];
	findings: Finding[];
}

function readBlock(block: Block, file: string): BlockResult {
	const source = block.yaml.join('\n');
	const at = (line: number, column = 1): { file: string; line: number; column: number } => ({
		file,
		line: block.line + line,
		column,
	});
	const fail = (finding: Finding): BlockResult => ({ entries: [], findings: [finding] });

	if (source.length > frontMatterLimit) {
		const args = { size: `${source.length} characters`, limit: `${frontMatterLimit}` };
		return fail(makeFinding('front-matter-too-large', at(0), args));
	}
	let data: unknown;
	try {
		data = parseWithGrayMatter(source);
	} catch (error) {
		return explain(error, block, at);
	}
	if (data === null || data === undefined) return { entries: [], findings: [] };
	if (typeof data !== 'object' || Array.isArray(data)) {
		const found = Array.isArray(data) ? 'a list' : 'text';
		return fail(makeFinding('front-matter-not-mapping', at(1), { found }));
	}
	if (!isSmall(data)) {
		const args = { size: `more than ${valueLimit} values`, limit: `${valueLimit}` };
		return fail(makeFinding('front-matter-too-large', at(0), args));
	}
	return { entries: toEntries(data, block), findings: [] };
}

/**
 * gray-matter finds the block and hands it to the engine. Every engine but YAML refuses: gray-matter
 * would run `---js` as code. The options object also keeps it from caching by text, which returns one
 * shared object for equal documents and `{}` for a second try at a broken one.
 */
function parseWithGrayMatter(source: string): unknown {
	const refuse = (): never => {
		throw new TypeError('only YAML is read');
	};
	let parsed: unknown;
	matter(`---\n${source}\n---\n`, {
		language: 'yaml',
		engines: {
			yaml: (text: string) => {
				parsed = parseYaml(text);
				return {};
			},
			javascript: refuse,
			js: refuse,
			json: refuse,
			coffee: refuse,
		},
	});
	return parsed;
}

/** Every scalar stays the text that the author wrote (`1.10`, `no`, `2024-01-02`), and no tag builds objects. */
function parseYaml(text: string): unknown {
	return yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });
}

function explain(
	error: unknown,
	block: Block,
	at: (line: number, column?: number) => { file: string; line: number; column: number },
): BlockResult {
	const fail = (finding: Finding): BlockResult => ({ entries: [], findings: [finding] });
	if (error instanceof RangeError) {
		return fail(makeFinding('front-matter-invalid', at(0), { reason: 'nested too deeply' }));
	}
	if (!(error instanceof yaml.YAMLException)) throw error;

	const reason = error.reason;
	// gray-matter hands over the text from the end of the opening line, so its line 0 is the `---`.
	const line = error.mark.line;
	const place = at(line, error.mark.column + 1);
	if (reason.includes('duplicated mapping key')) {
		const key = /^\s*["']?([^"':]*)/.exec(block.yaml[line - 1] ?? '')?.[1] ?? '';
		return fail(
			makeFinding('front-matter-duplicate-key', { ...place, column: 1 }, { key: key.trim() }),
		);
	}
	if (reason.includes('tag')) return fail(makeFinding('front-matter-invalid', place, { reason }));

	const entries = readLineByLine(block);
	if (!entries) return fail(makeFinding('front-matter-invalid', place, { reason }));
	const duplicate = entries.find((entry, i) => entries.findIndex((e) => e.key === entry.key) < i);
	if (duplicate) {
		const where = { ...place, line: duplicate.line, column: 1 };
		return fail(makeFinding('front-matter-duplicate-key', where, { key: duplicate.key }));
	}
	return { entries, findings: [makeFinding('front-matter-lenient', place, { reason })] };
}

/** Entries of a block whose every line is `key: rest of line`; undefined where one is not. */
function readLineByLine(block: Block): FrontMatterEntry[] | undefined {
	const entries: FrontMatterEntry[] = [];
	for (const [i, line] of block.yaml.entries()) {
		if (line.trim() === '') continue;
		const [, key, rest] = /^([A-Za-z_][\w-]*):(?:[ \t]+(.*))?$/.exec(line) ?? [];
		if (key === undefined) return undefined;
		// Agent files write line breaks of a one-line description as backslash and n.
		const value = (rest ?? '').trim().replaceAll('\\n', '\n');
		entries.push({ key, value, line: block.line + i + 1 });
	}
	return entries;
}

/** Counts values without recursion and stops at the limit, so that shared aliases cost nothing. */
function isSmall(data: unknown): boolean {
	const queue: unknown[] = [data];
	let seen = 0;
	for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
		if (++seen > valueLimit) return false;
		if (value === null || typeof value !== 'object') continue;
		const children = Array.isArray(value) ? value : Object.values(value);
		if (children.length > valueLimit) return false;
		for (const child of children) queue.push(child ?? null);
	}
	return true;
}

function toEntries(data: object, block: Block): FrontMatterEntry[] {
	return Object.entries(data).map(([key, value]) => ({
		key,
		value: typeof value === 'string' ? value : JSON.stringify(value),
		line: block.line + 1 + Math.max(0, findKey(block.yaml, key)),
	}));
}

function findKey(lines: string[], key: string): number {
	return lines.findIndex((line) => line.replace(/^["']/, '').startsWith(key));
}
