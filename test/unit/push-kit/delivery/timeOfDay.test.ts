import fc from 'fast-check';

import { readTimeOfDay, writeTimeOfDay } from '../../../../push-kit/delivery/timeOfDay';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

it.each<[unknown, number]>([
	['9', at(9)],
	[9, at(9)],
	[0, 0],
	[24, at(24)],
	['9:00', at(9)],
	['09:00', at(9)],
	[' 09:05 ', at(9, 5)],
	['21.00', at(21)],
	['21：00', at(21)],
	['２１：３０', at(21, 30)],
	['21:00:00', at(21)],
	['21:00:00.000', at(21)],
	['21h', at(21)],
	['21h30', at(21, 30)],
	['9 h', at(9)],
	['0900', at(9)],
	['2130', at(21, 30)],
	['9 pm', at(21)],
	['9pm', at(21)],
	['9 PM', at(21)],
	['9 p.m.', at(21)],
	['9:30 P. M.', at(21, 30)],
	['9\u202fAM', at(9)],
	['12 am', 0],
	['12:30 am', at(0, 30)],
	['12 pm', at(12)],
	['12:59pm', at(12, 59)],
	['noon', at(12)],
	['Midnight', 0],
	['00:00', 0],
	['24:00', at(24)],
])('%j is %d minutes', (given, minutes) => {
	expect(readTimeOfDay(given)).toBe(minutes);
});

it.each([
	...['', ' ', 'nine', '25:00', '24:01', '9:60', '9:5', '9.5', '-9', '+9', '9-21', '09:00-21:00'],
	...['13 pm', '0 am', '9:00:30', '900', '12345', '9 x', 'pm', '9 pm 5', '2026-04-01T09:00'],
	...[9.5, -1, 25, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60],
	...[undefined, null, true, [], {}, new Date(0)],
])('%j is no time', (given) => {
	expect(readTimeOfDay(given)).toBeUndefined();
});

it('reads what it writes', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
			expect(readTimeOfDay(writeTimeOfDay(minutes))).toBe(minutes);
		}),
	);
});

it('reads anything without an error, and no time that is none', () => {
	fc.assert(
		fc.property(fc.anything(), (given) => {
			const minutes = readTimeOfDay(given);
			expect(minutes === undefined || (minutes >= 0 && minutes <= 1440)).toBe(true);
		}),
	);
});
