import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readFolderRows, root } from './testing.ts';

function listFolders(parent: string): string[] {
	return readdirSync(join(root, parent), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => `${parent}/${name}/`);
}

const folders = [...listFolders('src'), ...listFolders('content')].sort();

for (const file of ['content/guide/architecture.md', 'README.md']) {
	test(`${file} lists the folders of the program and of the content, each once`, () => {
		const said = readFolderRows(file)
			.map(({ path }) => path)
			.filter((path) => path.endsWith('/'));
		assert.deepEqual(said.sort(), folders);
	});
}

test('the readme lists every file of the content', () => {
	const said = readFolderRows('README.md').map(({ path }) => path);
	const files = readdirSync(join(root, 'content'), { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => `content/${name}`);
	assert.ok(files.includes('content/ledger.json'));
	assert.deepEqual(
		files.filter((file) => !said.includes(file)),
		[],
	);
});
