/** Time zones by the names that apps, phones and people give them, from what the platform knows of them. */

export interface TimeZone {
	readonly name: string;
	/** Milliseconds that the clocks are ahead of UTC at an instant, given in Unix milliseconds. */
	offsetAt(instant: number): number;
}

/** Why there is none: the end of a sentence that begins with the field's name. */
export interface NoTimeZone {
	readonly problem: string;
}

/** UTC+8, GMT+08:00, +0800, -3:30: hours ahead of UTC, as people and Java write them. */
const OFFSET = /^(?:utc|gmt)?\s*(?<sign>[+\u2212-])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/i;

/** Hours of the clocks furthest behind and ahead. */
const FURTHEST = { behind: 12, ahead: 14 };

/**
 * Names of three or four letters that mean one zone. Others, such as CST, mean one thing in Chicago and another in
 * Shanghai, and some platforms take them for either.
 */
const SHORT_NAMES = new Set(
	'utc gmt uct cet eet met wet prc roc rok cuba eire iran zulu'.split(' '),
);

const LONGEST_SHOWN = 40;

/** A zone by its IANA name or its distance from UTC; blanks around it and the case of letters do not matter. */
export function readTimeZone(given: unknown): TimeZone | NoTimeZone {
	if (typeof given !== 'string') {
		return { problem: 'must be the name of a time zone, such as Asia/Shanghai.' };
	}
	const name = given.normalize('NFKC').trim().replace(/\s+/g, ' ');
	if (name === '')
		return { problem: 'is empty. Write it like Asia/Shanghai, Europe/Berlin or UTC+8.' };
	if (/^z$/i.test(name)) return fixedZone(name, 0);
	const offset = readOffset(name);
	if (offset !== undefined) return fixedZone(name, offset);
	if (/^[a-z]{1,4}$/i.test(name) && !SHORT_NAMES.has(name.toLowerCase())) {
		return unknown(name, 'means different zones in different countries, or none');
	}
	return platformZone(name.replace(/ /g, '_')) ?? unknown(name, 'is no time zone');
}

/** Milliseconds. */
function readOffset(name: string): number | undefined {
	const { sign, hours, minutes = '0' } = OFFSET.exec(name)?.groups ?? {};
	if (sign === undefined || Number(minutes) >= 60) return undefined;
	const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
	if (ahead < -FURTHEST.behind * 60 || ahead > FURTHEST.ahead * 60) return undefined;
	return ahead * 60_000;
}

function fixedZone(name: string, offset: number): TimeZone {
	return { name, offsetAt: () => offset };
}

function platformZone(name: string): TimeZone | undefined {
	// Some platforms take distances by themselves, and read `+8` in ways of their own.
	if (!/^[a-z]/i.test(name)) return undefined;
	let format: Intl.DateTimeFormat;
	try {
		format = new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone: name });
	} catch {
		// A RangeError is how the platform says that it knows no such zone.
		return undefined;
	}
	return {
		name,
		offsetAt: (instant) => clockOf(format, instant) - Math.floor(instant / 1000) * 1000,
	};
}

const CLOCK = {
	calendar: 'gregory',
	numberingSystem: 'latn',
	hourCycle: 'h23',
	year: 'numeric',
	month: 'numeric',
	day: 'numeric',
	hour: 'numeric',
	minute: 'numeric',
	second: 'numeric',
} as const;

/** What the clocks show, as if it were UTC, in milliseconds. */
function clockOf(format: Intl.DateTimeFormat, instant: number): number {
	const parts = new Map(
		format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
	);
	const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

function unknown(name: string, what: string): NoTimeZone {
	const shown = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
	return {
		problem: `is "${shown}", which ${what}. Write it like Asia/Shanghai, Europe/Berlin or UTC+8.`,
	};
}
