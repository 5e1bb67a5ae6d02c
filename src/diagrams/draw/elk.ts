import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { Worker } from 'elkjs/lib/elk-worker.min.js';

/**
 * Returns a graph with the places of its boxes and lines, all counted from the graph's own corner. The
 * package's own interface answers later; rendering a page does not wait, so the worker is asked directly.
 */
export function placeGraph(graph: ElkNode): ElkNode {
	const worker = new Worker();
	let answer: { data?: unknown; error?: unknown } = {};
	worker.onmessage = ({ data }) => {
		answer = data;
	};
	const ask = (data: object): void => {
		worker.dispatcher.saveDispatch({ data });
		if (answer.error !== undefined) throw new Error('No layout found.', { cause: answer.error });
	};
	ask({ id: 0, cmd: 'register', algorithms: ['layered'] });
	ask({ id: 1, cmd: 'layout', graph });
	return answer.data as ElkNode; // the worker returns the graph that it was given
}
