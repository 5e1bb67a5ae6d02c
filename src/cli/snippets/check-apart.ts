import { once } from 'node:events';
import { checkSnippets } from '../../snippets/check.ts';
import type { SnippetPage } from '../../snippets/model.ts';
import { snippetSettings } from './settings.ts';

// The process of check-content.ts: checks the pages that it is sent, answers, and ends.
const [pages] = (await once(process, 'message')) as [SnippetPage[]];
const result = await checkSnippets(pages, snippetSettings);
process.send?.(result, () => {
	process.disconnect();
});
