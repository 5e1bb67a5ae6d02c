import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { root } from '../../testing.ts';
import { formatLicenses, isAccepted, listPackages, type LockFile } from './list-licenses.ts';

const lock: LockFile = {
	packages: {
		'': { license: 'MIT' },
		'node_modules/a': { version: '1.0.0', license: 'MIT' },
		'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
		'node_modules/@c/d': { version: '2.0.0', license: 'AGPL-3.0-only' },
		'node_modules/e': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
		'node_modules/f': { version: '1.0.0' },
	},
};

test('each package of the build is listed once; the project and its tools are not', () => {
	assert.deepEqual(
		listPackages(lock).map(({ name, license }) => [name, license]),
		[
			['a', 'MIT'],
			['@c/d', 'AGPL-3.0-only'],
			['f', undefined],
		],
	);
});

test('a license that nobody agreed to is refused, and so is a missing one', () => {
	const refused = listPackages(lock).filter(({ license }) => !isAccepted(license));
	assert.deepEqual(
		refused.map(({ name }) => name),
		['@c/d', 'f'],
	);
});

test('of alternatives one has to be accepted, of several that hold together all', () => {
	assert.ok(isAccepted('(MIT OR GPL-3.0-only)'));
	assert.ok(isAccepted('Apache-2.0 AND MIT'));
	assert.ok(!isAccepted('MIT AND GPL-3.0-only'));
	assert.ok(!isAccepted('(GPL-2.0-only OR AGPL-3.0-only)'));
	assert.ok(!isAccepted('MIT AND (GPL-3.0-only OR AGPL-3.0-only)'));
	assert.ok(!isAccepted('SEE LICENSE IN file.txt'));
});

test('the list counts packages by license, the most frequent first', () => {
	const packages = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
		.map((name) => ({ name, version: '1', license: 'MIT' }))
		.concat({ name: 'h', version: '1', license: 'ISC' });
	assert.equal(
		formatLicenses([...packages].reverse()),
		'MIT     7  g, f, e, d, c and 2 more\nISC     1  h\n',
	);
});

test('every package that takes part in the build has a license that is accepted', () => {
	const own = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
	const packages = listPackages(own);
	assert.ok(packages.length > 100);
	assert.deepEqual(
		packages.filter(({ license }) => !isAccepted(license)),
		[],
	);
});
