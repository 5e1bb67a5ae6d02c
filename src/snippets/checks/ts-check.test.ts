import assert from 'node:assert/strict';
import test from 'node:test';
import { explain, makePage } from '../testing.ts';

test('blocks are checked against the real types of packages and of Node', async () => {
	const page = makePage(
		'a.md',
		[
			'ts check',
			"import { readFile } from 'node:fs/promises';",
			"import express from 'express';",
			"import { z } from 'zod';",
			'const body = z.object({ id: z.uuid() });',
			"express().post('/', (req, res) => { res.json({ id: body.parse(req.body).id }); });",
			"console.log(await readFile('a', 'utf8'));",
		],
		['ts check', "import express from 'express';", '', "express().lissen('3000');"],
		['ts check', "import { nothing } from 'not-installed';"],
		['ts check', 'const length: number = process.argv[0];', 'const = 1;'],
	);
	assert.deepEqual(await explain([page]), [
		"a.md:13:11 Property 'lissen' does not exist on type 'Express'. Did you mean 'listen'?",
		"a.md:17:25 Cannot find module 'not-installed' or its corresponding type declarations",
		'a.md:22:7 Variable declaration expected',
	]);
});

test('blocks are strict, and modules of their own', async () => {
	const page = makePage(
		'a.md',
		['ts check', "const name: string = 'a';", 'console.log(name);'],
		['ts check', 'const name: number = 1;', 'console.log(name);'],
		['ts check', 'function f(x) { return x; }', 'f(name);'],
	);
	assert.deepEqual(await explain([page]), [
		"a.md:12:12 Parameter 'x' implicitly has an 'any' type",
		"a.md:13:3 Cannot find name 'name'",
	]);
});

test('what a block adds to the types of others holds in that block alone', async () => {
	const use = 'export const f = (req: Request) => req.tenant;';
	const augment =
		"declare module 'express-serve-static-core' { interface Request { tenant: string } }";
	const globals = 'declare global { var tenant: string }';
	const page = makePage(
		'a.md',
		['ts check', "import type { Request } from 'express';", augment, use],
		['ts check', "import type { Request } from 'express';", use],
		['ts check', globals, 'console.log(tenant);', 'export {};'],
		['ts check', 'console.log(tenant);'],
	);
	assert.deepEqual(
		(await explain([page])).map((each) => each.split(' on type')[0]),
		["a.md:9:40 Property 'tenant' does not exist", "a.md:19:13 Cannot find name 'tenant'"],
	);
});
