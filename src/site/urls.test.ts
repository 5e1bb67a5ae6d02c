import assert from 'node:assert/strict';
import test from 'node:test';
import { expandRedirects } from '../ledger/urls.ts';
import { urlOfTwin } from './urls.ts';

test('a page that moved takes along the twin that the site made of it', () => {
	for (const from of ['/', '/rules/', '/rules/sec-001/']) {
		const site = new Map([[urlOfTwin('/new/'), new Set<string>()]]);
		const redirects = expandRedirects({ [from]: '/new/' }, site);
		assert.equal(redirects[urlOfTwin(from)], urlOfTwin('/new/'));
	}
});
