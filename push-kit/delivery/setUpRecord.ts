/**
 * How many tokens Huawei accepted and refused in the last day, by set-up: counts only, never a token. Kept
 * in the process, so a restart forgets it; then verdicts are more careful, never bolder.
 */

const HOUR = 3_600_000;

/** How long a count is remembered, in hours. */
const REMEMBERED_HOURS = 24;

/** Set-ups that are remembered: an instance has a few; the one unused for longest makes room. */
const REMEMBERED_SCOPES = 1000;

/** Reasons of one set-up in one hour: Huawei has a dozen, a hostile answerer could invent any number. */
const REMEMBERED_REASONS = 50;

interface Hour {
	accepted: number;
	refused: Map<string, number>;
}

/** The tokens accepted by a set-up, and those it refused for one reason. */
export interface SetUpCounts {
	readonly accepted: number;
	readonly refused: number;
}

export class SetUpRecord {
	/** By scope, then by the hour's number since 1970. */
	private readonly scopes = new Map<string, Map<number, Hour>>();

	/** @param now Unix time in milliseconds */
	constructor(private readonly now: () => number) {}

	/** What was added for a scope in the last 24 hours. */
	counts(scope: string, reason: string): SetUpCounts {
		let accepted = 0;
		let refused = 0;
		for (const hour of this.hoursOf(scope).values()) {
			accepted += hour.accepted;
			refused += hour.refused.get(reason) ?? 0;
		}
		return { accepted, refused };
	}

	/** @param refused number of tokens by Huawei's reason */
	add(scope: string, accepted: number, refused: ReadonlyMap<string, number>): void {
		const hours = this.hoursOf(scope);
		const number = this.hourNow();
		const hour = hours.get(number) ?? { accepted: 0, refused: new Map<string, number>() };
		hours.set(number, hour);
		hour.accepted += accepted;
		for (const [reason, count] of refused) {
			if (hour.refused.size >= REMEMBERED_REASONS && !hour.refused.has(reason)) continue;
			hour.refused.set(reason, (hour.refused.get(reason) ?? 0) + count);
		}
		// Put back at the end: the map's order is the order of last use.
		this.scopes.delete(scope);
		this.scopes.set(scope, hours);
		for (const oldest of this.scopes.keys()) {
			if (this.scopes.size <= REMEMBERED_SCOPES) break;
			this.scopes.delete(oldest);
		}
	}

	private hoursOf(scope: string): Map<number, Hour> {
		const hours = this.scopes.get(scope) ?? new Map<number, Hour>();
		const first = this.hourNow() - REMEMBERED_HOURS + 1;
		for (const number of hours.keys()) {
			if (number < first) hours.delete(number);
		}
		return hours;
	}

	private hourNow(): number {
		return Math.floor(this.now() / HOUR);
	}
}
