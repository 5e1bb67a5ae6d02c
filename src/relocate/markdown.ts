import { parse, postprocess, preprocess } from 'micromark';
import { splitChunks } from '../ingest/read/chunks.ts';
import { isFromRoot, moveAddress, type SiteAddress } from './address.ts';
import { applyEdits, type Edit } from './edits.ts';

/** Characters of a chunk at least: small ones spare the parser what holds no address. */
const chunkSize = 500;

/** What every destination from the root has before it, in code or not. */
const candidate = /\]\(\s*<?\/|\]:\s*<?\//;

/** Returns Markdown with the destinations of its links and images under the base; code stays as it is. */
export function moveMarkdown(markdown: string, site: SiteAddress): string {
	if (!candidate.test(markdown)) return markdown;
	return splitChunks(markdown.split('\n'), chunkSize)
		.map(({ lines }) => moveChunk(lines.join('\n'), site))
		.join('\n');
}

function moveChunk(text: string, site: SiteAddress): string {
	const edits = findDestinations(text).map(({ start, end }) => ({
		start,
		end,
		text: moveAddress(text.slice(start, end), site),
	}));
	return applyEdits(text, edits);
}

/** Returns the destinations from the root that a Markdown text holds without the base. */
export function findLeftInMarkdown(markdown: string, { base }: SiteAddress): string[] {
	// Most texts hold none, and are spared the parser.
	const rest = markdown.replaceAll(`(${base}/`, '(').replaceAll(`<${base}/`, '<');
	if (!candidate.test(rest.replaceAll(` ${base}/`, ' '))) return [];
	return splitChunks(markdown.split('\n'), chunkSize).flatMap(({ lines }) => {
		const text = lines.join('\n');
		return findDestinations(text)
			.map(({ start, end }) => text.slice(start, end))
			.filter((address) => isFromRoot(address) && !address.startsWith(`${base}/`));
	});
}

/** The tokens say where a destination is; a tree would say only where its link is. */
function findDestinations(text: string): Omit<Edit, 'text'>[] {
	if (!candidate.test(text)) return [];
	const chunks = preprocess()(text, undefined, true);
	return postprocess(parse().document().write(chunks))
		.filter(([kind, { type }]) => kind === 'enter' && type.endsWith('DestinationString'))
		.map(([, { start, end }]) => ({ start: start.offset, end: end.offset }));
}
