import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/**
 * Writes the search index of a built site. The engine hands the files over and we write them: an engine that
 * writes by itself may be ended, on a busy machine, before it has written all of them.
 */
export async function writeSearchIndex(site: string): Promise<void> {
	try {
		const { index, errors } = await createIndex();
		if (!index) throw new Error(errors.join('; '));
		const added = await index.addDirectory({ path: site });
		const { files, errors: failed } = await index.getFiles();
		const problems = [...added.errors, ...failed];
		if (problems.length > 0) throw new Error(problems.join('; '));
		const folder = join(site, 'pagefind');
		await rm(folder, { recursive: true, force: true });
		for (const { path, content } of files) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), content);
		}
	} finally {
		await close();
	}
}
