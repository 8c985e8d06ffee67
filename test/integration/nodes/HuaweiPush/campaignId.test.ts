/** Campaign ID: what phones show when a campaign is run again, with the sandbox's phones as witness. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { membersOf } from '../../../../push-kit/json';
import { useSandbox } from '../../../builders/useSandbox';
import type { EngineOptions } from '../../../builders/engine';
import { dryRun } from './dryRun';
import { credentialsOf, customers, push } from './pushRun';

const sandbox = useSandbox();

// Not MARKETING, of which phones show two a day.
const TEXT = { category: 'WORK', title: 'Sale', body: '=Hello {{ $json.name }}' };
const SPRING: IDataObject = { ...TEXT, options: { campaignId: 'spring' } };
const LIST = customers(6);

/** One run; a new execution each time, as after a restart. */
const run = async (
	items: IDataObject[] = LIST,
	parameters: IDataObject = SPRING,
	more: Partial<EngineOptions> = {},
) => await push(sandbox, items, { parameters, ...more });

/** What each phone shows, by token. */
function screens(): Record<string, unknown[]> {
	const devices = sandbox.state.devices.list().map(({ token, shown = [] }) => [
		token,
		shown.map(({ messageId }) => {
			const { payload } = membersOf(sandbox.store.find(messageId)?.body);
			return membersOf(membersOf(payload).notification).body;
		}),
	]);
	return Object.fromEntries(devices) as Record<string, unknown[]>;
}

const notifications = () =>
	sandbox.store.messages.map(({ body }) =>
		membersOf(membersOf(membersOf(body).payload).notification),
	);

/** Each customer of the list sees the first message, once. */
function expectOneEach(items: readonly IDataObject[] = LIST): void {
	expect(screens()).toEqual(
		Object.fromEntries(
			items.map(({ pushToken, name }) => [String(pushToken), [`Hello ${String(name)}`]]),
		),
	);
}

/** Items for Revoke: those of the Accepted output or, with *Problems Only*, the list with the ID told there. */
function revocations(accepted: INodeExecutionData[], items: readonly IDataObject[]): IDataObject[] {
	const { messages } = membersOf(accepted[0]?.json);
	if (!Array.isArray(messages)) return accepted.map(({ json }) => json);
	const { notifyId } = membersOf(messages[0]);
	return items.map((item) => ({ ...item, notifyId: Number(notifyId) }));
}

const reversed = [...LIST].reverse();
const OTHER_TEXT = { ...SPRING, title: 'SALE!', body: '=Dear {{ $json.name }}' };

const RERUNS: Array<[string, IDataObject[], IDataObject, Partial<EngineOptions>]> = [
	['as it was', LIST, SPRING, {}],
	['with a corrected text', LIST, OTHER_TEXT, {}],
	['in another order', reversed, SPRING, {}],
	['with part of the list', LIST.slice(4), SPRING, {}],
	['with part of the list, turned round and corrected', reversed.slice(1, 3), OTHER_TEXT, {}],
	[
		'with other options',
		LIST,
		{ ...SPRING, options: { campaignId: 'spring', biTag: 'again', ttl: 60, collapseKey: 3 } },
		{},
	],
	['from a copied node', LIST, SPRING, { settings: { id: 'a-copy' } }],
	['from another workflow', LIST, SPRING, { workflowId: 'other' }],
	[
		'from the editor, to everybody',
		LIST,
		{ ...SPRING, manualDelivery: 'same' },
		{ mode: 'manual' },
	],
	['with blanks around its ID', LIST, { ...TEXT, options: { campaignId: ' spring\n' } }, {}],
	['with its ID by expression', LIST, { ...TEXT, options: { campaignId: '={{ "spring" }}' } }, {}],
	[
		'with one text for all',
		LIST,
		{ ...SPRING, body: 'Hello everybody', options: { campaignId: 'spring', output: 'problems' } },
		{},
	],
	[
		'as JSON',
		LIST,
		{
			...SPRING,
			specifyMessage: 'json',
			payload: {
				notification: { category: 'WORK', title: 'T', body: 'J', clickAction: { actionType: 0 } },
			},
		},
		{},
	],
];

