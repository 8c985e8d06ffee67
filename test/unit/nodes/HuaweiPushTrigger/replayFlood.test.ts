/** Attacks with so many calls that what was seen might be forgotten. */
import { bodyOf, callTrigger, expectRefused, sign } from '../../../builders/receiptCall';

const VICTIM = bodyOf({ token: 'VICTIM', result: 2 });

test('50,000 further calls in the window make nothing forgotten, and none of them is refused', async () => {
	const signature = sign();
	expect((await callTrigger({ signature })).items).toHaveLength(1);
	for (let index = 0; index < 50_000; index++) {
		const { status } = await callTrigger({ signature: sign({ nonce: String(index) }) });
		if (status !== 200) throw new Error(`Call ${index} was refused.`);
	}
	await expectRefused({ signature, body: VICTIM }, 401, 'replay');
	expect((await callTrigger({ signature })).items).toBeUndefined();
	expect((await callTrigger({ signature: sign() })).items).toHaveLength(1);
}, 120_000);

test('60,000 forged calls leave nothing behind', async () => {
	const key = Buffer.alloc(32, 8);
	const kept = [];
	for (let index = 0; index < 60_000; index++) {
		const { status } = await callTrigger({ signature: sign({ key }) });
		if (status !== 401) kept.push(index);
	}
	expect(kept).toEqual([]);
	expect((await callTrigger({ signature: sign() })).items).toHaveLength(1);
}, 120_000);
