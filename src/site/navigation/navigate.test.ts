import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { guideGroups } from './guide-order.ts';
import { indexPlaces, makeNavigation, type PanelGroup } from './navigate.ts';
import type { Place } from './places.ts';

const rule = (n: number): Place => ({
	code: `SEC-00${n}`,
	title: `Rule ${n}`,
	url: `/rules/sec-00${n}/`,
	parent: '/topics/security/',
	panel: 'topics',
	topic: 'security',
	list: 'rules of security',
});
const topic = (slug: string): Place => ({
	title: slug,
	url: `/topics/${slug}/`,
	parent: '/topics/',
	panel: 'topics',
	topic: slug,
	list: 'topics',
});
const index = indexPlaces([
	{ title: 'Topics', url: '/topics/', panel: 'topics' },
	{ title: 'Patterns', url: '/patterns/', panel: 'design' },
	topic('security'),
	topic('caching'),
	rule(1),
	rule(2),
	{ ...rule(3), list: undefined as never },
	{ title: 'Bulkhead', url: '/patterns/bulkhead/', parent: '/patterns/', topic: 'security' },
]);

const titles = (groups: PanelGroup[] = []): string[] =>
	groups.flatMap(({ title, links }) => [title, ...links.map((link) => link.title)]);

test('a rule stands below its topic, between the rules around it', () => {
	const { trail, previous, next } = makeNavigation(index, '/rules/sec-001/');
	assert.deepEqual(
		trail.map(({ url }) => url),
		['/topics/', '/topics/security/'],
	);
	assert.equal(previous, undefined);
	assert.equal(next?.code, 'SEC-002');
});

test('the sidebar lists the topics and what the current one holds', () => {
	const { panel } = makeNavigation(index, '/rules/sec-002/');
	assert.deepEqual(titles(panel), ['Topics', 'security', 'caching']);
	const [security, caching] = panel[0]?.links ?? [];
	assert.deepEqual(titles(security?.within), ['Rules', 'Rule 1', 'Rule 2', 'Patterns', 'Bulkhead']);
	assert.equal(security?.within?.[0]?.links[1]?.isCurrent, true);
	assert.equal(caching?.within, undefined);
});

test('a page that is in no list has nothing before it and nothing after it', () => {
	const { previous, next } = makeNavigation(index, '/rules/sec-003/');
	assert.deepEqual([previous, next], [undefined, undefined]);
});

test('a further part of a page stands below the page', () => {
	const { place, trail, next } = makeNavigation(index, '/topics/security/2/');
	assert.equal(place.topic, 'security');
	assert.deepEqual(
		trail.map(({ url }) => url),
		['/topics/', '/topics/security/'],
	);
	assert.equal(next, undefined);
});

test('an unknown page has no sidebar', () => {
	assert.deepEqual(makeNavigation(index, '/404/').panel, []);
});

test('a long list shows what is around the current page', () => {
	const sources = Array.from({ length: 300 }, (_, i): Place => ({
		title: `Document ${i}`,
		url: `/sources/d${i}/`,
		parent: '/sources/',
		panel: 'evidence',
		list: 'sources',
	}));
	const all = indexPlaces([{ title: 'Sources', url: '/sources/', panel: 'evidence' }, ...sources]);
	const { panel } = makeNavigation(all, '/sources/d200/');
	const shown = panel[0]?.links[0]?.within?.[0]?.links ?? [];
	assert.equal(shown.length, 40);
	assert.ok(shown.some(({ isCurrent }) => isCurrent));
});

test('the sidebar of the guide has every page of the guide, and no other', () => {
	const folder = join(import.meta.dirname, '../../../content/guide');
	const names = readdirSync(folder).map((name) => name.replace(/^index\.md$|\.md$/, ''));
	const listed = guideGroups.flatMap(({ pages }): string[] => [...pages]);
	assert.ok(existsSync(join(folder, 'findings/index.md')));
	assert.deepEqual(listed.toSorted(), names.toSorted());
});
