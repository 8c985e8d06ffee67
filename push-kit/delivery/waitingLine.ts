/** What is still to be sent, in order. */

/** A run of tokens of one group that waits for its request. */
export interface Batch {
	readonly group: number;
	readonly start: number;
	readonly end: number;
	/** Sends so far. */
	readonly attempts: number;
	/** Those of them that did not merely meet the search for the pace. */
	readonly faults: number;
}

/** A batch after one more send, which was in vain. */
export function triedOnce(batch: Batch, isSearch: boolean): Batch {
	const { attempts, faults } = batch;
	return { ...batch, attempts: attempts + 1, faults: isSearch ? faults : faults + 1 };
}

/** Batches sent back for another attempt go before those not tried yet. */
export class WaitingLine {
	private readonly returned: Batch[] = [];

	private readonly untried: Batch[];

	/** @param sizes number of tokens of each group */
	constructor(sizes: readonly number[]) {
		this.untried = sizes
			.map((end, group) => ({ group, start: 0, end, attempts: 0, faults: 0 }))
			.filter(({ end }) => end > 0)
			// Taken from the end, which is cheap, so turned round.
			.reverse();
	}

	/**
	 * The next tokens that may travel in one request; what does not fit stays in line.
	 *
	 * @param sizeOf most tokens of one request of a group, at least 1
	 */
	next(sizeOf: (group: number) => number): Batch | undefined {
		const line = this.returned.length > 0 ? this.returned : this.untried;
		const batch = line.pop();
		if (batch === undefined) return undefined;
		const end = batch.start + sizeOf(batch.group);
		if (batch.end <= end) return batch;
		line.push({ ...batch, start: end });
		return { ...batch, end };
	}

	putBack(batch: Batch): void {
		this.returned.push(batch);
	}

	/** Takes out what was never tried. What came back from a try has its outcome already. */
	takeUntried(): Batch[] {
		return this.untried.splice(0);
	}
}
