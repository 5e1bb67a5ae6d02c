import { contentFindings } from './finding-kinds/content.ts';
import { documentFindings } from './finding-kinds/documents.ts';
import { permanenceFindings } from './finding-kinds/permanence.ts';

/**
 * Every kind of finding. Codes are permanent: guides and scripts name them. Each has a page in
 * `content/guide/findings/`, which a test holds against this table.
 */
export const findingKinds = { ...documentFindings, ...contentFindings, ...permanenceFindings };

export type FindingCode = keyof typeof findingKinds;
