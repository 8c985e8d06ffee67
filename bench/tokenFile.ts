/** A list of push tokens as a customer system exports it: one a line, millions of them. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Of a push token that a device reports. */
export const TOKEN_LENGTH = 107;

/** Tokens that begin so are refused: devices whose app is gone. */
export const GONE = 'GONE';
export const GONE_EVERY = 100;

export const FILLING =
	'IQAAAACy0kYwAADWsJ2vVqAqzYqQmHqUqKZCbPzZzKxZtqVbB5LbXfYtTQ9wF2nGmE6uR8sLkPq4vTzWcXoJdH1Nb3RsYeUa';
const LIVING = 'BENCH';
const DIGITS = 12;
/** Held at a time: the benchmark's own memory is nobody's subject, but it is the same machine's. */
const BLOCK = 10_000;

/** The token at a place of the list, counted from 0; no two are alike. */
export function makeToken(index: number): string {
	const mark = index % GONE_EVERY === 0 ? GONE : LIVING;
	return (mark + String(index).padStart(DIGITS, '0') + FILLING).slice(0, TOKEN_LENGTH);
}

/** How many of the first `count` tokens are refused. */
export function countGone(count: number): number {
	return Math.ceil(count / GONE_EVERY);
}

/** Writes the first `count` tokens. */
export async function writeTokenFile(file: string, count: number): Promise<void> {
	await pipeline(Readable.from(listBlocks(count)), createWriteStream(file));
}

function* listBlocks(count: number): Generator<string> {
	for (let first = 0; first < count; first += BLOCK) {
		const length = Math.min(BLOCK, count - first);
		yield Array.from({ length }, (_, index) => `${makeToken(first + index)}\n`).join('');
	}
}
