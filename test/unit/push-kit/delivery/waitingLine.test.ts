import { triedOnce, WaitingLine } from '../../../../push-kit/delivery/waitingLine';

const take = (line: WaitingLine, size: number) => {
	const batch = line.next(() => size);
	return batch && [batch.portion, batch.start, batch.end, batch.attempts];
};

/** Portions join one after another, as those before them are handed out. */
const lineOf = (sizes: number[]) => {
	const line = new WaitingLine();
	sizes.forEach((size, portion) => line.add(portion, size));
	return line;
};

describe('WaitingLine', () => {
	it('gives the groups in order, cut to the size asked for', () => {
		const line = lineOf([5, 0, 2]);
		expect([3, 3, 3, 3].map((size) => take(line, size))).toEqual([
			[0, 0, 3, 0],
			[0, 3, 5, 0],
			[2, 0, 2, 0],
			undefined,
		]);
	});

	it('gives what came back first, in smaller pieces if need be', () => {
		const line = lineOf([6]);
		const first = line.next(() => 4);
		if (first !== undefined) line.putBack(triedOnce(first, false));
		expect([2, 4, 4, 4].map((size) => take(line, size))).toEqual([
			[0, 0, 2, 1],
			[0, 2, 4, 1],
			[0, 4, 6, 0],
			undefined,
		]);
	});

	it('is empty when everything was handed out and nothing came back', () => {
		const line = lineOf([2]);
		const batch = line.next(() => 4);
		expect(line.isEmpty).toBe(true);
		if (batch !== undefined) line.putBack(triedOnce(batch, false));
		expect(line.isEmpty).toBe(false);
	});

	it('does not count as a fault what only met the search for the pace', () => {
		const batch = { portion: 0, start: 0, end: 4, attempts: 2, faults: 1 };
		expect(triedOnce(batch, true)).toMatchObject({ attempts: 3, faults: 1 });
		expect(triedOnce(batch, false)).toMatchObject({ attempts: 3, faults: 2 });
	});
});
