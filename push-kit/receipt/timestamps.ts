/**
 * Points in time as Push Kit writes them. The current pages say milliseconds (13 digits), older
 * editions of the same pages say "standard Unix timestamp", so both are told apart by size.
 */

/** Below this a number counts as seconds: as seconds it is the year 5138, as milliseconds 1973. */
const SECONDS_END = 100_000_000_000;

/** Latest point in time that a JavaScript `Date` can hold, in milliseconds. */
const DATE_END = 8_640_000_000_000_000;

/** Brings a Unix timestamp of either unit to milliseconds. */
export function toMilliseconds(timestamp: number): number {
	return timestamp < SECONDS_END ? timestamp * 1000 : timestamp;
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
