/** What may be entered as Campaign ID, and whom it cannot serve. */
import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { dryRun } from './dryRun';
import { push } from './pushRun';

const sandbox = useSandbox();

const TEXT = { category: 'WORK', title: 'Sale', body: '=Hello {{ $json.name }}' };

/** The App Message ID of each item, or what is wrong with it. */
const idsOf = async (
	campaignId: unknown,
	items: IDataObject[] = [{ name: 'A' }],
	more: IDataObject = {},
): Promise<unknown[]> => {
	const parameters = { ...TEXT, ...more, options: { campaignId } } as IDataObject;
	const { composed } = await dryRun(sandbox, parameters, items);
	return composed.map(({ shown, fault }) => fault ?? shown.appMessageId);
};

describe('Campaign ID', () => {
	it.each<[string, unknown, unknown, IDataObject]>([
		['a number is its text', 7, '7', {}],
		['a number by expression', '={{ $json.c }}', '7', { c: 7 }],
		['nought', '={{ $json.c }}', '0', { c: 0 }],
		['an accent written in two signs', 'Fru\u0308hling', 'Frühling', {}],
		['Chinese', '={{ $json.c }}', '春节', { c: '春节 ' }],
		['no-break blanks around', '\u00a0spring\ufeff', 'spring', {}],
		['what a chat adds', '\u2066spr\u200bing\u2069', 'spring', {}],
		[
			'a day',
			'={{ $now.toISO().slice(0, 0) }}{{ new Date(0).toISOString() }}',
			'1970-01-01T00:00:00.000Z',
			{},
		],
		['a path left in Fixed mode', '{{ $json.c }}', 'spring', { c: 'spring' }],
		['a date of luxon', '={{ DateTime.fromISO("2026-04-01").toISODate() }}', '2026-04-01', {}],
	])('%s', async (_, written, meant, item) => {
		const [id] = await idsOf(written, [{ name: 'A', ...item }]);
		expect(id).toMatch(/^[0-9a-f]{32}$/);
		expect([id]).toEqual(await idsOf(meant));
	});

	it.each<[string, unknown, RegExp, IDataObject]>([
		['blanks', '  \n', /Campaign ID is filled in, but gives nothing for this item/, {}],
		['an expression that gives nothing', '={{ $json.none }}', /gives nothing for this item/, {}],
		['null', '={{ $json.c }}', /gives nothing for this item/, { c: null }],
		['NaN', '={{ 1 * "x" }}', /gives nothing for this item/, {}],
		['an object', '={{ $json.c }}', /Campaign ID is given an object/, { c: { id: 1 } }],
		['a list', '={{ $json.c }}', /Campaign ID is given an object or a list/, { c: ['a'] }],
		['an object in a text', '=c-{{ $json.c }}', /Campaign ID has an object in its text/, { c: {} }],
		['a whole text', 'x'.repeat(101), /Campaign ID has more than 100 characters/, {}],
		['the execution', '={{ $execution.id }}', /Campaign ID is another in every run/, {}],
		['chance', '=c{{ Math.random() }}', /Campaign ID is another in every run/, {}],
		['the execution in brackets', '=c{{ $execution["id"] }}', /is another in every run/, {}],
		['the clock', '=c-{{ $now }}', /is another in every run/, {}],
		['the clock of luxon', '={{ $now.toMillis() }}', /is another in every run/, {}],
		['the clock of JavaScript', '={{ Date.now() }}', /is another in every run/, {}],
		['its text', '={{ new Date().toISOString() }}', /is another in every run/, {}],
		['signs that nobody sees', '\u200b\u2060', /gives nothing for this item/, {}],
		['an expression in Fixed mode', "{{ $('A').item.json.id }}", /Expression/, {}],
	])('%s is refused, not left out', async (_, written, words, item) => {
		const [told] = await idsOf(written, [{ name: 'A', ...item }]);
		expect(String(told)).toMatch(words);
	});

	it('an empty one is none', async () => {
		expect(await idsOf('')).toEqual([undefined]);
	});

	it('100 characters are taken', async () => {
		expect(await idsOf('x'.repeat(100))).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
	});

	it('may be another for each item, and each item has its own', async () => {
		const items = ['a', 'b', 'a'].map((c) => ({ c, name: 'A' }));
		const [first, second, third] = await idsOf('={{ $json.c }}', items);
		expect(first).toBe(third);
		expect(first).not.toBe(second);
	});

	it('one item without it does not take it from the others', async () => {
		const items = [{ c: 'a', name: 'A' }, { name: 'B' }];
		const [first, second] = await idsOf('={{ $json.c }}', items);
		expect(first).toMatch(/^[0-9a-f]{32}$/);
		expect(second).toMatch(/gives nothing for this item/);
	});
});

