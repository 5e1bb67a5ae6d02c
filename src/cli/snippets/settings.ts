import { explainDiagram } from '../../diagrams/read.ts';
import type { CheckSettings } from '../../snippets/model.ts';

/** What the commands give the checks of code blocks. */
export const snippetSettings: CheckSettings = { explainDiagram };
