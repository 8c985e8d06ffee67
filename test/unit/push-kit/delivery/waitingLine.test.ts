import { triedOnce, WaitingLine } from '../../../../push-kit/delivery/waitingLine';

const take = (line: WaitingLine, size: number) => {
	const batch = line.next(() => size);
	return batch && [batch.group, batch.start, batch.end, batch.attempts];
};

describe('WaitingLine', () => {
	it('gives the groups in order, cut to the size asked for', () => {
		const line = new WaitingLine([5, 0, 2]);
		expect([3, 3, 3, 3].map((size) => take(line, size))).toEqual([
			[0, 0, 3, 0],
			[0, 3, 5, 0],
			[2, 0, 2, 0],
			undefined,
		]);
	});

	it('gives what came back first, in smaller pieces if need be', () => {
		const line = new WaitingLine([6]);
		const first = line.next(() => 4);
		if (first !== undefined) line.putBack(triedOnce(first, false));
		expect([2, 4, 4, 4].map((size) => take(line, size))).toEqual([
			[0, 0, 2, 1],
			[0, 2, 4, 1],
			[0, 4, 6, 0],
			undefined,
		]);
	});

	it('hands out what was never tried, and nothing else', () => {
		const line = new WaitingLine([6, 2]);
		const tried = line.next(() => 4);
		if (tried !== undefined) line.putBack(triedOnce(tried, false));
		expect(line.takeUntried().sort((a, b) => a.group - b.group)).toEqual([
			{ group: 0, start: 4, end: 6, attempts: 0, faults: 0 },
			{ group: 1, start: 0, end: 2, attempts: 0, faults: 0 },
		]);
		expect([take(line, 4), take(line, 4)]).toEqual([[0, 0, 4, 1], undefined]);
	});

	it('does not count as a fault what only met the search for the pace', () => {
		const batch = { group: 0, start: 0, end: 4, attempts: 2, faults: 1 };
		expect(triedOnce(batch, true)).toMatchObject({ attempts: 3, faults: 1 });
		expect(triedOnce(batch, false)).toMatchObject({ attempts: 3, faults: 2 });
	});
});
