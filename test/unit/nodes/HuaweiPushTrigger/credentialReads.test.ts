import { randomUUID } from 'node:crypto';

import { accountData, callTrigger, SECRET, sign } from '../../../builders/receiptCall';

describe('the credential', () => {
	it('is read once for many calls at once', async () => {
		const credentialId = randomUUID();
		const outcomes = await Promise.all(
			Array.from({ length: 8 }, async () => await callTrigger({ credentialId, signature: sign() })),
		);
		expect(outcomes.map(({ status }) => status)).toEqual(Array(8).fill(200));
		expect(outcomes.reduce((sum, { credentialReads }) => sum + credentialReads, 0)).toBe(1);
	});

	it('is read anew in the editor', async () => {
		const call = { credentialId: randomUUID(), mode: 'manual' as const };
		await callTrigger(call);
		expect((await callTrigger({ ...call, signature: sign() })).credentialReads).toBe(1);
	});

	it('is not read for a call without a well-formed signature', async () => {
		const credentialId = randomUUID();
		for (const signature of [null, 'hello']) {
			expect((await callTrigger({ credentialId, signature })).credentialReads).toBe(0);
		}
	});

	it('is read again for a signature that does not match, but not for each one', async () => {
		const credentialId = randomUUID();
		const start = 1_795_000_000_000;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
		const forged = () => sign({ key: Buffer.alloc(32, 8) });
		try {
			await callTrigger({ credentialId, signature: sign() });
			expect((await callTrigger({ credentialId, signature: forged() })).credentialReads).toBe(0);

			clock.mockReturnValue(start + 6_000);
			const credential = accountData({ secret: 'corrected' });
			const signature = sign({ key: Buffer.from('corrected') });
			const outcome = await callTrigger({ credentialId, credential, signature });
			expect(outcome).toMatchObject({ status: 200, credentialReads: 1 });
			expect((await callTrigger({ credentialId, signature: forged() })).credentialReads).toBe(0);
		} finally {
			clock.mockRestore();
		}
	});

	it('is not read again, within its minute, for what matches or would not match whatever it holds', async () => {
		const credentialId = randomUUID();
		const start = 1_795_000_000_000;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
		try {
			await callTrigger({ credentialId, signature: sign() });
			clock.mockReturnValue(start + 6_000);
			const stale = sign({ timestamp: start - 3_600_000 });
			expect(await callTrigger({ credentialId, signature: stale })).toMatchObject({
				status: 401,
				credentialReads: 0,
			});
			expect(await callTrigger({ credentialId, signature: sign() })).toMatchObject({
				status: 200,
				credentialReads: 0,
			});
		} finally {
			clock.mockRestore();
		}
	});

	it('is taken as soon as it is completed, and asked for every five seconds at most until then', async () => {
		const credentialId = randomUUID();
		const start = 1_795_000_000_000;
		const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
		const credential = accountData({ secret: '' });
		const call = async (at: number, complete = false) => {
			clock.mockReturnValue(start + at);
			const { status, credentialReads } = await callTrigger({
				credentialId,
				signature: sign(),
				...(!complete && { credential }),
			});
			return { isTaken: status === 200, credentialReads };
		};
		try {
			expect(await call(0)).toEqual({ isTaken: false, credentialReads: 1 });
			expect(await call(4_000, true)).toEqual({ isTaken: false, credentialReads: 0 });
			expect(await call(6_000, true)).toEqual({ isTaken: true, credentialReads: 1 });
		} finally {
			clock.mockRestore();
		}
	});

	it('may hold blanks around its values', async () => {
		const credential = accountData({ userName: ' shop-receipts ', secret: ` ${SECRET}\n` });
		const outcome = await callTrigger({ credential, credentialId: randomUUID() });
		expect(outcome.status).toBe(200);
	});
});
