import { EarlierRuns, EarlierRunsByNode } from '../../../../push-kit/recipients/earlierRuns';

describe('EarlierRuns', () => {
	it('counts a token once and a list as it is', () => {
		const runs = new EarlierRuns();
		for (const token of ['one', 'two', 'one']) runs.add(token);
		runs.addList(100);
		expect([runs.recipients, runs.has('two'), runs.has('three')]).toEqual([102, true, false]);
	});

	it('tells very many apart, though it begins small', () => {
		const runs = new EarlierRuns();
		for (let index = 0; index < 20_000; index++) runs.add(`token-${index}`);
		expect(runs.recipients).toBe(20_000);
	});
});

describe('EarlierRunsByNode', () => {
	it('knows a node in its execution again, and nobody without a key', () => {
		const known = new EarlierRunsByNode();
		known.of('a').add('token');
		expect([known.of('a').recipients, known.of('b').recipients]).toEqual([1, 0]);
		known.of(undefined).add('token');
		expect(known.of(undefined).recipients).toBe(0);
	});

	it.each([
		['nodes', new EarlierRunsByNode(2)],
		['tokens', new EarlierRunsByNode(100, 25)],
	])('forgets the ones unused for longest where there are too many %s', (_, known) => {
		for (const key of ['a', 'b', 'a', 'c']) known.of(key).addList(key === 'c' ? 0 : 10);
		known.of('c').addList(10);
		const kept = known.of('a').recipients;
		known.of('c');
		expect([kept, known.of('b').recipients]).toEqual([20, 0]);
	});

	it('never forgets the run that is under way', () => {
		const known = new EarlierRunsByNode(100, 5);
		known.of('a').addList(1000);
		expect(known.of('a').recipients).toBe(1000);
	});
});
