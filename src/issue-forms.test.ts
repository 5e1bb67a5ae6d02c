import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load } from 'js-yaml';
import { root } from './testing.ts';

interface Field {
	type: string;
	id?: string;
	attributes: { label?: string };
	validations?: { required?: boolean };
}

interface Form {
	name: string;
	description: string;
	title: string;
	body: Field[];
}

const folder = join(root, '.github/ISSUE_TEMPLATE');

function readForm(name: string): Form {
	// The tests below check the shape.
	return load(readFileSync(join(folder, name), 'utf8')) as Form;
}

const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

for (const name of forms) {
	test(`${name} is a form that GitHub takes`, () => {
		const { name: title, description, body } = readForm(name);
		assert.ok(title && description);
		const ids = body.map(({ id }) => id ?? '');
		assert.equal(new Set(ids).size, body.length);
		for (const { type, id = '', attributes, validations } of body) {
			assert.match(type, /^(input|textarea)$/);
			assert.match(id, /^[\w-]+$/);
			assert.ok(attributes.label, id);
			assert.ok([undefined, true, false].includes(validations?.required), id);
		}
	});
}

/** What the links on pages fill in, by form. */
const filled = { 'wrong-rule.yml': ['code', 'revision'], 'wrong-page.yml': ['page'] };

/** Parameters of such a link that GitHub knows itself: they hide a field of that name. */
const own = ['title', 'body', 'labels', 'assignees', 'projects', 'milestone', 'template'];

for (const [name, expected] of Object.entries(filled)) {
	test(`${name} has the fields that a link fills in`, () => {
		const { body } = readForm(name);
		const inputs = body.filter(({ type }) => type === 'input').map(({ id }) => id);
		assert.deepEqual(inputs, expected);
		assert.deepEqual(
			body.filter(({ id = '' }) => own.includes(id)),
			[],
		);
	});
}
