import {
	buildASTSchema,
	type DocumentNode,
	GraphQLError,
	isTypeSystemDefinitionNode,
	isTypeSystemExtensionNode,
	parse,
	validateSchema,
} from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import type { Check, Problem, Snippet } from '../model.ts';

/** Parses GraphQL; what defines types must also make a schema. */
export const graphql: Check = { findProblems: (snippets) => snippets.flatMap(findProblems) };

function findProblems(snippet: Snippet): Problem[] {
	return listErrors(snippet.text).map(({ message, locations }) => {
		const { line, column } = locations?.[0] ?? { line: 1, column: 1 };
		return { snippet, line, column, message };
	});
}

function listErrors(text: string): readonly GraphQLError[] {
	let document: DocumentNode;
	try {
		document = parse(text);
	} catch (error) {
		if (error instanceof GraphQLError) return [error];
		throw error;
	}
	const definesTypes = document.definitions.some(
		(node) => isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node),
	);
	if (!definesTypes) return [];
	const errors = validateSDL(document);
	if (errors.length > 0) return errors;
	// An example may show types without the queries that lead to them.
	return validateSchema(buildASTSchema(document, { assumeValidSDL: true })).filter(
		({ message }) => message !== 'Query root type must be provided.',
	);
}
