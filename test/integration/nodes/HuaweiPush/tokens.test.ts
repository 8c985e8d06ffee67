import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { dryRun } from './dryRun';
import { expectConserved, MESSAGE, push } from './pushRun';

const sandbox = useSandbox();

const A = 'customer-token-aaaa';
const B = 'customer-token-bbbb';

/** The tokens that a message would go to. */
async function tokensOf(parameters: IDataObject, item: IDataObject): Promise<readonly string[]> {
	const { composed } = await dryRun(sandbox, parameters, [{ pushToken: undefined, ...item }]);
	return composed[0]?.tokens ?? [];
}

describe('Token Field finds the tokens', () => {
	const DEVICES = [{ token: A }, { name: 'no app' }, { token: B }];

	it.each<[string, IDataObject, string[]]>([
		['pushToken', { pushToken: A }, [A]],
		[' pushToken ', { pushToken: A }, [A]],
		['\uFEFFpushToken', { pushToken: A }, [A]],
		['push token', { 'push token': A }, [A]],
		['push.token', { 'push.token': A }, [A]],
		['tokens[0]', { 'tokens[0]': A }, [A]],
		['tokens[1]', { tokens: [A, B] }, [B]],
		['tokens', { tokens: [A, B] }, [A, B]],
		['tokens', { tokens: JSON.stringify([A, B]) }, [A, B]],
		['tokens', { tokens: `{${A},${B}}` }, [A, B]],
		['devices[*].token', { devices: DEVICES }, [A, B]],
		['devices.token', { devices: DEVICES }, [A, B]],
		['devices[0].token', { devices: DEVICES }, [A]],
		['users[*].devices[*].token', { users: [{ devices: DEVICES }] }, [A, B]],
		['customer["push token"]', { customer: { 'push token': A } }, [A]],
		['{{ $json.pushToken }}', { pushToken: A }, [A]],
		['{{ $json["push token"] }}', { 'push token': A }, [A]],
		['{{ $json.devices[0].token }}', { devices: DEVICES }, [A]],
		['{{pushToken}}', { pushToken: A }, [A]],
		['{{ push token }}', { 'push token': A }, [A]],
		['$json.pushToken', { pushToken: A }, [A]],
		['$json["push token"]', { 'push token': A }, [A]],
		['$.devices[*].token', { devices: DEVICES }, [A, B]],
		['={{ $json.pushToken }}', { pushToken: A }, [A]],
		['={{ $json.devices.map((device) => device.token) }}', { devices: DEVICES }, [A, B]],
		['={{ "push" + "Token" }}', { pushToken: A }, [A]],
		['令牌', { 令牌: A }, [A]],
		['constructor', {}, []],
		['__proto__', {}, []],
	])('%s in %j', async (tokenField, item, tokens) => {
		expect(await tokensOf({ recipients: 'inputField', tokenField }, item)).toEqual(tokens);
	});
});

describe('a Token Field that no item has', () => {
	const run = (tokenField: string, ...items: IDataObject[]) =>
		push(sandbox, items, { parameters: { ...MESSAGE, recipients: 'inputField', tokenField } });

	it.each<[string, string]>([
		['pushToken', '\uFEFFpushToken'],
		['pushToken', 'pushtoken'],
		['pushToken', 'PushToken'],
		['pushToken', 'push_token'],
		['pushToken', 'push-token'],
		['pushToken', 'Push Token'],
		['pushToken', ' pushToken'],
		['pushToken', 'push\u200BToken'],
		['pushToken', 'push\u00A0Token'],
		['push_token', 'pushToken'],
		['pushToken', 'ｐｕｓｈＴｏｋｅｎ'],
	])('%j stops the run where there is %j, and names it', async (tokenField, name) => {
		const { error } = await run(tokenField, { name: 'Ann', [name]: A }, { [name]: B });
		expect(error?.message).toContain(`No item has a field "${tokenField}"`);
		expect(error?.message).toContain(JSON.stringify(name));
		expect(error?.description).toMatch(/^Nothing was sent\. /);
		expect(sandbox.store.received).toBe(0);
	});

	it('a list of tokens under the other name is meant, too', async () => {
		const { error } = await run('tokens', { Tokens: [A, B] });
		expect(error?.message).toContain('"Tokens"');
	});

	it.each<[string, IDataObject, RegExp]>([
		['nothing alike', { name: 'Ann', phone: '1' }, /The items have: name, phone/],
		['alike, but empty', { push_token: '' }, /The items have: push_token/],
		['there, but empty', { pushToken: '' }, /is empty in every item/],
		['there, but null', { pushToken: null }, /is empty in every item/],
		['objects', { pushToken: [{ token: A }] }, /holds objects.*pushToken\[\*\]\.token/],
		['an object', { pushToken: { token: A } }, /holds objects/],
	])('%s: skipped, and a hint tells why', async (_, item, words) => {
		const { error, hints, told } = await run('pushToken', item);
		expect(error).toBeUndefined();
		expect(told).toMatchObject([{ outcome: 'skipped', reason: 'noToken' }]);
		expect(hints.map(({ message }) => message).join()).toMatch(words);
	});

	it('says nothing where one item has a token', async () => {
		const { error, hints, told } = await run('pushToken', { push_token: B }, { pushToken: A });
		expect(error).toBeUndefined();
		expect(told.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'skipped']);
		expect(hints.map(({ message }) => message).join()).not.toContain('Token Field "');
	});
});