describe('a campaign that is run again', () => {
	it.each(RERUNS)('%s shows nothing twice', async (_name, items, parameters, more) => {
		await run();
		const again = await run(items, parameters, more);
		expect(again.error).toBeUndefined();
		expect(sandbox.acceptances.total).toBe(LIST.length + items.length);
		expectOneEach();
	});

	it.each(RERUNS.filter(([name]) => name !== 'as JSON'))(
		'%s: its items revoke what the phones show',
		async (_name, items, parameters, more) => {
			await run();
			const [accepted = []] = (await run(items, parameters, more)).outputs;
			await push(sandbox, revocations(accepted, items), {
				parameters: { resource: 'notification', operation: 'revoke' },
			});
			const gone = new Set(items.map(({ pushToken }) => String(pushToken)));
			for (const [token, shown] of Object.entries(screens())) {
				expect(shown).toHaveLength(gone.has(token) ? 0 : 1);
			}
		},
	);

	it('reaches those whom the first run did not, and nobody else', async () => {
		await run(LIST.slice(0, 3));
		await run();
		expectOneEach();
	});

	it('is another with another ID, and shows its message beside the first', async () => {
		await run();
		await run(LIST, { ...TEXT, options: { campaignId: 'Spring' } });
		expect(Object.values(screens()).map(({ length }) => length)).toEqual(LIST.map(() => 2));
	});

	it('shows it again without an ID', async () => {
		await run(LIST, TEXT);
		await run(LIST, TEXT);
		expect(Object.values(screens()).map(({ length }) => length)).toEqual(LIST.map(() => 2));
	});

	it('takes what was first sent as it stands where a message brings an App Message ID of its own', async () => {
		const parameters = { ...SPRING, additionalFields: { appMessageId: '={{ $json.order }}' } };
		await run([{ pushToken: 'T1', name: 'A', order: 'order-1' }], parameters);
		const items = [
			{ pushToken: 'T1', name: 'B', order: 'order-1' },
			{ pushToken: 'T1', name: 'C', order: 'order-2' },
		];
		await run(items, parameters);
		expect(notifications().map(({ appMessageId }) => appMessageId)).toEqual(
			expect.arrayContaining(['order-1', 'order-2']),
		);
		// Two orders are two messages: neither replaces the other.
		expect(screens()).toEqual({ T1: ['Hello A', 'Hello C'] });
	});
});

describe('a test of a campaign', () => {
	it.each<[string, IDataObject, Partial<EngineOptions>, string]>([
		['Delivery: Test Message', { ...SPRING, delivery: 'test' }, {}, ''],
		['a run from the editor', SPRING, { mode: 'manual' }, ''],
		['Test Tokens', SPRING, { mode: 'manual' }, 'customer-token-0000'],
	])('%s uses nothing of it up', async (_, parameters, more, testTokens) => {
		const credentials = { ...credentialsOf(sandbox), testTokens };
		const test = await run(LIST, { ...parameters, body: 'Test' }, { ...more, credentials });
		expect(notifications().every((one) => !('appMessageId' in one))).toBe(true);
		expect(test.hints.some(({ message }) => message.startsWith('Campaign ID'))).toBe(false);
		await run();
		expect(
			Object.values(screens()).every((shown) => String(shown.at(-1)).startsWith('Hello')),
		).toBe(true);
		// Revoking the test leaves the campaign's message.
		const items = test.outputs[0]?.map(({ json }) => json) ?? [];
		await push(sandbox, items, { parameters: { resource: 'notification', operation: 'revoke' } });
		expectOneEach();
	});

	it('a dry run shows the ID and uses nothing up', async () => {
		const { composed } = await dryRun(sandbox, SPRING, LIST);
		const [first] = composed;
		expect(first?.shown.appMessageId).toMatch(/^[0-9a-f]{32}$/);
		await run();
		expect(notifications()).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					appMessageId: first?.shown.appMessageId,
					notifyId: first?.shown.notifyId,
				}),
			]),
		);
		expectOneEach();
	});
});

describe('until when it holds', () => {
	it('is told after a run, counted from before its first request', async () => {
		const before = Date.now() + 24 * 3_600_000;
		const { hints } = await run(LIST, SPRING, { workflowSettings: { timezone: 'UTC' } });
		const told = hints.find(({ message }) => message.startsWith('Campaign ID'));
		expect(told?.type).toBe('info');
		const time = /until (\d+ \w+ \d{4}, \d\d:\d\d) \(UTC\)/.exec(told?.message ?? '')?.[1];
		const end = Date.parse(`${String(time)} UTC`);
		expect(Math.abs(end - before)).toBeLessThan(120_000);
	});

	it.each<[string, IDataObject, IDataObject[]]>([
		['without an ID', TEXT, LIST],
		['where nobody got anything', SPRING, [{ name: 'no token' }]],
	])('is not told %s', async (_, parameters, items) => {
		const { hints } = await run(items, parameters);
		expect(hints.some(({ message }) => message.startsWith('Campaign ID'))).toBe(false);
	});
});
