import type { Check } from '../model.ts';

/** Draws diagrams, with the function that the caller has for it. */
export const mermaid: Check = {
	explainMissing: ({ explainDiagram }) => (explainDiagram ? undefined : 'nothing here draws them'),
	findProblems: (snippets, { explainDiagram }) =>
		snippets.flatMap((snippet) => {
			const wrong = explainDiagram?.(snippet.text);
			return wrong ? [{ snippet, column: 1, ...wrong }] : [];
		}),
};
