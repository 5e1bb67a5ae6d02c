import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import { ledger as testLedger } from '../check/testing.ts';

const root = join(import.meta.dirname, '../..');
const command = join(import.meta.dirname, 'plumbline-check.js');

/** Without the newer Node that this project brings: other projects run the command with theirs. */
const path = (process.env.PATH ?? '')
	.split(delimiter)
	.filter((folder) => !folder.includes('node_modules'))
	.join(delimiter);

let folder = '';
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'plumbline-check-'));
	await write('rules.json', JSON.stringify(testLedger));
});
after(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(join(folder, name)), { recursive: true });
	await writeFile(join(folder, name), content);
}

interface Run {
	status: number | null;
	lines: string[];
	errors: string;
}

function run(args: string[], input: string | Uint8Array = '', file = command): Promise<Run> {
	return runNode([file, ...args], input);
}

/** Runs Node in the test's folder. The parent goes on, so that it can answer requests. */
async function runNode(args: string[], input: string | Uint8Array = ''): Promise<Run> {
	const child = spawn('node', args, { cwd: folder, env: { ...process.env, PATH: path } });
	const texts = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
	// The command may end before it has read its input.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
	const [output = '', errors = ''] = (await Promise.all(texts)).map((parts) => parts.join(''));
	return { status: await closed, lines: output.trimEnd().split('\n'), errors };
}

test('codes that hold pass, in files, folders and patterns', async () => {
	await write('good/a.md', 'SEC-001, API-001\n');
	await write('good/deep/b.txt', '\uFEFFSEC-014 and CVE-2024-001\r\n');
	await write('good/node_modules/c.md', 'SEC-999\n');
	await write('good/.git/d.md', 'SEC-999\n');
	for (const args of [['good'], ['good/a.md', 'good/deep'], ['good/**/*.{md,txt}', 'good/a.md']]) {
		assert.deepEqual(await run(args), {
			status: 0,
			lines: ['3 codes in 2 files: 0 errors, 0 warnings'],
			errors: '',
		});
	}
});

test('errors are listed with their places, all at once, and fail', async () => {
	await write('bad/a.md', 'fine\n  SEC-999 and API-999\n');
	await write('bad/b.md', '\uFEFFSEC-002');
	const { status, lines } = await run(['--rules', 'rules.json', 'bad', '--ignore', 'API,IAM-002']);
	assert.equal(status, 1);
	assert.equal(lines.length, 3);
	assert.match(lines[0] ?? '', /^bad\/a\.md:2:3: error: SEC-999 is no rule code, expected one of/);
	assert.match(
		lines[1] ?? '',
		/^bad\/b\.md:1:1: error: SEC-002 was withdrawn .* in its place: IAM-001/,
	);
	assert.equal(lines[2], '2 codes in 2 files: 2 errors, 0 warnings');
});

test('standard input is read without files, and for a hyphen', async () => {
	for (const args of [[], ['-']]) {
		const { status, lines } = await run(args, 'SEC-999');
		assert.equal(status, 1);
		assert.match(lines[0] ?? '', /^<stdin>:1:1: error: SEC-999/);
	}
	assert.equal((await run([], 'SEC-001')).status, 0);
});

test('a warning fails only where it is asked to', async () => {
	const args = ['--rules', 'rules.json'];
	const text = 'https://x.example/rules/sec-014/?rev=2';
	const { status, lines } = await run(args, text);
	assert.equal(status, 0);
	assert.match(lines[0] ?? '', /warning: SEC-014 has changed since revision 2: wording/);
	assert.equal((await run([...args, '--strict'], text)).status, 1);
});

test('excluded files are not read', async () => {
	await write('some/dist/a.md', 'SEC-999');
	await write('some/b.md', 'SEC-001');
	const { status, lines } = await run(['some', '--exclude', 'dist', '--exclude', '*.txt']);
	assert.deepEqual(
		{ status, lines },
		{
			status: 0,
			lines: ['1 code in 1 file: 0 errors, 0 warnings'],
		},
	);
});

test('binary files are skipped, and bytes that are no UTF-8 hide nothing', async () => {
	await write('bytes/a.bin', new Uint8Array([0x50, 0, 0x51]));
	await write(
		'bytes/b.md',
		Buffer.concat([Buffer.from([0xff, 0xc3, 0x20]), Buffer.from('SEC-999')]),
	);
	await write('bytes/c.md', Buffer.from('\uFEFFSEC-998', 'utf16le'));
	const { status, lines } = await run(['bytes']);
	assert.equal(status, 1);
	assert.match(lines[0] ?? '', /^bytes\/b\.md:1:4: error: SEC-999/);
	assert.match(lines[1] ?? '', /^bytes\/c\.md:1:1: error: SEC-998/);
	assert.match(lines[2] ?? '', /^2 codes in 2 files, 1 binary file skipped/);
});

