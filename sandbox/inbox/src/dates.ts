/** Dates as the reader's browser writes them; numbers as the English sentences around them do. */

/** The language and region of the browser. */
const LOCALE = undefined;

const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });
const SHORT_TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
const DATE = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' });
const NUMBER = new Intl.NumberFormat('en');

/** An ISO date, or Unix milliseconds. */
export type Moment = string | number;

const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();

/** Date and time; the text itself where it is no date. */
export function writeDate(moment: Moment): string {
	const date = new Date(moment);
	return Number.isNaN(date.getTime()) ? String(moment) : DATE.format(date);
}

/** The time of day, with the date where it is another day's. */
export function writeTime(moment: Moment, now = new Date()): string {
	const date = new Date(moment);
	return isSameDay(date, now) ? TIME.format(date) : writeDate(moment);
}

/** Hours and minutes, as a clock on a phone shows them. */
export const writeClock = (moment: Moment): string => SHORT_TIME.format(new Date(moment));

/** Weekday, day and month, as a lock screen shows them. */
export const writeDay = (moment: Moment): string => DAY.format(new Date(moment));

export const writeNumber = (number: number): string => NUMBER.format(number);
