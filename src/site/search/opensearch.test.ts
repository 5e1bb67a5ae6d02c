import assert from 'node:assert/strict';
import test from 'node:test';
import { makeOpenSearch } from './opensearch.ts';

test('addresses are whole, whether the site knows its own or not', () => {
	const templateOf = (site: string | undefined): string | undefined =>
		/text\/html" template="([^"]+)"/.exec(makeOpenSearch(site))?.[1];
	assert.equal(templateOf('https://example.com/'), 'https://example.com/search/?q={searchTerms}');
	assert.equal(templateOf(undefined), 'http://localhost:4321/search/?q={searchTerms}');
});