test('a file of 30 MB without a line break does not need as much memory', async () => {
	await write('big.txt', `${'no code yet '.repeat(2_500_000)}SEC-999`);
	const small = ['--max-old-space-size=16', command, '--format', 'json', 'big.txt'];
	const { status, lines } = await runNode(small);
	assert.equal(status, 1);
	const { findings } = JSON.parse(lines.join('\n')) as { findings: { column: number }[] };
	assert.deepEqual(
		findings.map(({ column }) => column),
		[30_000_001],
	);
});

test('links in a folder are not followed, so that a circle ends', async () => {
	await write('circle/a.md', 'SEC-001');
	await symlink('..', join(folder, 'circle/again'));
	assert.deepEqual((await run(['circle'])).lines, ['1 code in 1 file: 0 errors, 0 warnings']);
});

test('what cannot be read is said after the findings of the rest', async () => {
	await write('rest.md', 'SEC-999');
	const { status, lines, errors } = await run(['missing.md', 'no/*.md', 'rest.md']);
	assert.equal(status, 2);
	assert.match(lines[0] ?? '', /^rest\.md:1:1: error: SEC-999/);
	assert.match(errors, /Could not read missing\.md: there is no such file/);
	assert.match(errors, /Could not read no\/\*\.md: /);
});

test('a command line that is not understood gets the usage', async () => {
	for (const args of [['--nope'], ['--format', 'xml'], ['--ignore', 'sec']]) {
		const { status, errors } = await run(args);
		assert.equal(status, 2);
		assert.match(errors, /usage: plumbline-check/);
	}
	const help = await run(['--help']);
	assert.equal(help.status, 0);
	assert.match(help.lines[0] ?? '', /^usage: plumbline-check/);
	const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
		version: string;
	};
	const [line = ''] = (await run(['--version'])).lines;
	assert.ok(line.startsWith(`plumbline-check ${version}, rules of release `), line);
});

test('a site is asked for its rules, and an answer that has none is explained', async () => {
	const answers: Record<string, [number, string]> = {
		'/api/v1/rules.json': [
			200,
			JSON.stringify({
				version: 1,
				rules: [{ id: 'ZED-001', title: 'Last', revision: 1, status: 'active' }],
			}),
		],
		'/': [200, '<!doctype html><title>Plumbline</title>'],
	};
	const server = createServer(({ url = '' }, response) => {
		const [status, body] = answers[url] ?? [404, 'none'];
		response.writeHead(status).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const ask = (address: string) => run(['--rules', address], 'ZED-001 ZED-002 SEC-999');
	const { status, lines } = await ask(`${site}/api/v1/rules.json`);
	assert.equal(status, 1);
	assert.match(
		lines[0] ?? '',
		/ZED-002 is no rule code, expected one of ZED-001; nearest: ZED-001/,
	);
	assert.equal(lines.length, 2);
	const page = await ask(`${site}/`);
	assert.equal(page.status, 2);
	assert.match(page.errors, /it begins with "<!doctype html><titl", expected JSON/);
	const missing = await ask(`${site}/rules.json`);
	assert.equal(missing.status, 2);
	assert.match(missing.errors, /the server answered 404, expected the \/api\/v1\/rules\.json/);
	await new Promise((resolve) => server.close(resolve));
	const gone = await ask(`${site}/api/v1/rules.json`);
	assert.equal(gone.status, 2);
	assert.match(gone.errors, /the host refused the connection/);
});

test('a reader that stops early ends the command without an error', () => {
	const many = 'SEC-999\n'.repeat(2_000);
	const { stderr, stdout } = spawnSync('sh', ['-c', `node '${command}' | head -n 1`], {
		input: many,
		encoding: 'utf8',
		env: { ...process.env, PATH: path },
	});
	assert.match(stdout, /^<stdin>:1:1: error/);
	assert.equal(stderr, '');
});

test('what npm packs is all that the command needs', async () => {
	const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], {
		cwd: root,
		encoding: 'utf8',
	});
	assert.equal(packed.status, 0, packed.stderr);
	const home = join(folder, 'node_modules/plumbline');
	await mkdir(home, { recursive: true });
	const archive = join(folder, packed.stdout.trim());
	assert.equal(spawnSync('tar', ['xzf', archive, '-C', home, '--strip-components=1']).status, 0);
	const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
		bin: Record<string, string>;
	};
	const installed = join(home, bin['plumbline-check'] ?? '');
	assert.equal((await run([], 'SEC-001', installed)).status, 0);
	assert.equal((await run([], 'SEC-999', installed)).status, 1);
});
