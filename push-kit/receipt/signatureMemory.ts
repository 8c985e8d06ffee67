/**
 * Single use of signatures. Huawei signs time, nonce and user name but not the body, so a call that
 * was overheard could be sent again with another body while its time is still within the window.
 *
 * The key is the computed MAC, and neither nonce nor credential: the signed bytes have no border
 * between time, nonce and user name, so that one signature fits several readings of them, and a
 * nonce may be constant. Credentials that stand for one key, such as copies, compute one MAC.
 *
 * Promised, within one process: a signature never starts anything with a second body. Where there
 * is no room to remember it any more, older signatures are refused instead (`forgotten`).
 * Source page: `push-msg-receipt`.
 */
import { createHash } from 'node:crypto';

import { LARGEST_TOLERANCE_SECONDS } from './signature';

/**
 * - `fresh`: never seen. It is held as *pending* until `settle` is called.
 * - `pending`: the same call is being worked on right now; whether it succeeds is still open.
 * - `redelivery`: the same call was taken before; nothing is to be started.
 * - `replay`: the signature was seen with another body.
 * - `forgotten`: so old that it may have been seen and given up since; nothing is to be started.
 */
export type SignatureVerdict = 'fresh' | 'pending' | 'redelivery' | 'replay' | 'forgotten';

export interface SignatureUse {
	/** The MAC in bytes, as computed; its text can be written in several ways. */
	readonly mac: Buffer;
	/** SHA-256 of the body; a signature stays tied to the first body it came with. */
	readonly bodyHash: Buffer;
	/** Who takes the call: two workflows may each take the same call once. */
	readonly receiver: string;
	/** Milliseconds since 1970, from the header. */
	readonly signedAt: number;
}

export interface SignatureMemory {
	/** `now` in milliseconds. The time of the signature must have been judged before. */
	check(use: SignatureUse, now: number): SignatureVerdict;
	/**
	 * Ends the pending state: `true` keeps the signature used; `false` frees it for this receiver
	 * and the same body, so that Huawei's next try of a call that n8n could not store is taken
	 * instead of being mistaken for a re-delivery.
	 */
	settle(use: SignatureUse, taken: boolean): void;
	/** Signatures that are remembered. */
	readonly size: number;
}

/** The signatures of a few seconds, which are forgotten together. */
interface Span {
	/** Body by MAC. */
	readonly bodies: Map<string, string>;
	/** By MAC and receiver: whether the call was taken, or is still open. */
	readonly uses: Map<string, boolean>;
}

/**
 * Milliseconds. Whole seconds, because the same signed bytes can be read as seconds or as
 * milliseconds of one and the same second: both readings must fall into one span.
 */
const SPAN = 10_000;

/** Milliseconds. No trigger takes an older signature, so that no other needs to be remembered. */
const REMEMBERED = LARGEST_TOLERANCE_SECONDS * 1000;

/** Bytes of a digest that are kept. What nobody can aim at needs no more to be told apart. */
const KEPT_BYTES = 16;

/**
 * About 36 MB when full (measured). With the default window of 300 seconds nothing is refused as
 * forgotten below 666 calls, that is up to 66,600 receipts, a second.
 */
const DEFAULT_CAPACITY = 200_000;

export function createSignatureMemory(capacity = DEFAULT_CAPACITY): SignatureMemory {
	const spans = new Map<number, Span>();
	let size = 0;
	/** Milliseconds since 1970: what was signed earlier and is not known may have been seen. */
	let forgottenBefore = Number.NEGATIVE_INFINITY;

	function drop(index: number) {
		size -= spans.get(index)?.bodies.size ?? 0;
		spans.delete(index);
	}

	/** Gives up what is older than the signature that comes; `false` if there is no such thing. */
	function makeRoom(index: number, now: number): boolean {
		for (const other of spans.keys()) if (endOf(other) + REMEMBERED < now) drop(other);
		while (size >= capacity) {
			const oldest = Math.min(...spans.keys());
			if (oldest >= index) return false;
			drop(oldest);
			forgottenBefore = endOf(oldest);
		}
		return true;
	}

	function openSpan(index: number): Span {
		const span = spans.get(index) ?? { bodies: new Map(), uses: new Map() };
		spans.set(index, span);
		return span;
	}

	return {
		check({ mac, bodyHash, receiver, signedAt }, now) {
			const index = indexOf(signedAt);
			const key = shorten(mac);
			const body = shorten(bodyHash);
			const known = spans.get(index)?.bodies.get(key);
			if (known === undefined) {
				if (!(signedAt >= forgottenBefore) || !makeRoom(index, now)) return 'forgotten';
				openSpan(index).bodies.set(key, body);
				size += 1;
			} else if (known !== body) {
				return 'replay';
			}
			const { uses } = openSpan(index);
			const use = keyOfUse(mac, receiver);
			const taken = uses.get(use);
			if (taken !== undefined) return taken ? 'redelivery' : 'pending';
			uses.set(use, false);
			return 'fresh';
		},

		settle({ mac, receiver, signedAt }, taken) {
			const uses = spans.get(indexOf(signedAt))?.uses;
			const use = keyOfUse(mac, receiver);
			if (uses?.get(use) !== false) return;
			if (taken) uses.set(use, true);
			else uses.delete(use);
		},

		get size() {
			return size;
		},
	};
}

function indexOf(signedAt: number): number {
	return Math.floor(signedAt / SPAN);
}

function endOf(index: number): number {
	return (index + 1) * SPAN;
}

/** One byte a character: the most compact key that a Map takes. */
function shorten(digest: Buffer): string {
	return digest.toString('latin1', 0, KEPT_BYTES);
}

function keyOfUse(mac: Buffer, receiver: string): string {
	const digest = createHash('sha256').update(receiver).digest();
	return Buffer.concat([mac.subarray(0, KEPT_BYTES), digest.subarray(0, KEPT_BYTES)]).toString(
		'latin1',
	);
}
