/** A time of day as people, sheets and models write it. */

/** Minutes of a day. */
export const DAY_MINUTES = 1440;

/** Full-width digits, letters and colons are folded before. */
const TIME =
	/^(?<hours>\d{1,2})(?:\s*[:.h]\s*(?<minutes>\d{2})(?::00(?:\.0+)?)?|\s*h)?\s*(?<half>[ap]\.?\s?m\.?)?$/;

/** As the military and some sheets write it: `0900`. */
const FOUR_DIGITS = /^(?<hours>\d{2})(?<minutes>\d{2})$/;

const NAMED: ReadonlyMap<string, number> = new Map([
	['midnight', 0],
	['noon', DAY_MINUTES / 2],
]);

/**
 * Minutes after midnight, from 0 to 1440 (`24:00`, the end of a day); `undefined` for what is no time.
 *
 * `9`, `09:00`, `9.00`, `9h30`, `9 pm`, `0900`, `noon` and the number 9 are times. 9.5 is none: it may be meant as
 * half past nine or as ten to ten.
 */
export function readTimeOfDay(given: unknown): number | undefined {
	if (typeof given === 'number') return Number.isInteger(given) ? minutesOf(given, 0) : undefined;
	if (typeof given !== 'string') return undefined;
	const text = given.normalize('NFKC').trim().toLowerCase();
	const named = NAMED.get(text);
	if (named !== undefined) return named;
	const { hours, minutes = '0', half } = (TIME.exec(text) ?? FOUR_DIGITS.exec(text))?.groups ?? {};
	if (hours === undefined) return undefined;
	if (half === undefined) return minutesOf(Number(hours), Number(minutes));
	const hour = Number(hours);
	if (hour < 1 || hour > 12) return undefined;
	return minutesOf((hour % 12) + (half.startsWith('p') ? 12 : 0), Number(minutes));
}

/** `09:00` */
export function writeTimeOfDay(minutes: number): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function minutesOf(hours: number, minutes: number): number | undefined {
	const total = hours * 60 + minutes;
	return hours >= 0 && minutes < 60 && total <= DAY_MINUTES ? total : undefined;
}
