/** One JWT an hour and key, however many executions ask for it at once. */

import { createHash, type KeyObject } from 'node:crypto';
import { mintJwt, type MintedJwt } from './jwt';
import { readPrivateKey, type ServiceAccount } from './serviceAccount';

/** Renewed this many seconds before its end, so that no request carries a token about to expire. */
export const RENEW_BEFORE_SECONDS = 300;

/** How many accounts are remembered: an n8n instance serves a few, and a key must not stay for ever. */
const REMEMBERED_ACCOUNTS = 100;

interface Entry {
	key: KeyObject;
	current?: MintedJwt;
	minting?: Promise<MintedJwt>;
}

/**
 * Hands out JWTs for service accounts and keeps key and token in memory, by a hash of the key material.
 */
export class AccessTokens {
	private readonly entries = new Map<string, Entry>();

	/** Hashing a key costs more than a look-up, and callers come with the same account many times. */
	private readonly fingerprints = new WeakMap<ServiceAccount, string>();

	/** @param now the clock, Unix time in seconds */
	constructor(private readonly now: () => number) {}

	/**
	 * A valid JWT of the account.
	 *
	 * @param refused a token that the service has just refused: never handed out again
	 * @throws {ServiceAccountError} if the account's private key cannot be used
	 */
	async get(account: ServiceAccount, refused?: string): Promise<string> {
		const entry = this.entryOf(account);
		const { current } = entry;
		const fresh = current !== undefined && current.expiresAt - RENEW_BEFORE_SECONDS > this.now();
		if (fresh && current.token !== refused) return current.token;

		// A mint under way began after the refused token was handed out, so it serves that caller as well.
		entry.minting ??= this.mint(account, entry);
		return (await entry.minting).token;
	}

	private async mint(account: ServiceAccount, entry: Entry): Promise<MintedJwt> {
		try {
			entry.current = await mintJwt(account, entry.key, this.now());
			return entry.current;
		} finally {
			entry.minting = undefined;
		}
	}

	private entryOf(account: ServiceAccount): Entry {
		const id = this.fingerprints.get(account) ?? fingerprint(account);
		this.fingerprints.set(account, id);
		const known = this.entries.get(id);
		const entry = known ?? { key: readPrivateKey(account) };
		// Put back at the end: the map's order is the order of last use.
		this.entries.delete(id);
		this.entries.set(id, entry);
		for (const oldest of this.entries.keys()) {
			if (this.entries.size <= REMEMBERED_ACCOUNTS) break;
			this.entries.delete(oldest);
		}
		return entry;
	}
}

function fingerprint({ keyId, subAccount, privateKey }: ServiceAccount): string {
	return createHash('sha256')
		.update(JSON.stringify([keyId, subAccount, privateKey]))
		.digest('hex');
}
