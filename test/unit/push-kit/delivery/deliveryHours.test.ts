import fc from 'fast-check';

import { DeliveryHours, readHours, ZoneHours } from '../../../../push-kit/delivery/deliveryHours';
import type { Hours } from '../../../../push-kit/delivery/deliveryHours';
import { readTimeZone, type TimeZone } from '../../../../push-kit/delivery/timeZone';
import { cpuMilliseconds } from '../../../builders/cpuTime';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function zoneOf(name: string): TimeZone {
	const zone = readTimeZone(name);
	if ('problem' in zone) throw new Error(zone.problem);
	return zone;
}

function hoursOf(from: unknown, to: unknown): Hours {
	const hours = readHours(from, to);
	if ('problem' in hours) throw new Error(hours.problem);
	return hours;
}

const hoursIn = (zone: string, from: unknown = '9:00', to: unknown = '21:00') =>
	new ZoneHours(hoursOf(from, to), zoneOf(zone));

/** What a wall clock shows, written and read: slow, and without the code that is tested. */
function clockOf(name: string): (instant: number) => number {
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone: name,
		hour: '2-digit',
		minute: '2-digit',
	});
	return (instant) => {
		const [hours, minutes] = format.format(instant).split(':').map(Number);
		return (Number(hours) % 24) * 60 + Number(minutes);
	};
}

function isOpenByClock(minute: number, { from, to }: Hours): boolean {
	for (let open = from; open % 1440 !== to % 1440 || open === from; open += 1) {
		if (open % 1440 === minute) return true;
	}
	return false;
}

const iso = (time: string) => Date.parse(time);
const isoOf = (instant: number) => new Date(instant).toISOString();

describe('hours as entered', () => {
	it.each<[unknown, unknown, Hours]>([
		['09:00', '9 pm', { from: 540, to: 1260 }],
		['21:00', 9, { from: 1260, to: 540 }],
		['09:00', '00:00', { from: 540, to: 0 }],
		['09:00', '24:00', { from: 540, to: 1440 }],
		['00:00', '24:00', { from: 0, to: 1440 }],
		['24:00', '8:00', { from: 0, to: 480 }],
	])('from %j to %j', (from, to, hours) => {
		expect(readHours(from, to)).toEqual(hours);
	});

	it.each<[unknown, unknown, RegExp]>([
		['', '21:00', /^From must be a time/],
		['09:00', undefined, /^To must be a time/],
		['09:00', '9 am', /^From and To are both 09:00\. .*remove Deliver Between/],
		['24:00', '0:00', /^From and To are both 00:00/],
	])('from %j to %j is refused', (from, to, words) => {
		expect(readHours(from, to)).toEqual({ problem: expect.stringMatching(words) });
	});
});

