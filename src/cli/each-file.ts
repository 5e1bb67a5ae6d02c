import { readdir } from 'node:fs/promises';

/** Files in work at the same time: enough to keep the disk busy, few enough to keep memory flat. */
const atOnce = 8;

/** Returns the names of all files below a folder, with `/`. */
export async function listFiles(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1))
		.map((name) => name.replaceAll('\\', '/'))
		.sort();
}

/** Does a piece of work for each name, several at a time. */
export async function forEachFile(
	names: readonly string[],
	work: (name: string) => Promise<void>,
): Promise<void> {
	const queue = names.values();
	const worker = async (): Promise<void> => {
		for (const name of queue) await work(name);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
