/**
 * Single use of nonces. Huawei signs the time and a nonce but not the body, so a call that was
 * overheard could be sent again with another body while its time is still within the window.
 *
 * The memory is that of one process. It holds a nonce as long as its timestamp would pass, and
 * at most a fixed number of them; only calls with a valid signature ever get here.
 * Source page: `push-msg-receipt`.
 */

/**
 * - `fresh`: never seen. It is held as *pending* until `settle` is called.
 * - `pending`: the same call is being worked on right now; whether it succeeds is still open.
 * - `redelivery`: the same call was taken before; nothing is to be started.
 * - `replay`: the nonce was seen with another body.
 */
export type NonceVerdict = 'fresh' | 'pending' | 'redelivery' | 'replay';

export interface NonceUse {
	/** Whose nonce it is: two accounts may use the same one. */
	readonly account: string;
	readonly nonce: string;
	/** Hash of the body; a nonce stays tied to the first body it came with. */
	readonly bodyHash: string;
	/** Who takes the call: two workflows may each take the same call once. */
	readonly receiver: string;
}

export interface NonceWindow {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Milliseconds since 1970 after which a call with this nonce is refused as stale anyway. */
	readonly expiresAt: number;
}

export interface NonceMemory {
	check(use: NonceUse, window: NonceWindow): NonceVerdict;
	/**
	 * Ends the pending state: `true` keeps the nonce used; `false` frees it, so that Huawei's next
	 * try of a call that n8n could not store is taken instead of being mistaken for a re-delivery.
	 */
	settle(use: NonceUse, taken: boolean): void;
	readonly size: number;
}

interface Entry {
	readonly bodyHash: string;
	readonly receivers: Map<string, 'pending' | 'taken'>;
	readonly expiresAt: number;
}

/**
 * About 28 MB when full (measured), and enough for 300 seconds of 160 calls, that is of up to
 * 16,000 receipts, a second. Beyond that the oldest nonces are forgotten before their time.
 */
const DEFAULT_CAPACITY = 50_000;

export function createNonceMemory(capacity = DEFAULT_CAPACITY): NonceMemory {
	// A Map keeps the order of insertion, which is nearly the order of expiry.
	const entries = new Map<string, Entry>();
	const keyOf = (use: NonceUse) => JSON.stringify([use.account, use.nonce]);

	function dropOldest(now: number) {
		for (const [key, entry] of entries) {
			if (entry.expiresAt >= now && entries.size < capacity) return;
			entries.delete(key);
		}
	}

	return {
		check(use, { now, expiresAt }) {
			const key = keyOf(use);
			const known = entries.get(key);
			if (known && known.expiresAt >= now) {
				if (known.bodyHash !== use.bodyHash) return 'replay';
				const state = known.receivers.get(use.receiver);
				if (state) return state === 'pending' ? 'pending' : 'redelivery';
				known.receivers.set(use.receiver, 'pending');
				return 'fresh';
			}
			entries.delete(key);
			dropOldest(now);
			entries.set(key, {
				bodyHash: use.bodyHash,
				receivers: new Map([[use.receiver, 'pending']]),
				expiresAt,
			});
			return 'fresh';
		},

		settle(use, taken) {
			const key = keyOf(use);
			const entry = entries.get(key);
			if (entry?.receivers.get(use.receiver) !== 'pending') return;
			if (taken) {
				entry.receivers.set(use.receiver, 'taken');
				return;
			}
			entry.receivers.delete(use.receiver);
			if (entry.receivers.size === 0) entries.delete(key);
		},

		get size() {
			return entries.size;
		},
	};
}
