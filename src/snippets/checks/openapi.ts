import {
	createConfig,
	getLineColLocation,
	lintFromString,
	YamlParseError,
} from '@redocly/openapi-core';
import type { Check, Problem, Snippet } from '../model.ts';

/** Lints OpenAPI descriptions by Redocly's recommended rules; its warnings count too. */
export const openapi: Check = {
	async findProblems(snippets) {
		const config = await createConfig({ extends: ['recommended'] });
		const lint = (snippet: Snippet): Promise<Problem[]> => findProblems(snippet, config);
		return (await Promise.all(snippets.map(lint))).flat();
	},
};

async function findProblems(
	snippet: Snippet,
	config: Awaited<ReturnType<typeof createConfig>>,
): Promise<Problem[]> {
	const at = (line: number, column: number, message: string): Problem => ({
		snippet,
		line,
		column,
		message,
	});
	try {
		const source = snippet.text;
		const results = await lintFromString({ source, absoluteRef: 'openapi.yaml', config });
		return results.map(({ location: [location], message, ruleId }) => {
			const { line, col } = location ? getLineColLocation(location).start : { line: 1, col: 1 };
			return at(line, col, `${message} (${ruleId})`);
		});
	} catch (error) {
		if (error instanceof YamlParseError) {
			return [at(error.line, error.col, error.message.replace(/ in "openapi\.yaml".*/s, ''))];
		}
		// What is no description of an interface at all is refused without a place.
		if (error instanceof Error) return [at(1, 1, error.message)];
		throw error;
	}
}
