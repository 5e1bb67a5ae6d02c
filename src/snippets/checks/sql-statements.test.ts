import assert from 'node:assert/strict';
import test from 'node:test';
import { splitStatements } from './sql-statements.ts';

function split(text: string): string[] {
	return splitStatements(text).map(({ start, end }) => text.slice(start, end));
}

test('statements end at semicolons; the last may lack its own', () => {
	assert.deepEqual(split(' SELECT 1;\n\nSELECT 2'), ['SELECT 1;', 'SELECT 2']);
	assert.deepEqual(split(''), []);
});

test('a statement begins behind the comments before it', () => {
	assert.deepEqual(split('-- one; two\n/* a; /* b; */ c; */ SELECT 1; -- end;'), ['SELECT 1;']);
});

test('semicolons in quotes, dollar quotes and parentheses end nothing', () => {
	const whole = [
		"SELECT 'a;''b;', E'c\\';d', \"e;\"\"f\";",
		'DO $$ BEGIN a; b; END $$;',
		'DO $x$ BEGIN $$ ; $$; END $x$;',
		'CREATE RULE r AS ON INSERT TO a DO ALSO (DELETE FROM b; DELETE FROM c);',
		'SELECT 1 AS a$b, $1 -- ;\n/* ; */;',
	];
	for (const statement of whole) assert.deepEqual(split(statement), [statement]);
	assert.deepEqual(split(whole.join('\n')), whole);
});

test('the body of a routine in standard SQL is part of its statement', () => {
	const routine =
		'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;';
	assert.deepEqual(split(`${routine} SELECT CASE WHEN true THEN 1 END; BEGIN; END;`), [
		routine,
		'SELECT CASE WHEN true THEN 1 END;',
		'BEGIN;',
		'END;',
	]);
});
