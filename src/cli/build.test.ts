import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { root } from '../collections/content.ts';
import { ruleSchema } from '../collections/schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
after(() => {
	rmSync(folder, { recursive: true, force: true });
});

function run(script: string, args: string[], env: Record<string, string> = {}) {
	return spawnSync('node', [join(root, 'src/cli', script), ...args], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
}

function makeSources(name: string, files: Record<string, string>): string {
	const sources = join(folder, name);
	mkdirSync(sources, { recursive: true });
	for (const [file, text] of Object.entries(files)) writeFileSync(join(sources, file), text);
	return sources;
}

test('an error ends the build with all findings and leaves the old site as it was', () => {
	const sources = makeSources('broken', {
		'a.md': '---\ntitle: A\ntitle: B\n---\n\n# A\n',
		'b.md': '---js\n{ title: "x" }\n---\n',
		'c.md': '# Fine\n\n- A statement\n',
	});
	const dist = join(folder, 'dist');
	mkdirSync(dist);
	writeFileSync(join(dist, 'index.html'), 'the old site');

	const { status, stderr } = run('build.ts', [], {
		SOURCES_DIR: sources,
		OUT_DIR: dist,
		CACHE_DIR: join(folder, 'cache'),
	});
	assert.equal(status, 1);
	assert.match(stderr, /a\.md:3:1 {2}error {2}front-matter-duplicate-key/);
	assert.match(stderr, /b\.md:1:1 {2}error {2}front-matter-language/);
	assert.equal(readFileSync(join(dist, 'index.html'), 'utf8'), 'the old site');
});

test('ingest reports a folder to the terminal and to a file, and builds nothing', () => {
	const sources = makeSources('report', { 'a.md': '# A\n\n- Rate limit every endpoint\n' });
	const file = join(folder, 'report.json');
	const { status, stdout } = run('ingest.ts', ['--sources', sources, '--json', file]);
	assert.equal(status, 0);
	assert.match(
		stdout,
		/1 documents, 1 statements, 0 unsorted \(0\.0 %\), 1 tied to rules, 0 lines lost/,
	);
	const report = JSON.parse(readFileSync(file, 'utf8')) as {
		totals: unknown;
		documents: { statements: { topic: string; how: string }[] }[];
	};
	assert.deepEqual(report.totals, { documents: 1, statements: 1, unsorted: 0, tied: 1, lost: 0 });
	assert.equal(report.documents[0]?.statements[0]?.topic, 'api');
	assert.match(report.documents[0].statements[0].how, /^vocabulary: 'rate limit/);
	assert.equal(existsSync(join(sources, 'dist')), false);
});

test('ingest of a folder that does not exist fails with a finding', () => {
	const { status, stdout } = run('ingest.ts', ['--sources', join(folder, 'nowhere')]);
	assert.equal(status, 1);
	assert.match(stdout, /folder-unreadable/);
});

test('ingest with an unknown option says how to call it', () => {
	const { status, stderr } = run('ingest.ts', ['--source', folder]);
	assert.equal(status, 2);
	assert.match(stderr, /usage: npm run ingest/);
});

test('a new rule needs a topic that exists and a title of three to nine words', () => {
	const unknown = run('new-rule.ts', ['--topic', 'SECURITEE', 'Title of three words']);
	assert.equal(unknown.status, 1);
	assert.match(unknown.stderr, /Unexpected topic “SECURITEE”, expected one of API, /);
	const short = run('new-rule.ts', ['--topic', 'SEC', 'Short']);
	assert.equal(short.status, 1);
	assert.match(short.stderr, /Unexpected title “Short”/);
	assert.equal(run('new-rule.ts', ['--topic', 'SEC']).status, 2);
	assert.equal(run('new-rule.ts', ['--topic', 'SEC', 'Two', 'titles']).status, 2);
});

test('a new rule is a draft with every field, and is never written over a file', () => {
	const contentRoot = join(folder, 'new-rule');
	cpSync(join(root, 'content'), join(contentRoot, 'content'), { recursive: true });
	const file = 'content/rules/security/keep-a-name-of-one-rule.md';
	const read = (name: string): string => readFileSync(join(contentRoot, name), 'utf8');
	const create = () =>
		run('new-rule.ts', ['--topic', 'SEC', 'Keep a name of one rule'], {
			CONTENT_ROOT: contentRoot,
		});

	const { status, stdout, stderr } = create();
	assert.equal(status, 0, stderr);
	const [, code = ''] = /^(SEC-\d{3}): (\S+)/.exec(stdout) ?? [];
	assert.ok(stdout.startsWith(`${code}: ${file}\n`), stdout);
	const draft = read(file);
	const ledger = read('content/ledger.json');
	assert.ok(ledger.includes(`"${code}": {"topic":"security"`));
	for (const [field, schema] of Object.entries(ruleSchema.shape)) {
		if (schema.safeParse(undefined).success) continue;
		assert.match(draft, new RegExp(`^${field}:`, 'm'));
	}

	const again = create();
	assert.equal(again.status, 1);
	assert.equal(
		again.stderr,
		`${file}\n  Unexpected file of this name, expected none: no code was taken.\n  Choose another title, or edit the rule that is there.\n`,
	);
	assert.equal(read(file), draft);
	assert.equal(read('content/ledger.json'), ledger);
});

test('a link to a rule is checked in the text of a technology, at its line', () => {
	const contentRoot = join(folder, 'technology');
	cpSync(join(root, 'content'), join(contentRoot, 'content'), { recursive: true });
	const text = '---\nname: Redis\ncategory: Cache\n---\n\nFast; see [SEC-999].\n';
	writeFileSync(join(contentRoot, 'content/technologies/redis.md'), text);
	const { status, stderr } = run('ledger.ts', [], { CONTENT_ROOT: contentRoot });
	assert.equal(status, 1);
	assert.match(stderr, /content\/technologies\/redis\.md:6:11 {2}error {2}rule-unknown/);
});

test('a release needs a version that follows', () => {
	assert.equal(run('release.ts', []).status, 2);
	const { status, stderr } = run('release.ts', ['v1']);
	assert.equal(status, 1);
	assert.match(stderr, /“v1” is not of the form X\.Y\.Z/);
});
