import {
	writeClock,
	writeDate,
	writeDay,
	writeNumber,
	writeTime,
} from '../../../../../sandbox/inbox/src/dates';

/** Of the reader's own clock, wherever the tests run. */
const MOMENT = new Date(2026, 10, 30, 10, 5, 9).toISOString();

it('a time of today is told without its date, one of another day with it', () => {
	const short = writeTime(MOMENT, new Date(MOMENT));
	const long = writeTime(MOMENT, new Date('2026-12-24T12:00:00Z'));
	expect(short).toContain('05');
	expect(short).not.toContain('2026');
	expect(long).toContain('2026');
	expect(long).toContain(short);
});

it('dates are written as the locale of the reader has them', () => {
	const reader = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
	expect(writeDate(MOMENT)).toBe(reader.format(new Date(MOMENT)));
	expect(writeDate(Date.parse(MOMENT))).toBe(writeDate(MOMENT));
	expect(writeClock(MOMENT)).not.toContain('09');
	expect(writeDay(MOMENT)).toMatch(/30/);
	expect(writeNumber(4096)).toBe('4,096');
});

it('what is no date stays what it is', () => {
	expect(writeDate('soon')).toBe('soon');
	expect(writeDate(8.64e15 + 1)).toBe('8640000000000001');
	expect(writeTime('soon')).toBe('soon');
});
