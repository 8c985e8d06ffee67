/** The receipt credential, and what it makes of a call. */
import fc from 'fast-check';

import { toCallbackAccount } from '../../../../nodes/HuaweiPushTrigger/callbackAccounts';
import {
	type CallbackAccount,
	parseSignatureHeader,
	type SignatureHeader,
	verifySignature,
} from '../../../../push-kit/receipt/signature';
import { sign } from '../../../builders/receiptCall';
import { checkCases } from '../../cases';
import { damaged, mostly, wildText, wildValue, withChanges } from '../../hostile';
import { holdToLaws } from '../../laws';

const verify = (
	header: SignatureHeader,
	account: CallbackAccount,
	window: Parameters<typeof verifySignature>[2],
) => verifySignature(parseSignatureHeader(header), account, window);

const NOW = 1_790_000_000_000;
const WINDOW = { now: NOW, tolerance: 300 };

/** A call of somebody who knows neither user name nor secret, but what an empty form would be. */
const FORGERIES = ['', ' ', 'AAAA', 'shop'].flatMap((userName) =>
	[Buffer.alloc(0), Buffer.from(' '), Buffer.from('undefined'), Buffer.from('null')].map((key) =>
		sign({ timestamp: NOW, nonce: 'n', userName, key }),
	),
);

const PIECES = ['A', '=', ' ', '\u00a0', '\ufeff', '"secret":"', '"', ','];
const field = fc.oneof(mostly(damaged(fc.base64String(), PIECES), PIECES), wildText, wildValue);

const credential = fc.oneof(
	fc.record({
		userName: fc.oneof(fc.constantFrom('', ' ', 'shop'), field),
		secret: fc.oneof(fc.constantFrom('', ' ', '=', '===='), field),
		previousSecret: field,
		secretEncoding: fc.oneof(fc.constantFrom('auto', 'base64', 'text', 'Base64', ''), wildValue),
	}),
	withChanges({ userName: 'shop', secret: '', secretEncoding: 'auto' }),
);

test('any credential is read, and none lets a stranger in', () => {
	checkCases(credential, (data) => {
		const account = holdToLaws(() => toCallbackAccount(JSON.parse(JSON.stringify(data))));
		if (account === undefined) throw new Error('No account');
		expect(typeof account.userName).toBe('string');
		expect(typeof account.secret).toBe('string');
		expect(['auto', 'base64', 'text']).toContain(account.secretEncoding);
		for (const forgery of FORGERIES) {
			const verdict = holdToLaws(() => verify(forgery, account, WINDOW));
			// A secret that is a word of the forgeries is known to the forger.
			const known = [account.secret, account.previousSecret].some(
				(secret) => secret === 'undefined' || secret === 'null',
			);
			if (!known) expect(verdict).toMatchObject({ ok: false });
		}
	});
});