const payloadOf = (notification: object) => ({ payload: { notification } });
const TAP = { clickAction: { actionType: 0 } };
const FULL = { category: 'WORK', title: 'T', body: 'B', ...TAP };

describe('messages', () => {
	it.each<[string, IDataObject]>([
		['JSON', { specifyMessage: 'json', ...payloadOf(FULL) }],
		['a custom message', { resource: 'custom', pushType: 0, ...payloadOf(FULL) }],
		['a missed call', { resource: 'call', operation: 'sendMissedCall' }],
	])('%s is given the App Message ID and nothing else', async (_, parameters) => {
		const options = { options: { campaignId: 'spring' } };
		const { composed } = await dryRun(sandbox, { ...TEXT, ...parameters, ...options }, [
			{ name: 'A' },
		]);
		const [notification] = await idsOf('spring');
		expect(composed[0]?.shown.appMessageId).toBe(notification);
		if ('payload' in parameters) {
			expect(composed[0]?.shown).toEqual({ ...FULL, appMessageId: notification });
		}
	});

	it('a JSON body keeps the App Message ID that it brings', async () => {
		const payload = payloadOf({ ...FULL, appMessageId: 'own' });
		expect(await idsOf('spring', [{}], { specifyMessage: 'json', ...payload })).toEqual(['own']);
	});

	it.each<[string, IDataObject]>([
		['another push type', { pushType: 6, payload: { extraData: 'x' } }],
		['a badge', { pushType: 0, ...payloadOf({ badge: { setNum: 1 } }) }],
	])('%s is sent as given, with a hint that it cannot be told', async (_, parameters) => {
		const options = { options: { campaignId: 'spring' } };
		const { composed, hints } = await dryRun(
			sandbox,
			{ resource: 'custom', ...parameters, ...options },
			[{}],
		);
		expect(composed[0]?.payload).toEqual(parameters.payload);
		expect(hints).toEqual([expect.stringContaining('Campaign ID has no effect')]);
	});

	it('a badge that is added to may count again: a hint', async () => {
		const more = { additionalFields: { addNum: 1 }, options: { campaignId: 'spring' } };
		const { hints } = await dryRun(sandbox, { ...TEXT, ...more }, [{ name: 'A' }]);
		expect(hints).toContainEqual(expect.stringContaining('Badge: Add may count again'));
	});
});

describe('two different messages for one token', () => {
	const items = (...pairs: Array<[string, string]>) =>
		pairs.map(([pushToken, name]) => ({ pushToken, name }));
	const SPRING = { ...TEXT, options: { campaignId: 'spring' } };

	it('stop the run before anything is sent, and both items are named', async () => {
		const list = items(['T1', 'A'], ['T2', 'B'], ['T1', 'C']);
		const { error } = await push(sandbox, list, { parameters: SPRING });
		expect(error?.message).toMatch(/^Item 1: Items 1 and 3 have two different messages/);
		expect(error?.description).toContain('Nothing was sent.');
		expect(sandbox.store.received).toBe(0);
	});

	it('with On Error: Continue neither is sent, and the others are', async () => {
		const list = items(['T1', 'A'], ['T2', 'B'], ['T1', 'C'], ['T1', 'D'], ['T1', 'A']);
		const { told } = await push(sandbox, list, {
			parameters: SPRING,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(told).toHaveLength(5);
		expect(told.filter(({ outcome }) => outcome === 'accepted')).toMatchObject([
			{ pushToken: 'T2', item: 1 },
		]);
		const faulty = told.filter(({ outcome }) => outcome === 'failed');
		expect(faulty.map(({ item, reason }) => [item, reason])).toEqual(
			[0, 2, 3, 4].map((item) => [item, 'faultyMessage']),
		);
		expect(faulty.map(({ advice }) => /Items \d and \d/.exec(advice ?? '')?.[0])).toEqual([
			'Items 1 and 3',
			'Items 1 and 3',
			'Items 1 and 4',
			'Items 3 and 5',
		]);
		expect(sandbox.acceptances.total).toBe(1);
	});

	it.each<[string, IDataObject]>([
		['without a campaign', TEXT],
		['of two campaigns', { ...TEXT, options: { campaignId: '={{ $json.name }}' } }],
		[
			'that each bring an App Message ID',
			{ ...SPRING, additionalFields: { appMessageId: '={{ $json.name }}' } },
		],
	])('are sent %s', async (_, parameters) => {
		const { error } = await push(sandbox, items(['T1', 'A'], ['T1', 'C']), { parameters });
		expect(error).toBeUndefined();
		expect(sandbox.state.devices.get('T1')?.shown).toHaveLength(2);
	});

	it('the same message twice is none', async () => {
		const { told } = await push(sandbox, items(['T1', 'A'], ['T1', 'A']), { parameters: SPRING });
		expect(told.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
		expect(sandbox.acceptances.total).toBe(1);
	});
});
