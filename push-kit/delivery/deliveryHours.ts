/**
 * Hours of the day in which people may be disturbed, by the clock on their wall.
 *
 * What the clock shows decides, also where it jumps: an hour that a change to summer time leaves out is neither
 * open nor closed, one that comes twice in autumn is what it is both times.
 */

import { DAY_MINUTES, readTimeOfDay, writeTimeOfDay } from './timeOfDay';
import { readTimeZone, type NoTimeZone, type TimeZone } from './timeZone';

/** Minutes after midnight. Where `to` is not after `from`, the hours cross midnight. */
export interface Hours {
	/** The first open minute, from 0 to 1439. */
	readonly from: number;
	/** The first closed minute, from 0 to 1440. */
	readonly to: number;
}

/** Why there are no hours: what is wrong, as a whole sentence. */
export interface NoHours {
	readonly problem: string;
}

/**
 * Reads *From* and *To*. Equal ones are refused: whoever meant the whole day would have no need of hours, and
 * whoever made a slip would wake people up.
 */
export function readHours(from: unknown, to: unknown): Hours | NoHours {
	const begin = readTimeOfDay(from);
	const end = readTimeOfDay(to);
	if (begin === undefined) return { problem: `From ${NO_TIME}` };
	if (end === undefined) return { problem: `To ${NO_TIME}` };
	const hours = { from: begin % DAY_MINUTES, to: end };
	if (hours.from !== hours.to) return hours;
	return {
		problem: `From and To are both ${writeTimeOfDay(end)}. Enter the hours in which messages may be delivered, or remove Deliver Between to deliver at any time.`,
	};
}

const NO_TIME = 'must be a time of the day, such as 09:00 or 9 pm.';

function includes({ from, to }: Hours, minute: number): boolean {
	return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

const MINUTE = 60_000;
const DAY = DAY_MINUTES * MINUTE;

/** The hours in one time zone. Instants are Unix milliseconds. */
export class ZoneHours {
	/** A stretch of time in which nothing changes: asked a million times, the clock is read a few times a day. */
	private since = Number.POSITIVE_INFINITY;
	/** Exclusive. It may go on as before: clocks are changed at most hours without opening or closing any. */
	private until = Number.NEGATIVE_INFINITY;
	private open = false;
	/** When the closed stretch ends, once somebody has asked. */
	private opens: number | undefined;

	constructor(
		private readonly hours: Hours,
		private readonly zone: TimeZone,
	) {}

	isOpen(instant: number): boolean {
		if (instant < this.since || instant >= this.until) this.look(instant);
		return this.open;
	}

	/** The first open instant from this one on: itself where it is open. */
	opensAt(instant: number): number {
		if (this.isOpen(instant)) return instant;
		this.opens ??= this.openAfter(this.until);
		return this.opens;
	}

	/** By other eyes: these shall stay on the present stretch, which a million others ask for. */
	private openAfter(instant: number): number {
		const ahead = new ZoneHours(this.hours, this.zone);
		let here = instant;
		while (!ahead.isOpen(here)) here = ahead.until;
		return here;
	}

	private look(instant: number): void {
		this.opens = undefined;
		this.open = this.shows(instant);
		this.since = instant;
		this.until = this.nextChange(instant);
	}

	private shows(instant: number): boolean {
		return includes(this.hours, Math.floor(this.ofDay(instant) / MINUTE));
	}

	/** Milliseconds since midnight on the wall. */
	private ofDay(instant: number): number {
		const local = (instant + this.zone.offsetAt(instant)) % DAY;
		return local < 0 ? local + DAY : local;
	}

	/** The next instant at which the clock reaches a border of the hours or jumps. */
	private nextChange(instant: number): number {
		const now = this.ofDay(instant);
		const waits = [this.hours.from, this.hours.to].map((minute) => {
			const wait = (minute * MINUTE - now) % DAY;
			return wait <= 0 ? wait + DAY : wait;
		});
		const border = instant + Math.min(...waits);
		return this.zone.offsetAt(border) === this.zone.offsetAt(instant)
			? border
			: this.jumpWithin(instant, border);
	}

	/** When the clock is put forward or back; clocks are changed once in a day at most. */
	private jumpWithin(before: number, after: number): number {
		const offset = this.zone.offsetAt(before);
		let [low, high] = [before, after];
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (this.zone.offsetAt(middle) === offset) low = middle;
			else high = middle;
		}
		return high;
	}
}

/** Zones that are remembered: more than there are, less than a million mistakes take. */
const REMEMBERED = 2000;

/** The hours for people in many time zones. */
export class DeliveryHours {
	private readonly known = new Map<unknown, ZoneHours | NoTimeZone>();

	/** @param fixed the zone of those whose own is not known */
	constructor(
		private readonly hours: Hours,
		private readonly fixed: TimeZone,
	) {}

	/** @param zone of one person as their item has it; nothing and blanks for the fixed one */
	of(zone: unknown): ZoneHours | NoTimeZone {
		const given = typeof zone === 'string' ? zone.trim() : (zone ?? '');
		const known = this.known.get(given);
		if (known !== undefined) return known;
		const found = given === '' ? this.fixed : readTimeZone(given);
		const made = 'problem' in found ? found : new ZoneHours(this.hours, found);
		if (typeof given === 'string' && this.known.size < REMEMBERED) this.known.set(given, made);
		return made;
	}
}
