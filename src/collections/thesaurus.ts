import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import yaml from 'js-yaml';
import { type Finding, makeFinding } from '../ingest/findings.ts';

/** The list of words that readers use for one another, as findings name it. */
export const thesaurusName = 'content/thesaurus.yml';

/** One group: two words or more, each of letters and digits. */
const groupLine = /^- \[[a-z0-9]+(, [a-z0-9]+)+\]$/;

/**
 * Reads the groups of words that readers use for one another; without a file there are none. `root`
 * holds `content/`.
 */
export async function readThesaurus(
	root: string,
): Promise<{ thesaurus: string[][]; findings: Finding[] }> {
	let text: string;
	try {
		text = await readFile(join(root, thesaurusName), 'utf8');
	} catch {
		return { thesaurus: [], findings: [] };
	}
	const findings = text.split('\n').flatMap((line, i) => {
		if (line.trim() === '' || line.startsWith('#') || groupLine.test(line)) return [];
		const place = { file: thesaurusName, line: i + 1, column: 1 };
		const found = `“${line}”`;
		const expected = 'a line such as `- [crash, die, fail]`';
		return [makeFinding('content-invalid', place, { field: 'group', found, expected })];
	});
	// JSON's scalars alone: "no" and "off" are words here.
	const data =
		findings.length === 0 ? yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA }) : undefined;
	return { thesaurus: (data ?? []) as string[][], findings };
}
