/** What is read without n8n's expression engine is what the engine would have given. */
import fc from 'fast-check';
import { Workflow, type IDataObject, type INode, type INodeTypes } from 'n8n-workflow';

import {
	compilePlainExpression,
	UNSURE,
} from '../../../../nodes/HuaweiPush/parameters/plainExpression';
import { cpuMilliseconds } from '../../../builders/cpuTime';
import { anyExpression, EXPRESSIONS, PLAIN_ITEM } from '../../../builders/expressionCases';
import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';

const NODE: INode = {
	id: '1',
	name: 'Huawei Push Kit',
	type: 'huaweiPush',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const TYPES: INodeTypes = {
	getByName: () => new HuaweiPush(),
	getByNameAndVersion: () => new HuaweiPush(),
	getKnownTypes: () => ({}),
};
const workflow = new Workflow({ nodes: [NODE], connections: {}, active: false, nodeTypes: TYPES });

function ask(expression: string, json: IDataObject = PLAIN_ITEM): unknown {
	const items = [{ json: { name: 'somebody else' } }, { json }];
	return workflow.expression.getParameterValue(
		expression,
		null,
		0,
		1,
		NODE.name,
		items,
		'manual',
		{},
		{ data: { main: [items] }, node: NODE, source: null },
	);
}

function parse(json: string): IDataObject {
	const parsed: IDataObject = JSON.parse(`{"value":${json}}`);
	return parsed;
}

function readPlain(expression: string, json: object = PLAIN_ITEM): unknown {
	const read = compilePlainExpression(expression);
	return read === undefined ? UNSURE : read(json);
}

it.each(EXPRESSIONS.filter((expression) => readPlain(expression) !== UNSURE).map((one) => [one]))(
	'%j',
	(expression) => expect(readPlain(expression)).toStrictEqual(ask(expression)),
);

it('takes the forms that people write, and leaves what is not plain', () => {
	const taken = EXPRESSIONS.filter((expression) => readPlain(expression) !== UNSURE);
	expect(taken.length).toBeGreaterThan(EXPRESSIONS.length / 3);
	for (const engine of ['={{ $json.name.length }}', '={{ $json.obj }}', '={{ $now }}', '=text']) {
		expect([engine, readPlain(engine)]).toEqual([engine, UNSURE]);
	}
});

it('never differs, whatever stands in the template', () => {
	fc.assert(
		fc.property(anyExpression, (expression) => {
			const value = readPlain(expression);
			if (value !== UNSURE) expect(value).toStrictEqual(ask(expression));
		}),
		{ numRuns: 2000 },
	);
});

it('never differs, whatever the item holds', () => {
	const item: fc.Arbitrary<IDataObject> = fc.dictionary(
		fc.constantFrom('name', 'a', 'b'),
		fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.json().map(parse)),
	);
	const expressions = ['={{ $json.name }}', '=To {{ $json.a.b }} and {{ $json.b[0] }}'];
	fc.assert(
		fc.property(item, fc.constantFrom(...expressions), (json, expression) => {
			const value = readPlain(expression, json);
			if (value !== UNSURE) expect(value).toStrictEqual(ask(expression, json));
		}),
		{ numRuns: 500 },
	);
});

it.each([
	['a getter', Object.defineProperty({}, 'name', { get: () => 'x', enumerable: true })],
	['an inherited member', Object.create({ name: 'x' })],
	['a date', { name: new Date(0) }],
	['an instance', { name: new (class Money {})() }],
	['a function', { name: () => 'x' }],
	['no number', { name: Number.NaN }],
	['less than nothing', { name: -0 }],
	['a large integer', { name: 10n }],
])('leaves to n8n what JSON cannot hold: %s', (_, json) => {
	expect(readPlain('=Hello {{ $json.name }}', json)).toBe(UNSURE);
});

it('needs little for a long template', () => {
	const long = `=${'{{ $json.name '.repeat(100_000)}`;
	const start = cpuMilliseconds();
	compilePlainExpression(long);
	compilePlainExpression(`=${'['.repeat(19_000)}{{ $json${'["a"]'.repeat(3_000)} }}`);
	// A few milliseconds; a search that is quadratic took minutes.
	expect(cpuMilliseconds() - start).toBeLessThan(500);
});
