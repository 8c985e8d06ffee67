import {
	describeFlat,
	judgeFlat,
	judgeSamples,
	WARM_UP_SECONDS,
} from '../../../../bench/soak/flat';

const curve = (value: (index: number) => number) => Array.from({ length: 90 }, (_, i) => value(i));

describe('judgeFlat', () => {
	test('a saw-tooth is flat, however high its teeth', () => {
		const { growth, highest, isFlat } = judgeFlat(
			curve((i) => 500 + (i % 10) * 40),
			50,
		);
		expect({ growth, highest, isFlat }).toEqual({ growth: 0, highest: 860, isFlat: true });
	});

	test('one peak changes nothing', () => {
		expect(
			judgeFlat(
				curve((i) => (i === 80 ? 9_000 : 500)),
				50,
			),
		).toMatchObject({ first: 500, last: 500, isFlat: true });
	});

	test('a slow leak is not flat, and the words name it', () => {
		const leak = judgeFlat(
			curve((i) => 500 + i),
			50,
		);
		expect(leak).toMatchObject({ first: 514.5, last: 574.5, growth: 60, isFlat: false });
		expect(describeFlat('Memory', leak)).toBe(
			'Memory: 514.5 in the first third, 574.5 in the last, 589 at most: it grew by 60; allowed are 50.',
		);
	});

	test('the bound itself is allowed; falling is flat', () => {
		expect(
			judgeFlat(
				curve((i) => (i < 45 ? 0 : 50)),
				50,
			).isFlat,
		).toBe(true);
		expect(
			judgeFlat(
				curve((i) => 500 - i),
				50,
			).isFlat,
		).toBe(true);
	});

	test('too short a curve has no thirds', () => {
		expect(() => judgeFlat([1, 2], 50)).toThrow(RangeError);
	});
});

test('judgeSamples leaves the warm-up out, and judges memory and sockets each by its own bound', () => {
	const samples = Array.from({ length: 150 }, (_, at) => ({
		at,
		memory: at < WARM_UP_SECONDS ? 0 : 600e6,
		sockets: at < 120 ? 10 : 30,
	}));
	const { memory, sockets } = judgeSamples(samples);
	expect(memory).toMatchObject({ first: 600e6, growth: 0, isFlat: true });
	expect(sockets).toMatchObject({ first: 10, last: 30, isFlat: false });
});