/** With all kinds of jumps: by an hour, by half of one, at midnight, by a whole day, and none. */
const ZONES: ReadonlyArray<[string, string]> = [
	['Europe/Berlin', '2026-03-29T01:00:00Z'],
	['Europe/Berlin', '2026-10-25T01:00:00Z'],
	['America/New_York', '2026-03-08T07:00:00Z'],
	['America/St_Johns', '2026-11-01T04:30:00Z'],
	['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
	['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
	['America/Havana', '2026-03-08T05:00:00Z'],
	['Africa/Cairo', '2026-04-23T22:00:00Z'],
	['America/Santiago', '2026-09-06T04:00:00Z'],
	['Pacific/Apia', '2011-12-30T10:00:00Z'],
	['Asia/Pyongyang', '2018-05-04T15:00:00Z'],
	['Africa/Casablanca', '2026-02-15T02:00:00Z'],
	['Asia/Kathmandu', '2026-01-01T00:00:00Z'],
	['Asia/Shanghai', '2026-04-01T00:00:00Z'],
];

/** Borders often near those at which clocks are changed. */
const minute = fc.oneof(
	fc.integer({ min: 0, max: 1439 }),
	fc.constantFrom(0, 1, 30, 59, 60, 90, 119, 120, 121, 150, 180, 181, 1380, 1439),
);

const hours = fc
	.tuple(minute, fc.oneof(minute, fc.constant(1440)))
	.filter(([from, to]) => from !== to)
	.map(([from, to]): Hours => ({ from, to }));

describe.each(ZONES)('around the days of %s at %s', (name, jump) => {
	const clock = clockOf(name);
	const begin = iso(jump) - 30 * HOUR;
	const minutes = Array.from({ length: 60 * 60 }, (_, index) => clock(begin + index * MINUTE));

	it('every minute is open that the clock on the wall shows as open', () => {
		const zone = zoneOf(name);
		fc.assert(
			fc.property(hours, (asked) => {
				const isOpenAt = Array.from({ length: 1440 }, (_, at) => isOpenByClock(at, asked));
				const tested = new ZoneHours(asked, zone);
				const wrong = minutes.filter(
					(shown, index) => tested.isOpen(begin + index * MINUTE) !== isOpenAt[shown],
				);
				expect(wrong).toEqual([]);
			}),
			{ numRuns: 15 },
		);
	});

	it('in any order, at any millisecond, and opens at the first open one', () => {
		const zone = zoneOf(name);
		const instants = fc.array(fc.integer({ min: 0, max: 58 * HOUR - 1 }), { maxLength: 30 });
		fc.assert(
			fc.property(hours, instants, (asked, list) => {
				const tested = new ZoneHours(asked, zone);
				for (const after of list) {
					const instant = begin + after;
					const open = isOpenByClock(clock(instant), asked);
					expect(tested.isOpen(instant)).toBe(open);
					const opens = tested.opensAt(instant);
					expect(isOpenByClock(clock(opens), asked)).toBe(true);
					if (open) expect(opens).toBe(instant);
					else expect(isOpenByClock(clock(opens - 1), asked)).toBe(false);
					// And it was closed all the while.
					for (let here = instant; here < opens; here += 7 * MINUTE) {
						expect(isOpenByClock(clock(here), asked)).toBe(false);
					}
				}
			}),
			{ numRuns: 15 },
		);
	});
});

describe('days on which clocks are changed', () => {
	it.each([
		['spring: the hour that is left out', '2:15', '2:45', '2026-03-28T12:00Z', '2026-03-30T00:15Z'],
		['spring: hours that begin in it', '2:30', '21:00', '2026-03-29T00:00Z', '2026-03-29T01:00Z'],
		['autumn: the hour that comes twice', '2:00', '2:30', '2026-10-25T00:35Z', '2026-10-25T01:00Z'],
		['across midnight', '22:00', '6:00', '2026-03-29T08:00Z', '2026-03-29T20:00Z'],
	])('%s', (_, from, to, asked, opens) => {
		expect(isoOf(hoursIn('Europe/Berlin', from, to).opensAt(iso(asked)))).toBe(isoOf(iso(opens)));
	});

	it('a day that an island left out has no hours', () => {
		// Samoa went from Thursday to Saturday.
		const tested = hoursIn('Pacific/Apia');
		expect(isoOf(tested.opensAt(iso('2011-12-30T07:00:00Z')))).toBe('2011-12-30T19:00:00.000Z');
	});
});

it('the whole day is always open', () => {
	const tested = hoursIn('Asia/Shanghai', 0, 24);
	for (let hour = 0; hour < 48; hour += 1) expect(tested.isOpen(hour * HOUR)).toBe(true);
});

describe('people in many zones', () => {
	const NOON = iso('2026-04-01T04:00:00Z');
	const tested = new DeliveryHours(hoursOf(9, 21), zoneOf('Asia/Shanghai'));
	const isOpen = (zone: unknown) => {
		const found = tested.of(zone);
		return 'problem' in found ? found.problem : found.isOpen(NOON);
	};

	it.each([undefined, null, '', ' \n'])('%j takes the fixed zone', (zone) => {
		expect(isOpen(zone)).toBe(true);
	});

	it.each<[string, boolean]>([
		['Asia/Tokyo', true],
		['Europe/Berlin', false],
		['America/Los_Angeles', false],
		['America/Anchorage', true],
		['Pacific/Honolulu', true],
		['Asia/Kolkata', true],
		['UTC+8', true],
		[' UTC ', false],
	])('%s: %s', (zone, open) => {
		expect(isOpen(zone)).toBe(open);
	});

	it.each(['CST', 'Asia/Pekin', 8, {}])('%j is told, not taken for the fixed one', (zone) => {
		expect(isOpen(zone)).toMatch(/Asia\/Shanghai/);
	});

	it('answers a million times in two seconds of work', () => {
		const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', '', 'UTC+8', 'CST'];
		const before = cpuMilliseconds();
		let open = 0;
		for (let asked = 0; asked < 1_000_000; asked += 1) {
			const found = tested.of(zones[asked % zones.length]);
			if (!('problem' in found) && found.opensAt(NOON + asked) === NOON + asked) open += 1;
		}
		expect(cpuMilliseconds() - before).toBeLessThan(2000);
		expect(open).toBe(500_000);
	});

	it('a million mistakes are not kept', () => {
		const many = new DeliveryHours(hoursOf(9, 21), zoneOf('UTC'));
		for (let wrong = 0; wrong < 3000; wrong += 1) many.of(`Nowhere/${wrong}`);
		expect(many.of('Asia/Tokyo')).toBeInstanceOf(ZoneHours);
		expect(many.of('Nowhere/2999')).toHaveProperty('problem');
	});
});
