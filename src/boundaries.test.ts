import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'node:test';
import { readFolderRows } from './testing.ts';

interface Import {
	from: string;
	to: string;
	isType: boolean;
}

const root = import.meta.dirname;

/** What the files of a folder may import: folders of `src`, or packages by their beginning. */
const allowed: Record<string, { folders: string[]; packages: RegExp }> = {
	ingest: {
		folders: ['ingest'],
		packages:
			/^(gray-matter|js-yaml|remark-|unified|mdast|hast|micromark|github-slugger|stemmer|unist)/,
	},
	diagrams: { folders: ['ingest', 'diagrams'], packages: /^(elkjs\/|hast$)/ },
	code: { folders: ['ingest', 'diagrams', 'code'], packages: /^(lowlight|hast|mdast)$/ },
	rules: { folders: ['ingest', 'rules'], packages: /^mdast/ },
	articles: { folders: ['ingest', 'rules', 'articles'], packages: /^$/ },
	ledger: { folders: ['ingest', 'rules', 'ledger'], packages: /^$/ },
	review: { folders: ['rules', 'review'], packages: /^$/ },
	search: { folders: ['rules', 'search'], packages: /^stemmer$/ },
	check: { folders: ['check'], packages: /^$/ },
	relocate: { folders: ['ingest', 'relocate'], packages: /^micromark$/ },
	offline: { folders: ['offline'], packages: /^$/ },
	snippets: {
		folders: ['ingest', 'snippets'],
		packages:
			/^(@astral-sh\/ruff|@electric-sql\/pglite|@redocly\/|graphql|java-parser|js-yaml|mdast|protobufjs|typescript|node:(child_process|events|path|worker_threads)$)/,
	},
	collections: {
		folders: ['ingest', 'code', 'rules', 'articles', 'ledger', 'snippets', 'collections'],
		packages:
			/^(astro\/(loaders|zod|errors)|@astrojs\/markdown-satteri|node:|gray-matter|js-yaml|mdast)/,
	},
	site: {
		folders: [
			'ingest',
			'rules',
			'articles',
			'ledger',
			'review',
			'search',
			'snippets',
			'collections',
			'relocate',
			'site',
		],
		packages: /^(astro:content|@astrojs\/starlight|node:crypto$)/,
	},
	fonts: { folders: ['fonts'], packages: /^(node:|subset-font$)/ },
	components: {
		folders: ['site', 'components', 'client', 'review', 'search', 'styles'],
		packages: /^(astro|@astrojs\/starlight|@fonts\/)/,
	},
	pages: {
		folders: ['site', 'components', 'ingest'],
		packages: /^(astro|@astrojs\/starlight)/,
	},
	client: { folders: ['client', 'review', 'search', 'offline', 'rules'], packages: /^$/ },
	deploy: { folders: ['ledger', 'deploy'], packages: /^node:crypto$/ },
	cli: {
		folders: [
			'deploy',
			'ingest',
			'rules',
			'articles',
			'ledger',
			'diagrams',
			'fonts',
			'check',
			'snippets',
			'offline',
			'collections',
			'relocate',
			'cli',
		],
		packages:
			/^(node:|astro$|@takumi-rs\/|pagefind$|sirv$|rolldown$|@playwright\/test$|@axe-core\/|\.\.\/e2e\/)/,
	},
};

/** Folders that use neither the file system nor the DOM. */
const pure = [
	'ingest',
	'diagrams',
	'code',
	'rules',
	'ledger',
	'review',
	'search',
	'check',
	'relocate',
	'offline',
];

function listFiles(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true })
		.map((name) => join(folder, String(name)))
		.filter((name) => /\.(ts|js|astro)$/.test(name) && !name.includes('.test.'))
		.filter((name) => !name.endsWith('testing.ts') && !name.includes('fixtures/'));
}

function readImports(file: string): Import[] {
	const text = readFileSync(join(root, file), 'utf8');
	const statements = text.matchAll(
		/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)';/gm,
	);
	return [...statements].map(([, type, specifier = '']) => ({
		from: file,
		to: specifier.startsWith('.')
			? relative(root, join(root, dirname(file), specifier))
			: specifier,
		isType: type !== undefined,
	}));
}

