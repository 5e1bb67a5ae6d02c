import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'rolldown';
import { root } from '../collections/content.ts';
import { getAddress, isKeepable } from '../offline/files.ts';
import { formatHash, formatList, type OfflineList } from '../offline/list.ts';

const compress = promisify(gzip);

/** Files that are read and compressed at a time. */
const lanes = 8;

/**
 * Writes `offline.json`, the list of what a reader can keep, and `sw.js`, the worker of this build. Call it last:
 * a file that changes afterwards differs from the list, and readers who keep it are told so. Compressed copies
 * of files may follow.
 */
export async function writeOfflineList(folder: string): Promise<OfflineList> {
	const list = await makeOfflineList(folder);
	await writeFile(join(folder, 'offline.json'), formatList(list));
	await writeFile(join(folder, 'sw.js'), await bundleWorker(list.version));
	return list;
}

/** Returns the list of a built site. The same files give the same version. */
export async function makeOfflineList(folder: string): Promise<OfflineList> {
	const names = await listKeepable(folder);
	const files: OfflineList['files'] = {};
	let transfer = 0;
	for (let i = 0; i < names.length; i += lanes) {
		const read = names.slice(i, i + lanes).map((name) => readListed(folder, name));
		for (const { address, file, sent } of await Promise.all(read)) {
			files[address] = file;
			transfer += sent;
		}
	}
	const lines = Object.entries(files).map(([address, { hash }]) => `${address} ${hash}\n`);
	const version = createHash('sha256').update(lines.join('')).digest('hex').slice(0, 12);
	return { version, transfer, files };
}

async function listKeepable(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((name) => isKeepable(getAddress(name)))
		.sort();
}

async function readListed(
	folder: string,
	name: string,
): Promise<{ address: string; file: OfflineList['files'][string]; sent: number }> {
	const bytes = await readFile(join(folder, name));
	const hash = formatHash(createHash('sha256').update(bytes).digest());
	// What is compressed already gains nothing.
	const sent = Math.min(bytes.length, (await compress(bytes)).length);
	return { address: getAddress(name), file: { hash, size: bytes.length }, sent };
}

/** Returns the worker as one script, with the version of its build in it. */
async function bundleWorker(version: string): Promise<string> {
	const { output } = await build({
		input: join(root, 'src/client/offline/worker.ts'),
		output: { format: 'iife', minify: true },
		transform: { define: { BUILD_VERSION: JSON.stringify(version) } },
		logLevel: 'warn',
		write: false,
	});
	return output[0].code;
}
