import { type ChildProcess, spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, nameOwnFolder, serveSite, test } from './test.ts';

const port = 4331;
const site = `http://localhost:${port}`;

test.describe.configure({ mode: 'serial' });

test.describe('a site whose rules were renamed, reworded, moved and withdrawn', () => {
	const root = nameOwnFolder('permanence');
	const rules = join(root, 'content/rules');
	const ledgerPath = join(root, 'content/ledger.json');
	const env = {
		...process.env,
		CONTENT_ROOT: root,
		OUT_DIR: join(root, 'dist'),
		CACHE_DIR: join(root, 'cache'),
	};
	let server: ChildProcess | undefined;

	function run(script: string, ...args: string[]): { status: number | null; output: string } {
		const { status, stdout, stderr } = spawnSync('node', [`src/cli/${script}.ts`, ...args], {
			env,
			encoding: 'utf8',
		});
		return { status, output: stdout + stderr };
	}

	/** Files that name a rule, apart from its own. */
	function listMentions(code: string): string[] {
		return readdirSync(join(root, 'content'), { recursive: true })
			.map(String)
			.filter((file) => file.endsWith('.md'))
			.filter((file) => {
				const text = readFileSync(join(root, 'content', file), 'utf8');
				return text.includes(code) && !text.includes(`id: ${code}`);
			});
	}

	function edit(file: string, change: (text: string) => string): void {
		const path = join(root, 'content', file);
		const before = readFileSync(path, 'utf8');
		const after = change(before);
		expect(after, file).not.toBe(before);
		writeFileSync(path, after);
	}

	/** The front matter's revision, with what it changed. */
	const revisionOf = /^revision: (\d+)\n(?:change:\n(?: {2}.*\n)*)?/m;

	/** Gives a rule its next revision, of this class and with these lines after it. */
	function revise(text: string, changeClass: string, note: string, ...lines: string[]): string {
		return text.replace(revisionOf, (_, revision: string) =>
			[
				`revision: ${Number(revision) + 1}`,
				'change:',
				`  class: ${changeClass}`,
				`  note: ${note}`,
				...lines,
				'',
			].join('\n'),
		);
	}

	test.beforeAll(() => {
		test.setTimeout(300_000);
		cpSync('content', join(root, 'content'), { recursive: true });
		const { status, output } = run('release', '90.0.0');
		expect(status, output).toBe(0);
		expect(output).toMatch(/addresses and \d+ fragments recorded/);
		for (const file of ['changes/index.html', 'changes.xml', 'api/v1/changes.json']) {
			expect(readFileSync(join(env.OUT_DIR, file), 'utf8'), file).toContain('90.0.0');
		}
	});

	test.afterAll(() => {
		server?.kill();
		rmSync(root, { recursive: true, force: true });
	});

	test('a new sentence without a new revision stops every command', () => {
		edit('rules/security/encode-output-for-its-context.md', (text) =>
			text.replace(
				'MUST be encoded for the context',
				'MUST be escaped and encoded for the context',
			),
		);
		const { status, output } = run('ledger');
		expect(status).toBe(1);
		expect(output).toMatch(/encode-output-for-its-context\.md:4:1 {2}error {2}rule-changed/);
	});

	test('a rule that vanished stops every command', () => {
		const path = join(rules, 'database/index-only-the-part-that-is-queried.md');
		renameSync(path, `${path}.away`);
		const { status, output } = run('ledger');
		renameSync(`${path}.away`, path);
		expect(status).toBe(1);
		expect(output).toMatch(/rule-missing\n {2}Unexpected absence of DB-012/);
	});

	test('with revisions, a withdrawal and a move the site builds, and all old links live', () => {
		test.setTimeout(240_000);
		edit('rules/security/encode-output-for-its-context.md', (text) =>
			revise(text, 'stricter', 'Escaping is now asked for as well.'),
		);
		renameSync(
			join(rules, 'security/rate-limit-authentication-endpoints.md'),
			join(rules, 'security/limit-logins.md'),
		);
		edit('rules/security/limit-logins.md', (text) =>
			text.replace(
				'title: Rate-limit authentication endpoints',
				'title: Limit every attempt to log in',
			),
		);
		const moved = run('new-rule', '--topic', 'CACHE', 'Batch commands to the cache');
		expect(moved.output).toContain(
			'CACHE-011: content/rules/caching/batch-commands-to-the-cache.md',
		);
		const old = readFileSync(join(rules, 'caching/send-bulk-commands-in-a-pipeline.md'), 'utf8');
		writeFileSync(
			join(rules, 'caching/batch-commands-to-the-cache.md'),
			old
				.replace('CACHE-008', 'CACHE-011')
				.replace(revisionOf, 'revision: 1\n')
				.replace(/^title: .*$/m, 'title: Batch commands to the cache'),
		);
		edit('rules/caching/send-bulk-commands-in-a-pipeline.md', (text) =>
			revise(
				text,
				'withdrawn',
				'It moved.',
				'withdrawn:',
				'  date: 2026-12-01',
				'  reason: It belongs elsewhere.',
				'  successors: [CACHE-011]',
			),
		);
		for (const file of listMentions('CACHE-008')) {
			edit(file, (text) => text.replaceAll('CACHE-008', 'CACHE-011'));
		}
		edit('guide/cite.md', (text) => text.replace(/^## .*$/m, '## Another heading'));

		const stale = run('build');
		expect(stale.status).toBe(1);
		expect(stale.output).toContain('ledger-stale');
		const recorded = run('ledger');
		expect(recorded.status, recorded.output).toBe(0);

		const gone = run('build');
		expect(gone.status).toBe(1);
		const [, fragment = ''] =
			/Unexpected end of \/guide\/cite\/#(\S+), which/.exec(gone.output) ?? [];
		expect(fragment, gone.output).not.toBe('');
		writeFileSync(
			join(root, 'content/redirects.yml'),
			`/guide/cite/#${fragment}: /guide/cite/#another-heading\n`,
		);
		const built = run('build');
		expect(built.status, built.output).toBe(0);

		const { urls } = JSON.parse(readFileSync(ledgerPath, 'utf8')) as {
			urls: Record<string, Record<string, string[]>>;
		};
		const published = Object.values(urls).flatMap((each) => Object.entries(each));
		expect(published.length).toBeGreaterThan(900);
		for (const [url, fragments] of published) {
			const path = join(env.OUT_DIR, url.endsWith('/') ? `${url}index.html` : url);
			expect(existsSync(path), url).toBe(true);
			if (fragments.length === 0) continue;
			const html = readFileSync(path, 'utf8');
			for (const id of fragments) {
				expect(
					html.includes(`id="${id}"`) || html.includes(`id="${id.replaceAll('&', '&amp;')}"`),
					`${url}#${id}`,
				).toBe(true);
			}
		}
	});

	test('readers of old links learn what changed', async ({ page, request }) => {
		server = await serveSite(env.OUT_DIR, port, request);

		await page.goto(`${site}/rules/sec-004/?rev=1`);
		const note = page.locator('[data-moved]');
		await expect(note).toContainText('This rule has changed since revision 1 (stricter).');
		await expect(note).toContainText('Escaping is now asked for as well.');
		await expect(note).toContainText('Then: Every value that came from outside MUST be encoded');
		await expect(note).toContainText('Now: Every value that came from outside MUST be escaped');
		await page.goto(`${site}/rules/sec-004/?rev=2`);
		await expect(note).toBeHidden();
		await expect(page.getByRole('main')).toContainText('Escaping is now asked for as well.');

		await page.goto(`${site}/r/SEC-014/`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'SEC-014 Limit every attempt to log in',
		);

		await page.goto(`${site}/r/cache-008/`);
		await expect(page).toHaveURL(`${site}/rules/cache-008/`);
		await expect(page.getByRole('main')).toContainText(
			'Withdrawn on 2026-12-01. It belongs elsewhere.',
		);
		await page
			.locator('.withdrawn')
			.getByRole('link', { name: /CACHE-011/ })
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^CACHE-011/);

		const { rules: exported } = (await (await request.get(`${site}/api/v1/rules.json`)).json()) as {
			rules: { id: string; since: string; changes: { class: string }[] }[];
		};
		const find = (id: string) => exported.find((rule) => rule.id === id);
		expect(find('CACHE-008')).toMatchObject({
			status: 'withdrawn',
			successors: ['CACHE-011'],
		});
		expect(find('CACHE-008')?.changes.at(-1)).toMatchObject({ class: 'withdrawn' });
		expect(find('CACHE-008')?.since).not.toBe('next');
		expect(find('CACHE-011')).toMatchObject({ status: 'active', since: 'next' });
		await page.goto(`${site}/changes/`);
		const waiting = page.locator('section', { hasText: 'Next release' });
		await expect(waiting).toContainText('SEC-004');
		await expect(page.getByRole('heading', { name: /^90\.0\.0/ })).toBeVisible();
	});

	test('what was frozen cannot be edited by hand', () => {
		const text = readFileSync(ledgerPath, 'utf8');
		writeFileSync(ledgerPath, text.replace(/"release":"[^"]+"/, '"release":null'));
		const { status, output } = run('ledger');
		writeFileSync(ledgerPath, text);
		expect(status).toBe(1);
		expect(output).toContain('ledger-edited');
	});
});
