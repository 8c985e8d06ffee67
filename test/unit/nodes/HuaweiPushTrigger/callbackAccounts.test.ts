import {
	ACCOUNT_LIFETIME,
	ACCOUNT_RECHECK,
	createAccountCache,
	toCallbackAccount,
} from '../../../../nodes/HuaweiPushTrigger/callbackAccounts';

/** A credential whose secret changes with every read. */
function changingCredential(credentialId: string | null = 'c') {
	let reads = 0;
	return {
		credentialId,
		async read() {
			reads += 1;
			return { userName: 'u', secret: `secret-${reads}` };
		},
	};
}

describe('createAccountCache', () => {
	it('keeps a credential for its lifetime and not longer', async () => {
		const cache = createAccountCache();
		const reader = changingCredential();
		const secretAt = async (now: number, maxAge = ACCOUNT_LIFETIME) =>
			(await cache.get(reader, { now, maxAge })).secret;

		expect(await secretAt(0)).toBe('secret-1');
		expect(await secretAt(ACCOUNT_LIFETIME - 1)).toBe('secret-1');
		expect(await secretAt(ACCOUNT_LIFETIME)).toBe('secret-2');
	});

	it('reads earlier when asked for something newer, and then keeps that', async () => {
		const cache = createAccountCache();
		const reader = changingCredential();
		const secretAt = async (now: number, maxAge: number) =>
			(await cache.get(reader, { now, maxAge })).secret;

		await secretAt(0, ACCOUNT_LIFETIME);
		expect(await secretAt(ACCOUNT_RECHECK - 1, ACCOUNT_RECHECK)).toBe('secret-1');
		expect(await secretAt(ACCOUNT_RECHECK, ACCOUNT_RECHECK)).toBe('secret-2');
		expect(await secretAt(ACCOUNT_RECHECK + 1, ACCOUNT_LIFETIME)).toBe('secret-2');
	});

	it('keeps credentials apart', async () => {
		const cache = createAccountCache();
		const age = { now: 0, maxAge: ACCOUNT_LIFETIME };
		await cache.get({ credentialId: 'a', read: async () => ({ secret: 'of-a' }) }, age);
		const other = { credentialId: 'b', read: async () => ({ secret: 'of-b' }) };
		expect((await cache.get(other, age)).secret).toBe('of-b');
	});

	it('never keeps a credential without an ID', async () => {
		const cache = createAccountCache();
		const reader = changingCredential(null);
		await cache.get(reader, { now: 0, maxAge: ACCOUNT_LIFETIME });
		expect((await cache.get(reader, { now: 1, maxAge: ACCOUNT_LIFETIME })).secret).toBe('secret-2');
	});

	it('does not keep a failure', async () => {
		const cache = createAccountCache();
		const age = { now: 0, maxAge: ACCOUNT_LIFETIME };
		const broken = {
			credentialId: 'c',
			read: async () => await Promise.reject(new Error('database is locked')),
		};
		await expect(cache.get(broken, age)).rejects.toThrow('database is locked');
		expect((await cache.get(changingCredential(), age)).secret).toBe('secret-1');
	});
});

describe('a cache that is full', () => {
	it('gives up the credential that was read longest ago, and keeps the others', async () => {
		const cache = createAccountCache();
		const age = { now: 0, maxAge: ACCOUNT_LIFETIME };
		const readers = Array.from({ length: 1001 }, (_, i) => changingCredential(`credential-${i}`));
		for (const reader of readers.slice(0, 1000)) await cache.get(reader, age);
		// Read again, so that it is no longer the oldest.
		await cache.get(readers[0]!, { now: ACCOUNT_LIFETIME, maxAge: ACCOUNT_LIFETIME });
		await cache.get(readers[1000]!, age);

		const secretOf = async (index: number) =>
			(await cache.get(readers[index]!, { now: 1, maxAge: ACCOUNT_LIFETIME })).secret;
		expect(await secretOf(0)).toBe('secret-2');
		expect(await secretOf(2)).toBe('secret-1');
		expect(await secretOf(1000)).toBe('secret-1');
		expect(await secretOf(1)).toBe('secret-2');
	});
});

describe('a failed read', () => {
	it('does not make a newer one forgotten', async () => {
		const cache = createAccountCache();
		let fail: (error: Error) => void = () => {};
		const slow = {
			credentialId: 'c',
			read: async () => await new Promise<never>((_resolve, reject) => (fail = reject)),
		};
		const first = cache.get(slow, { now: 0, maxAge: ACCOUNT_LIFETIME });
		const reader = changingCredential();
		await cache.get(reader, { now: ACCOUNT_LIFETIME, maxAge: ACCOUNT_LIFETIME });
		fail(new Error('too late'));
		await expect(first).rejects.toThrow('too late');
		const { secret } = await cache.get(reader, {
			now: ACCOUNT_LIFETIME + 1,
			maxAge: ACCOUNT_LIFETIME,
		});
		expect(secret).toBe('secret-1');
	});
});

describe('toCallbackAccount', () => {
	it('takes numbers for texts of digits, and nothing else', () => {
		expect(toCallbackAccount({ userName: 17, secret: 12345, previousSecret: 1.5 })).toEqual({
			userName: '17',
			secret: '12345',
			previousSecret: '',
			secretEncoding: 'auto',
		});
		expect(
			toCallbackAccount({ userName: ['a'], secret: true, previousSecret: null }),
		).toMatchObject({
			userName: '',
			secret: '',
			previousSecret: '',
		});
	});

	it('takes what is missing as empty, and an unknown encoding as automatic', () => {
		expect(toCallbackAccount({ secretEncoding: 'hex' })).toEqual({
			userName: '',
			secret: '',
			previousSecret: '',
			secretEncoding: 'auto',
		});
	});
});
