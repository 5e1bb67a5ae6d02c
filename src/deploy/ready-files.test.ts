import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import yaml from 'js-yaml';
import { everywhere, getHeaders, isMatch, transport } from './headers.ts';
import { types } from './types.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const nginx = read('src/deploy/nginx.conf');
const caddy = read('src/deploy/Caddyfile');

/** One path for each rule of the table, and some for which there is none. */
const paths = [
	'/rules/',
	'/404.html',
	'/_astro/page.abc.js',
	'/pagefind/pagefind.js',
	'/pagefind/fragment/en_1.pf_fragment',
	'/pagefind/index/en_1.pf_index',
	'/pagefind/filter/en_1.pf_filter',
	'/search/index.abc.json',
	'/search/',
	'/sw.js',
	'/api/v1/rules.json',
	'/rules.csv',
	'/rules.md',
	'/agents/backend-architect.md',
	'/pictures/iam-002.png',
	'/changes.xml',
	'/opensearch.xml',
];

const varying = ['Cache-Control', 'Access-Control-Allow-Origin', 'Cross-Origin-Resource-Policy'];

/** Returns what nginx's `map` named `variable` gives for a path. */
function readMap(variable: string, path: string): string {
	const body = nginx.split(`map $uri $${variable} {`)[1]?.split('\n}')[0] ?? '';
	const rows = [...body.matchAll(/^\t"~(.+)" "(.*)";$/gm)];
	const row = rows.find(([, pattern = '']) => new RegExp(pattern).test(path));
	return row?.[2] ?? /default "(.*)";/.exec(body)?.[1] ?? 'no such map';
}

/** Returns the header that Caddy's file sets for a path by its matchers, outside of errors. */
function readCaddy(name: string, path: string): string | undefined {
	const text = caddy.split('handle_errors')[0] ?? '';
	const matchers = [...text.matchAll(/^\t@(\w+) (not )?path (.+)$/gm)]
		.filter(([, , not, list = '']) => {
			const isListed = list.split(' ').some((pattern) => isMatch(pattern, path));
			return isListed !== Boolean(not);
		})
		.map(([, matcher = '']) => matcher);
	for (const matcher of matchers) {
		const block = new RegExp(`header @${matcher} \\{([^}]*)\\}|header @${matcher} (.+)`).exec(text);
		const value = new RegExp(`${name} "(.*)"`).exec(block?.[1] ?? block?.[2] ?? '');
		if (value) return value[1];
	}
	return undefined;
}

test('nginx sends what the table has for every response', () => {
	for (const [name, value] of Object.entries(everywhere)) {
		assert.ok(nginx.includes(`\tadd_header ${name} "${value}" always;\n`), name);
	}
	for (const value of Object.values(transport)) assert.equal(nginx.split(`"${value}"`).length, 3);
	const sent = [...nginx.matchAll(/^\tadd_header (\S+)/gm)].map(([, name = '']) => name);
	const known = [...varying, ...Object.keys(everywhere), ...Object.keys(transport)];
	assert.deepEqual(sent.sort(), known.sort());
});

test('nginx sends what the table has for each path', () => {
	for (const path of paths) {
		const headers = getHeaders(path, true);
		assert.deepEqual(
			['plumbline_caching', 'plumbline_readers', 'plumbline_embedders'].map((map) =>
				readMap(map, path),
			),
			varying.map((name) => headers[name] ?? ''),
			path,
		);
	}
});

test('nginx knows the types of the table', () => {
	const listed = [
		...nginx.matchAll(/^\t\t"?([a-z]+\/[^"\s]+(?:; charset=utf-8)?)"? ([a-z0-9 ]+);$/gm),
	];
	const known = listed.flatMap(([, type = '', extensions = '']) =>
		extensions.split(' ').map((extension) => [extension, type]),
	);
	assert.deepEqual(Object.fromEntries(known), types);
	for (const path of ['/changes.xml', '/opensearch.xml']) {
		assert.ok(nginx.includes(`default_type "${getHeaders(path, true)['Content-Type'] ?? ''}";`));
	}
});

test('Caddy sends what the table has', () => {
	const all = { ...everywhere, ...transport };
	for (const [name, value] of Object.entries(all)) {
		assert.ok(caddy.includes(`${name} "${value}"\n`), name);
	}
	for (const path of paths) {
		const headers = getHeaders(path, true);
		for (const name of varying) assert.equal(readCaddy(name, path), headers[name], path);
	}
	for (const path of ['/rules.md', '/changes.xml', '/opensearch.xml']) {
		assert.equal(readCaddy('Content-Type', path), getHeaders(path, true)['Content-Type']);
	}
});

interface Workflow {
	permissions: object;
	jobs: Record<string, { permissions: object; steps: { uses?: string; run?: string }[] }>;
}

test('the workflow for GitHub Pages uses actions of a known commit, with the least permissions', () => {
	const text = read('.github/workflows/pages.yml');
	const { permissions, jobs } = yaml.load(text) as Workflow;
	assert.deepEqual(permissions, {});
	assert.deepEqual(jobs.build?.permissions, { contents: 'read', pages: 'read' });
	assert.deepEqual(jobs.deploy?.permissions, { pages: 'write', 'id-token': 'write' });
	const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
	assert.equal(used.length, 5);
	for (const action of used) assert.match(action, /^actions\/[a-z-]+@[0-9a-f]{40}$/);
	assert.equal([...text.matchAll(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm)].length, used.length);
});

test('Netlify publishes what the build writes', () => {
	const text = read('netlify.toml');
	assert.match(text, /^command = ".*npm run build"$/m);
	assert.match(text, /^publish = "dist"$/m);
});
