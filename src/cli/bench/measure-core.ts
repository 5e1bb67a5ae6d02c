import { readContent } from '../../collections/content.ts';
import { ingest } from '../../ingest/index.ts';
import { parseMarkdown } from '../../ingest/read/parse.ts';

/**
 * Measures the core in a process of its own: the folder of documents is the first argument. Prints
 * JSON: milliseconds of the whole core and of the parser alone, and peak memory in MB.
 */
const content = await readContent(process.argv[2]);
const start = performance.now();
const { documents } = ingest(content.files, content.settings);
const core = performance.now() - start;

const parseStart = performance.now();
for (const file of content.files) parseMarkdown(new TextDecoder().decode(file.bytes));
const parse = performance.now() - parseStart;

const memory = process.resourceUsage().maxRSS / 1024;
const statements = documents.reduce((sum, document) => sum + document.statements.length, 0);
console.log(JSON.stringify({ core, parse, memory, statements }));
