import { SetUpRecord } from '../../../../push-kit/delivery/setUpRecord';

const HOUR = 3_600_000;

describe('SetUpRecord', () => {
	it('adds up what it is told of a set-up, and of no other', () => {
		const record = new SetUpRecord(() => 0);
		record.add('a', 3, new Map([['noRight', 2]]));
		record.add(
			'a',
			1,
			new Map([
				['noRight', 1],
				['countryNotSupport', 5],
			]),
		);
		record.add('b', 100, new Map());
		expect(record.counts('a', 'noRight')).toEqual({ accepted: 4, refused: 3 });
		expect(record.counts('a', 'countryNotSupport')).toEqual({ accepted: 4, refused: 5 });
		expect(record.counts('c', 'noRight')).toEqual({ accepted: 0, refused: 0 });
	});

	it('drops hour after hour what is older than a day', () => {
		let now = 0;
		const record = new SetUpRecord(() => now);
		record.add('a', 1, new Map());
		now = 5 * HOUR;
		record.add('a', 10, new Map());
		now = 24 * HOUR;
		expect(record.counts('a', '').accepted).toBe(10);
		now = 29 * HOUR;
		expect(record.counts('a', '').accepted).toBe(0);
	});

	it('keeps a bounded number of set-ups, the latest used, and of reasons', () => {
		const record = new SetUpRecord(() => 0);
		record.add('kept', 1, new Map());
		record.add('forgotten', 1, new Map());
		for (let index = 0; index < 998; index += 1) record.add(`other ${index}`, 1, new Map());
		record.add('kept', 1, new Map());
		record.add('one more', 1, new Map());
		expect(record.counts('kept', '').accepted).toBe(2);
		expect(record.counts('forgotten', '').accepted).toBe(0);
		const invented = Array.from({ length: 1000 }, (_, index) => [`reason ${index}`, 1] as const);
		record.add('hostile', 0, new Map(invented));
		expect(
			invented.filter(([reason]) => record.counts('hostile', reason).refused > 0),
		).toHaveLength(50);
	});
});
