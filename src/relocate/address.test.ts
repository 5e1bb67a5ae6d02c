import assert from 'node:assert/strict';
import test from 'node:test';
import { moveAddress, moveOwnAddress, parseSiteAddress } from './address.ts';

const site = { origin: 'https://docs.example', base: '/team/plumbline' };

test('a base path is normalized', () => {
	for (const path of [
		'team/plumbline',
		'/team/plumbline',
		'team/plumbline/',
		' /team/plumbline/ ',
	]) {
		assert.equal(parseSiteAddress('', path).base, '/team/plumbline', path);
	}
	for (const path of ['', '/', undefined]) assert.equal(parseSiteAddress('', path).base, '');
	assert.equal(parseSiteAddress('', '/v1.2/~me/a_b-c').base, '/v1.2/~me/a_b-c');
});

test('what is no base path is refused with what was found', () => {
	const wrong = [
		['https://docs.example/team', '“https:”'],
		['//docs.example', 'two slashes in a row'],
		['a//b', 'two slashes in a row'],
		['a/../b', '“..”'],
		['a b', '“a b”'],
		['a?b', '“a?b”'],
		['a%20b', '“a%20b”'],
		['"><script>', '“"><script>”'],
	] as const;
	for (const [path, found] of wrong) {
		assert.throws(
			() => parseSiteAddress('', path),
			(error: Error) => error.message.includes(found) && error.message.includes('expected'),
			path,
		);
	}
});

test('a site address is scheme and host', () => {
	assert.equal(parseSiteAddress('https://docs.example/').origin, 'https://docs.example');
	assert.equal(parseSiteAddress('http://localhost:8080').origin, 'http://localhost:8080');
	assert.throws(() => parseSiteAddress('docs.example'), /expected an address such as/);
	assert.throws(() => parseSiteAddress('ftp://docs.example'), /expected an address such as/);
	assert.throws(() => parseSiteAddress('https://me@docs.example'), /scheme and host alone/);
	assert.throws(() => parseSiteAddress('https://docs.example?a=b'), /scheme and host alone/);
});

test('a site address with a path is refused with the two settings to make', () => {
	assert.throws(
		() => parseSiteAddress('https://org.example/plumbline/'),
		/Set SITE_URL=https:\/\/org\.example and BASE_PATH=\/plumbline\/\./,
	);
});

test('an address from the root gets the base, and no other one', () => {
	assert.equal(moveAddress('/', site), '/team/plumbline/');
	assert.equal(moveAddress('/rules/?kind=do#a', site), '/team/plumbline/rules/?kind=do#a');
	for (const address of [
		'',
		'#a',
		'?q=a',
		'a/',
		'./a',
		'//cdn.example/a',
		'https://docs.example/a',
	]) {
		assert.equal(moveAddress(address, site), address);
	}
});

test('an absolute address of the site gets the base where the site writes of itself', () => {
	assert.equal(
		moveOwnAddress('https://docs.example', site),
		'https://docs.example/team/plumbline/',
	);
	assert.equal(
		moveOwnAddress('https://docs.example/rules/', site),
		'https://docs.example/team/plumbline/rules/',
	);
	assert.equal(moveOwnAddress('/rules/', site), '/team/plumbline/rules/');
	const other = 'https://docs.example.org/rules/';
	assert.equal(moveOwnAddress(other, site), other);
});
