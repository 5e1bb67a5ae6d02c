import assert from 'node:assert/strict';
import test from 'node:test';
import { readDiagram } from './read.ts';
import { type Said, sayDiagram } from './say.ts';
import { sources } from './testing.ts';

function say(name: string): string[] {
	const { diagram } = readDiagram(sources[name] ?? '');
	return diagram ? indent(sayDiagram(diagram), '') : [];
}

function indent(lines: Said[], before: string): string[] {
	return lines.flatMap(({ text, below }) => [before + text, ...indent(below, `${before}  `)]);
}

test('a flowchart is said line by line, with what stands in its groups', () => {
	assert.deepEqual(say('flowchart'), [
		'Request → Known',
		'Known → Store: yes',
		'Known → Job: yes',
		'Ring → Six: later',
		'Round → Box with a label of two lines',
		'Known ↔ Ring: no',
		'Box with a label of two lines – Request',
		'Box with a label of two lines → Box with a label of two lines',
		'Zone 1 → Job',
		'In Zone 1: Ring, Six, Rack',
		'In Rack: Round, Box with a label of two lines',
	]);
});

test('states are said with their start and end', () => {
	assert.deepEqual(say('states'), [
		'Start → All calls pass',
		'All calls pass → Open: failures',
		'Start of Half open → Probing',
		'Probing → End of Half open',
		'Open → Half open',
		'Half open → All calls pass: probe passes',
		'All calls pass → End',
		'In Half open: Probing',
	]);
});

test('entities are said with how many, and with their columns', () => {
	assert.deepEqual(say('entities'), [
		'exactly one TENANT – zero or more ORDER: owns',
		'one or more ORDER – zero or one INVOICE: billed by',
		'ORDER:',
		'  id uuid PK FK',
		'  total numeric(12,2)',
		'ALONE',
	]);
});

test('a sequence is said in its order, with its branches', () => {
	assert.deepEqual(say('sequence'), [
		'Client → Service: POST /orders',
		'Note, Client and Service: Two of them',
		'If: in time',
		'  Service → D: event',
		'  Again and again: every second',
		'    Service → Service: look again',
		'Otherwise: too late',
		'  D → Service: lost (lost)',
		'  Note, Client: waits',
		'  Note, D: gone',
		'Service → Client: 202 Accepted',
		'Service → Client: bare',
	]);
});