for (const [folder, { folders, packages }] of Object.entries(allowed)) {
	test(`${folder} imports nothing that stands above it`, () => {
		const breaches = listFiles(folder)
			.flatMap(readImports)
			.filter(({ to }) => {
				const isOwn = /^[a-z]+\//.test(to) && readdirSync(root).includes(to.split('/')[0] ?? '');
				return isOwn ? !folders.includes(to.split('/')[0] ?? '') : !packages.test(to);
			});
		assert.deepEqual(breaches, []);
	});
}

test('only one module of the site asks Astro for collections', () => {
	const users = Object.keys(allowed)
		.flatMap(listFiles)
		.filter((file) => readFileSync(join(root, file), 'utf8').includes('getCollection('));
	assert.deepEqual(users, ['site/model.ts']);
});

test('what runs in a browser needs no package but the stemmer of the search', () => {
	const seen = new Set<string>();
	const queue = listFiles('client').concat(listFiles('review'));
	for (const file of queue) {
		if (seen.has(file)) continue;
		seen.add(file);
		for (const { to, isType } of readImports(file)) {
			if (isType) continue;
			if (file.startsWith('search/') && to === 'stemmer') continue;
			assert.match(to, /\.ts$/, file);
			queue.push(to);
		}
	}
	assert.ok(seen.has('rules/model.ts'));
	assert.deepEqual(
		[...seen].filter((file) => /^(ingest|ledger|collections|site)\//.test(file)),
		[],
	);
});

test('what the site knows of code blocks loads no tool that checks them', () => {
	const seen = new Set<string>();
	const queue = ['snippets/summarize.ts', ...listFiles('site')];
	for (const file of queue) {
		if (seen.has(file) || !/^(site|snippets)\//.test(file)) continue;
		seen.add(file);
		queue.push(...readImports(file).flatMap(({ to, isType }) => (isType ? [] : [to])));
	}
	assert.ok(seen.has('snippets/find.ts'));
	assert.deepEqual(
		[...seen].filter((file) => file.startsWith('snippets/check')),
		[],
	);
});

test('the check of codes needs no package and no TypeScript', () => {
	const seen = new Set<string>();
	const queue = ['cli/plumbline-check.js'];
	for (const file of queue) {
		if (seen.has(file)) continue;
		seen.add(file);
		for (const { to } of readImports(file)) {
			assert.match(to, /^node:|\.js$/, file);
			if (to.endsWith('.js')) queue.push(to);
		}
	}
	assert.ok(seen.has('check/judge.js'));
});

test('the core uses neither the file system nor the DOM', () => {
	const names =
		/\b(document\.(querySelector|getElement)|window|localStorage)\b|\b(process|Buffer)\.|\bfetch\(/;
	const users = pure.flatMap(listFiles).filter((file) => {
		const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
		return names.test(code) || code.includes("from 'node:");
	});
	assert.deepEqual(users, []);
});

test('the reading of imports finds imports over several lines and for side effects', () => {
	const imports = readImports('ingest/extract/extract.ts').map(({ to }) => to);
	assert.ok(imports.includes('ingest/extract/constructs/list.ts'));
	assert.ok(readImports('collections/document-loader.ts').some(({ to }) => to === 'astro/errors'));
});

test('the guide says of each folder what it may import, and which are pure', () => {
	const said = readFolderRows('content/guide/architecture.md').filter(({ path }) =>
		path.startsWith('src/'),
	);
	const imports = said.map(({ path, cells }) => [
		path.slice('src/'.length, -1),
		(cells[2] ?? '').split(', ').filter((name) => name !== 'nothing'),
	]);
	assert.deepEqual(Object.fromEntries(imports), {
		styles: [],
		...Object.fromEntries(
			Object.entries(allowed).map(([folder, { folders }]) => [
				folder,
				folders.filter((each) => each !== folder),
			]),
		),
	});
	const marked = said.filter(({ cells }) => cells[1]?.endsWith(' Pure'));
	assert.deepEqual(marked.map(({ path }) => path.slice('src/'.length, -1)).sort(), pure.toSorted());
});
