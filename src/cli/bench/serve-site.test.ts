import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { serveSite } from './serve-site.ts';
import { parseSettings } from './settings.ts';

test('a built site is served with its headers, and a host that runs is asked itself', async (context) => {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-served-'));
	context.after(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	mkdirSync(join(folder, 'dist'));
	writeFileSync(join(folder, 'dist/index.html'), '<title>Home</title>');
	writeFileSync(join(folder, 'dist/404.html'), '<title>Missing</title>');
	const settings = parseSettings(['--dist', join(folder, 'dist')], folder);
	assert.ok(settings);
	const site = await serveSite(settings);
	context.after(site.close);
	const answer = await fetch(site.origin);
	assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
	assert.match(await answer.text(), /Home/);
	const other = await serveSite({ ...settings, server: site.origin });
	assert.equal(other.origin, site.origin);
});
