import assert from 'node:assert/strict';
import test from 'node:test';
import { findSnippets } from './find.ts';

const body = `


Text.

~~~json
{}
~~~

- In a list:

  \`\`\`sql run error=42501
  SELECT 1;
    SELECT 2;
  \`\`\`

> \`\`\`\`md
> \`\`\`ts
> \`\`\`
> \`\`\`\`

    indented
`;

test('blocks are found in lists and quotes, with the line and column of their fence', () => {
	const found = findSnippets({ file: 'a.md', body }).map(
		({ file, line, column, language, check, error, text }) =>
			[file, line, column, language, check, error, text] as const,
	);
	assert.deepEqual(found, [
		['a.md', 6, 1, 'json', 'json', undefined, '{}'],
		['a.md', 12, 3, 'sql', 'sql run', '42501', 'SELECT 1;\n  SELECT 2;'],
		['a.md', 17, 3, 'md', undefined, undefined, '```ts\n```'],
		['a.md', 22, 1, '', undefined, undefined, 'indented'],
	]);
});

test('a page without code has no blocks', () => {
	assert.deepEqual(findSnippets({ file: 'a.md', body: 'Text with `code`.' }), []);
});
