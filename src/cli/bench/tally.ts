/** One answer of the measured site: its path and how many bytes its body had. */
export interface Sent {
	path: string;
	bytes: number;
}

export const fileTypes = ['html', 'css', 'js', 'font', 'other'] as const;

export type FileType = (typeof fileTypes)[number];

/** Bytes by type of file, of all files together, and how many requests there were. */
export type Tally = Record<FileType | 'total' | 'withoutFonts' | 'requests', number>;

const typeOfExtension: Record<string, FileType> = {
	'': 'html',
	html: 'html',
	css: 'css',
	js: 'js',
	mjs: 'js',
	woff: 'font',
	woff2: 'font',
	ttf: 'font',
};

/** Returns the type that a path is counted as. A path without an extension is a page. */
export function getFileType(path: string): FileType {
	const name = path.replace(/[?#].*$/, '').replace(/^.*\//, '');
	const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return typeOfExtension[extension] ?? 'other';
}

/** Adds up what was sent for one page. */
export function tallySent(sent: Sent[]): Tally {
	const sum = (type: FileType): number =>
		sent
			.filter(({ path }) => getFileType(path) === type)
			.reduce((bytes, file) => bytes + file.bytes, 0);
	const byType = Object.fromEntries(fileTypes.map((type) => [type, sum(type)])) as Record<
		FileType,
		number
	>;
	const total = sent.reduce((bytes, file) => bytes + file.bytes, 0);
	return { ...byType, total, withoutFonts: total - byType.font, requests: sent.length };
}

/** Writes bytes as KB of 1,000 bytes, with one digit after the point. */
export function formatKb(bytes: number): string {
	return (bytes / 1000).toFixed(1);
}
