import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{
		ignores: [
			'dist/',
			'.build/',
			'.astro/',
			'node_modules/',
			'test-results/',
			'playwright-report/',
			'src/ingest/fixtures/',
		],
	},
	js.configs.recommended,
	...tseslint.configs.strictTypeChecked,
	...tseslint.configs.stylisticTypeChecked,
	...astro.configs['flat/recommended'],
	{
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			// Numbers in messages to people need no String().
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// Naming a field beside the rest is how it is left out.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
		},
	},
	{
		files: ['**/*.test.ts'],
		rules: {
			// node:test returns a promise that its runner awaits.
			'@typescript-eslint/no-floating-promises': 'off',
		},
	},
	{
		files: ['**/*.astro', '**/*.mjs'],
		...tseslint.configs.disableTypeChecked,
	},
	{
		files: ['**/*.mjs'],
		languageOptions: { globals: { process: 'readonly' } },
	},
	{
		files: ['src/**/*.js'],
		rules: {
			// The compiler finds names that do not exist.
			'no-undef': 'off',
			// The linter does not see a cast in a comment.
			'@typescript-eslint/no-unsafe-assignment': 'off',
		},
	},
);