describe('Push Tokens', () => {
	it.each<[string, IDataObject, string[]]>([
		[`${A}，"${B}"`, {}, [A, B]],
		[`- ${A}\n- ${B}`, {}, [A, B]],
		['={{ $json.tokens }}', { tokens: [A, B] }, [A, B]],
		['={{ $json.tokens }}', { tokens: `1. ${A}\n2. ${B}` }, [A, B]],
		['{{ $json.tokens }}', { tokens: [A, B] }, [A, B]],
		['{{tokens}}', { tokens: [A, B] }, [A, B]],
		[`={{ $json.first }}, ${B}`, { first: A }, [A, B]],
		['={{ $json.none }}', {}, []],
		['={{ $json.tokens }}', { tokens: [{ token: A }] }, []],
		[`{{${A}},{${B}}}`, {}, [A, B]],
	])('%j', async (pushTokens, item, tokens) => {
		expect(await tokensOf({ recipients: 'defined', pushTokens }, item)).toEqual(tokens);
	});

	it.each(['={{ $json.entered }}', '={{ $json["entered"].trim() }}', '{{ $json.entered }}'])(
		'%s: what a customer entered names no other field of the item',
		async (pushTokens) => {
			const item = { entered: '{{courier}}', courier: B };
			expect(await tokensOf({ recipients: 'defined', pushTokens }, item)).not.toContain(B);
		},
	);

	it('of an object in the midst of a text are refused, not guessed', async () => {
		const pushTokens = `={{ $json.device }}, ${B}`;
		const parameters = { recipients: 'defined', pushTokens };
		const { composed } = await dryRun(sandbox, parameters, [{ device: { token: A } }]);
		expect(composed[0]?.fault).toContain('Push Tokens has an object in its text');
	});
});

describe('every token that goes in comes out once', () => {
	const token = fc.stringMatching(/^[A-Za-z0-9_-]{16,40}$/).map((rest) => `t${rest}x`);
	const cell = fc.oneof(
		fc.record({ list: fc.array(token, { maxLength: 4 }), write: fc.constantFrom(...WRITINGS()) }),
	);

	function WRITINGS(): Array<(list: string[]) => unknown> {
		return [
			(list) => list,
			(list) => JSON.stringify(list),
			(list) => list.join(','),
			(list) => list.map((one) => `"${one}"`).join(' | '),
			(list) => `{${list.join(',')}}`,
			(list) => list.map((one, index) => `${index + 1}. ${one}`).join('\n'),
			(list) => list.map((one) => [one, null, ['']]),
			(list) => `\uFEFF${list.join('\u200B\r\n')}\r\n`,
		];
	}

	it('whatever the cells hold and however they are written', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (cells) => {
				sandbox.reset();
				const items = cells.map(({ list, write }) => ({ tokens: write(list) })) as IDataObject[];
				const parameters = { ...MESSAGE, recipients: 'inputField', tokenField: 'tokens' };
				const { told } = await push(sandbox, items, { parameters });
				const expected = cells.flatMap(({ list }, item) =>
					(list.length === 0 ? [''] : list).map((one) => `${item} ${one}`),
				);
				expect(told.map(({ item, pushToken }) => `${item} ${pushToken}`).sort()).toEqual(
					expected.sort(),
				);
				expect(sandbox.acceptances.findRepeated()).toEqual([]);
			}),
			{ numRuns: 40 },
		);
	});

	it('a double is sent once and told for both', async () => {
		const items = [{ pushToken: A }, { pushToken: B }, { pushToken: A }];
		expectConserved(sandbox, items, await push(sandbox, items));
	});
});
