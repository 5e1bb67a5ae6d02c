import assert from 'node:assert/strict';
import test from 'node:test';
import { explain, makePage } from '../testing.ts';

/** For checks without a state: blocks that pass, and lines that do not, with what is said of them. */
const cases: Record<string, { right: string[]; wrong: [text: string, ...found: string[]][] }> = {
	yaml: {
		right: ['a: 1\nb: [x, y]', 'a: 1\n---\nb: 2'],
		wrong: [
			['a: 1\nb: [x', '3:1 unexpected end of the stream within a flow collection'],
			['a: 1\na: 2', '3:1 duplicated mapping key'],
		],
	},
	json: {
		right: ['{"a": [1, null]}', '"text"'],
		wrong: [
			['{\n  "a": 1,\n}', '4:1 Expected double-quoted property name'],
			['{"a": 1', "2:8 Expected ',' or '}' after property value"],
			['// a\n1', "2:1 Unexpected token '/'"],
			[`{\n"a": "${'long '.repeat(20)}",\n"b": ...\n}`, "4:6 Unexpected token '.'"],
			['[1,\n]', "3:1 Unexpected token ']'"],
		],
	},
	ts: {
		right: ['const a: Missing = other;', 'export type A = { b: string };'],
		wrong: [['const a = 1;\nconst = 2;', '3:7 Variable declaration expected']],
	},
	js: {
		right: ['const a = await other();', 'export const f = async () => undefined;'],
		wrong: [
			['const a = ;', '2:11 Expression expected'],
			['const a: string = 1;', '2:10 Type annotations can only be used in TypeScript files'],
		],
	},
	graphql: {
		right: [
			'query { a(b: 1) { c } }',
			'type Query { a: A }\ntype A { b: Int! @deprecated }',
			'interface Node { id: ID! }\ntype A implements Node { id: ID! }',
		],
		wrong: [
			['query {\n  a(\n}', '4:1 Syntax Error: Expected Name, found "}"'],
			['type Query {\n  a: Missing\n}', '3:6 Unknown type "Missing"'],
			[
				'interface Node { id: ID! }\ntype A implements Node { b: Int }',
				'2:18 Interface field Node.id expected but A does not provide it',
			],
		],
	},
	proto: {
		right: [
			'syntax = "proto3";\nimport "google/protobuf/timestamp.proto";\nmessage A { google.protobuf.Timestamp at = 1; repeated B b = 2; }\nmessage B { map<string, int32> c = 1; }\nservice S { rpc Get(A) returns (stream B); }',
		],
		wrong: [
			['syntax = "proto3";\nmessage A {\n  string a = ;\n}', "4:1 illegal id ';'"],
			[
				'syntax = "proto3";\nmessage A {\n  Missing a = 1;\n}',
				"4:1 no such Type or Enum 'Missing' in Type .A",
			],
			[
				'syntax = "proto3";\nmessage A { int32 a = 1; int32 b = 1; }',
				'3:1 duplicate id 1 in Type A',
			],
			[
				'import "other.proto";',
				'2:1 import "other.proto" is not one of Google\'s well-known types',
			],
		],
	},
	python: {
		right: [
			'match command:\n    case {"a": x, **rest} if x > 1:\n        pass\n    case str() as s:\n        print(f"{s!r:>{width}} {x["key"]}")\n    case _:\n        pass',
			'async def f[T](x: dict[str, T] | None = None) -> T:\n    async with (open("a") as a, open("b") as b):\n        return await a.read()',
			'try:\n    pass\nexcept* ValueError as e:\n    raise TypeError from e',
		],
		wrong: [
			['x = 1\nprint("a"\ny = 2', '4:1 Expected `,`, found identifier'],
			['def f()\n    pass', '2:8 Expected `:`, found newline'],
			['def f():\npass', '3:1 Expected an indented block after function definition'],
			['def f():\n        a\n    b', '4:1 unindent does not match any outer indentation level'],
			['try:\n    pass\nx = 1', '4:1 Expected `except` or `finally` after `try` block'],
			['x = [1, 2', '2:10 unexpected EOF while parsing'],
			['return 1', '2:1 `return` statement outside of a function/method'],
		],
	},
	java: {
		right: [
			'sealed interface S permits A, B {}\nrecord A(int x, @NotNull String y) implements S { A { } }\nfinal class B implements S {}',
			'class A { int f(Object o) { return switch (o) { case Integer i when i > 1 -> i; case P(int x, var y) -> { yield x; } case null, default -> 0; }; } }',
			'package a.b;\nimport java.util.*;\nclass A { String s = """\n  text "x"\n  """; void f() { var x = new ArrayList<Map<String, ? extends B>>(); x.forEach(A::new); } }',
		],
		wrong: [
			['class A {\n  void f() { int x = 1 }\n}', "3:24 unexpected }, expecting ';'"],
			['class A {\n  void f() {\n}', "4:2 unexpected end, expecting '}'"],
			['class A {\n  void f() { g(1; }\n}', "3:17 unexpected ;, expecting ')'"],
			['class A { int x = ; }', '2:19 unexpected ;'],
			[
				'class A { String s = "open; }',
				'2:22 unexpected character: ->"<- at offset: 21, skipped 1 characters',
			],
		],
	},
	sh: {
		right: ['if true; then echo "a"; fi', 'curl -s https://a.example | jq . \\\n  > out.json'],
		wrong: [],
	},
};

for (const [check, { right, wrong }] of Object.entries(cases)) {
	test(`${check}: what is right passes`, async () => {
		const page = makePage('a.md', ...right.map((text): [string, string] => [check, text]));
		assert.deepEqual(await explain([page]), []);
	});

	for (const [text, ...found] of wrong) {
		test(`${check}: ${JSON.stringify(text)} is reported at its line`, async () => {
			assert.deepEqual(
				await explain([makePage('a.md', [check, text])]),
				found.map((each) => `a.md:${each}`),
			);
		});
	}
}

test('sh: what the shell cannot parse is reported at the line that it names', async () => {
	const page = makePage('a.md', ['sh', 'echo a', 'fi', 'echo b']);
	const [found = '', ...others] = await explain([page]);
	// Each shell has its own words.
	assert.match(found, /^a\.md:3:1 .*syntax error.*fi/i);
	assert.deepEqual(others, []);
});

const openapi = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers: [{ url: https://api.shop.test }]
security: []
paths:
  /orders:
    get:
      operationId: listOrders
      summary: Lists orders
      responses:
        '200': { description: Orders }
        '400': { description: Wrong query }
`;

test('yaml openapi: a description that keeps the recommended rules passes', async () => {
	assert.deepEqual(await explain([makePage('a.md', ['yaml openapi', openapi])]), []);
});

test('yaml openapi: errors, warnings and broken YAML are reported at their lines', async () => {
	const pages = [
		openapi.replace(/^ +'400'.*\n/m, ''),
		openapi.replace('{ description: Orders }', "{ $ref: '#/components/responses/Orders' }"),
		openapi.replace('paths:', 'paths: ['),
		'a: 1\n',
	].map((text, i) => makePage(`${i}.md`, ['yaml openapi', text]));
	assert.deepEqual(await explain(pages), [
		'0.md:11:7 Operation must have at least one `4XX` response. (operation-4xx-response)',
		"1.md:12:16 Can't resolve $ref (no-unresolved-refs)",
		'2.md:8:8 missed comma between flow collection entries',
		'3.md:2:1 Unsupported specification',
	]);
});
