/** One JWT an hour and key, however many executions ask for it at once. */

import { createHash, type KeyObject } from 'node:crypto';
import { mintJwt, type MintedJwt } from './jwt';
import { readPrivateKey, type ServiceAccount } from './serviceAccount';

/** Renewed this many seconds before its end, so that no request carries a token about to expire. */
export const RENEW_BEFORE_SECONDS = 300;

/**
 * A token is dated back by so many seconds: the clock here may be ahead of Huawei's, which refuses what
 * was issued in its future. UNCERTAIN what it tolerates; the lifetime stays an hour.
 */
export const CLOCK_TOLERANCE_SECONDS = 30;

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
		if (current !== undefined && current.token !== refused && this.isFresh(current)) {
			return current.token;
		}
		// A mint under way began after the refused token was handed out, so it serves that caller as well.
		entry.minting ??= this.mint(account, entry);
		return (await entry.minting).token;
	}

	/** A clock that was put back makes a token of the future, which is no better than an old one. */
	private isFresh({ issuedAt, expiresAt }: MintedJwt): boolean {
		return issuedAt <= this.now() && this.now() < expiresAt - RENEW_BEFORE_SECONDS;
	}

	private async mint(account: ServiceAccount, entry: Entry): Promise<MintedJwt> {
		try {
			entry.current = await mintJwt(account, entry.key, this.now() - CLOCK_TOLERANCE_SECONDS);
			return entry.current;
		} finally {
			entry.minting = undefined;
		}
	}

	private entryOf(account: ServiceAccount): Entry {
		const id = this.fingerprints.get(account) ?? fingerprint(account);
		this.fingerprints.set(account, id);
		const entry = this.entries.get(id) ?? { key: readPrivateKey(account) };
		// Put back at the end: the map's order is the order of last use.
		this.entries.delete(id);
		this.entries.set(id, entry);
		const [oldest = id] = this.entries.keys();
		if (this.entries.size > REMEMBERED_ACCOUNTS) this.entries.delete(oldest);
		return entry;
	}
}

function fingerprint({ keyId, subAccount, privateKey }: ServiceAccount): string {
	return createHash('sha256')
		.update(JSON.stringify([keyId, subAccount, privateKey]))
		.digest('hex');
}
