/**
 * Points in time as Push Kit writes them. The current pages say milliseconds (13 digits), older
 * editions of the same pages say "standard Unix timestamp", so both are told apart by size; finer units, which
 * systems between write, as well.
 */

/** Below this a number counts as seconds: as seconds it is the year 5138, as milliseconds 1973. */
const SECONDS_END = 100_000_000_000;

/** From here on a number counts as microseconds: as milliseconds it is the year 5138, as microseconds 1973. */
const MILLISECONDS_END = SECONDS_END * 1000;

/** The same for nanoseconds, and where these end. */
const MICROSECONDS_END = MILLISECONDS_END * 1000;
const NANOSECONDS_END = MICROSECONDS_END * 1000;

/** Latest point in time that a JavaScript `Date` can hold, in milliseconds. */
const DATE_END = 8_640_000_000_000_000;

/** Brings a Unix timestamp to milliseconds: of seconds, milliseconds, microseconds or nanoseconds. */
export function toMilliseconds(timestamp: number): number {
	if (timestamp < SECONDS_END) return timestamp * 1000;
	if (timestamp < MILLISECONDS_END) return timestamp;
	if (timestamp < MICROSECONDS_END) return Math.floor(timestamp / 1000);
	return timestamp < NANOSECONDS_END ? Math.floor(timestamp / 1_000_000) : timestamp;
}

/** Whether so many milliseconds are a point in time that a receipt can mean: after 1970. */
export function isPointInTime(milliseconds: number): boolean {
	return milliseconds > 0 && milliseconds <= DATE_END;
}

/** Writes milliseconds as ISO 8601 in UTC; `null` for what is no point in time. */
export function toIsoTime(milliseconds: number): string | null {
	if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > DATE_END) return null;
	return new Date(milliseconds).toISOString();
}
