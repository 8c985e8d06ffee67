/** What is still to be sent, in order. */

/** A run of tokens of one portion that waits for its request. */
export interface Batch {
	/** Its number in `OpenPortions`. */
	readonly portion: number;
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

	private readonly untried: Batch[] = [];

	get isEmpty(): boolean {
		return this.returned.length === 0 && this.untried.length === 0;
	}

	/** A portion of so many tokens joins the line. */
	add(portion: number, size: number): void {
		if (size > 0) this.untried.unshift({ portion, start: 0, end: size, attempts: 0, faults: 0 });
	}

	/**
	 * The next tokens that may travel in one request; what does not fit stays in line.
	 *
	 * @param sizeOf most tokens of one request of a portion, at least 1
	 */
	next(sizeOf: (portion: number) => number): Batch | undefined {
		const line = this.returned.length > 0 ? this.returned : this.untried;
		const batch = line.pop();
		if (batch === undefined) return undefined;
		const end = batch.start + sizeOf(batch.portion);
		if (batch.end <= end) return batch;
		line.push({ ...batch, start: end });
		return { ...batch, end };
	}

	putBack(batch: Batch): void {
		this.returned.push(batch);
	}
}
