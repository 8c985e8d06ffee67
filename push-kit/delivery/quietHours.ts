/** Holds back those for whom it is night as a request is about to leave. */

import { quietHours, type TokenOutcome } from './outcome';
import type { Portion } from './supply';
import type { Batch } from './waitingLine';

export interface QuietHours {
	/**
	 * When a token may be sent to again; `undefined` where it may be now. Instants are Unix milliseconds.
	 *
	 * @param portion as the supply gave it
	 * @param index of the token in it
	 */
	heldUntil(portion: Portion<unknown>, index: number, now: number): number | undefined;
}

/** A part of a batch whose tokens may all go, or are all held back. */
export interface Piece {
	readonly batch: Batch;
	/** Set where they are held back: the outcome of each. */
	readonly held?: readonly TokenOutcome[];
}

/** The batch, part of `portion`, in as few pieces as its order permits. */
export function cutAtBorder(
	batch: Batch,
	portion: Portion<unknown>,
	quiet: QuietHours,
	now: number,
): Piece[] {
	const pieces: Piece[] = [];
	let start = batch.start;
	let held: TokenOutcome[] = [];
	const end = (position: number) => {
		const part = { ...batch, start, end: position };
		pieces.push(held.length > 0 ? { batch: part, held } : { batch: part });
		start = position;
		held = [];
	};
	for (let position = batch.start; position < batch.end; position += 1) {
		const until = quiet.heldUntil(portion, position, now);
		const changes = (until !== undefined) !== held.length > 0;
		if (changes && position > start) end(position);
		if (until !== undefined) held.push(quietHours(until));
	}
	if (batch.end > start) end(batch.end);
	return pieces;
}

/** Whether all of a batch may still go. */
export function mayAllGo(
	{ start, end }: Batch,
	portion: Portion<unknown>,
	quiet: QuietHours,
	now: number,
): boolean {
	for (let position = start; position < end; position += 1) {
		if (quiet.heldUntil(portion, position, now) !== undefined) return false;
	}
	return true;
}
