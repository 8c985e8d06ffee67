/**
 * The credential, kept in the process for up to a minute. Reading it is the dear part of a
 * receipt call, and a campaign brings many calls at once: concurrent calls share one read.
 */
import type { IDataObject } from 'n8n-workflow';

import type { CallbackAccount, SecretEncoding } from '../../push-kit/receipt/signature';
import { trimInvisible } from '../../push-kit/visibleText';

/** A changed secret is in force after this time at the latest, in milliseconds. */
export const ACCOUNT_LIFETIME = 60_000;

/**
 * Age in milliseconds at which a signature that does not match makes the credential be read
 * again: a corrected secret works at once, and forged calls cause one read in five seconds.
 */
export const ACCOUNT_RECHECK = 5_000;

/** More credentials than any instance has; the oldest makes room. */
const CAPACITY = 1000;

export interface AccountReader {
	/** Credential ID; `null` for one without, which is never kept. */
	readonly credentialId: string | null;
	readonly read: () => Promise<IDataObject>;
}

export interface AccountCache {
	/** Gives the account, read at most `maxAge` milliseconds before `now`. */
	get(reader: AccountReader, age: { now: number; maxAge: number }): Promise<CallbackAccount>;
}

export function createAccountCache(): AccountCache {
	const entries = new Map<string, { account: Promise<CallbackAccount>; readAt: number }>();

	return {
		async get({ credentialId, read }, { now, maxAge }) {
			if (credentialId === null) return toCallbackAccount(await read());

			const known = entries.get(credentialId);
			if (known && now - known.readAt < maxAge) return await known.account;

			const entry = { account: read().then(toCallbackAccount), readAt: now };
			entries.delete(credentialId);
			entries.set(credentialId, entry);
			for (const oldest of entries.keys()) {
				if (entries.size <= CAPACITY) break;
				entries.delete(oldest);
			}
			// A failure is not kept: the next call reads again.
			entry.account.catch(() => {
				if (entries.get(credentialId) === entry) entries.delete(credentialId);
			});
			return await entry.account;
		},
	};
}

const ENCODINGS: ReadonlySet<unknown> = new Set<SecretEncoding>(['auto', 'base64', 'text']);

function isSecretEncoding(value: unknown): value is SecretEncoding {
	return ENCODINGS.has(value);
}

/**
 * Reads the credential's fields, for the trigger and for the credential's test alike. Blanks and
 * characters without width around a pasted value are not part of it; quotation marks may be.
 */
export function toCallbackAccount(data: Readonly<Record<string, unknown>>): CallbackAccount {
	return {
		userName: readField(data.userName),
		secret: readField(data.secret),
		previousSecret: readField(data.previousSecret),
		secretEncoding: isSecretEncoding(data.secretEncoding) ? data.secretEncoding : 'auto',
	};
}

/** An expression in a credential may give a number for a key of digits. */
function readField(value: unknown): string {
	if (Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' ? trimInvisible(value) : '';
}
