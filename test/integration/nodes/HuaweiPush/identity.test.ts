import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { membersOf } from '../../../../push-kit/json';
import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import { customers, push } from './pushRun';
import { dryRun } from './dryRun';

const sandbox = useSandbox();

const NOTIFICATION = {
	resource: 'notification',
	operation: 'send',
	title: 'T',
	body: '={{ $json.b }}',
};

const TEXT_TO_SPEECH = { ...NOTIFICATION, resource: 'textToSpeech', extraData: 'x' };

const JSON_PAYLOAD = JSON.stringify({
	notification: { category: 'MARKETING', title: 'T', body: 'B', clickAction: { actionType: 0 } },
});

const notifyIdsOf = async (parameters: IDataObject, items: IDataObject[]) =>
	(await dryRun(sandbox, parameters, items)).composed.map(
		({ shown, fault }) => fault ?? shown.notifyId,
	);

describe.each([
	['Notification', NOTIFICATION],
	['Text-to-Speech', TEXT_TO_SPEECH],
])('Notify ID of %s', (_, parameters) => {
	it('is there by default, the same for all who get the same message', async () => {
		const bodies = ['one', 'two', 'one', 'three', 'two'].map((b) => ({ b }));
		const ids = await notifyIdsOf(parameters, bodies);
		expect(
			ids.every((id) => Number.isInteger(id) && Number(id) >= 0 && Number(id) <= 0x7fffffff),
		).toBe(true);
		expect([ids[2], ids[4]]).toEqual([ids[0], ids[1]]);
		expect(new Set(ids).size).toBe(3);
	});

	it('differs where nothing but an option differs', async () => {
		const options = { biTag: '={{ $json.tag }}' };
		const items = ['a', 'b', 'a'].map((tag) => ({ b: 'B', tag }));
		const [first, second, third] = await notifyIdsOf({ ...parameters, options }, items);
		expect(first).not.toBe(second);
		expect(first).toBe(third);
	});

	it('differs from run to run', async () => {
		const [first] = await notifyIdsOf(parameters, [{ b: 'B' }]);
		const [second] = await notifyIdsOf(parameters, [{ b: 'B' }]);
		expect(first).not.toBe(second);
	});

	it('is told in the items, so that Revoke finds it', async () => {
		const { outputs } = await push(sandbox, customers(1), {
			parameters: { ...parameters, body: 'B' },
		});
		expect(outputs[0]?.[0]?.json.notifyId).toEqual(expect.any(Number));
		const [sent] = sandbox.store.messages;
		const { notification } = membersOf(membersOf(sent?.body).payload);
		expect(membersOf(notification).notifyId).toBe(outputs[0]?.[0]?.json.notifyId);
	});

	it.each<[string, IDataObject, unknown]>([
		['None', { notifyIdMode: 'none' }, undefined],
		['None in other letters', { notifyIdMode: '={{ "None " }}' }, undefined],
		['Fixed', { notifyIdMode: 'fixed', notifyId: 7 }, 7],
		['a number alone', { notifyId: 7 }, 7],
		['a number as text', { notifyId: '={{ "7" }}' }, 7],
		['Automatic beside a number', { notifyIdMode: 'automatic', notifyId: 7 }, expect.any(Number)],
	])('%s', async (_name, additionalFields, id) => {
		expect(await notifyIdsOf({ ...parameters, additionalFields }, [{ b: 'B' }])).toEqual([id]);
	});

	it.each<[string, IDataObject, RegExp]>([
		[
			'a number that the item does not have',
			{ notifyId: '={{ $json.none }}' },
			/Notify ID \(Fixed\) is empty/,
		],
		['Fixed without a number', { notifyIdMode: 'fixed' }, /Notify ID \(Fixed\) is empty/],
		[
			'an unknown word',
			{ notifyIdMode: '={{ "perhaps" }}' },
			/Notify ID must be one of automatic, fixed, none/,
		],
		['an object', { notifyIdMode: '={{ ({}) }}' }, /Notify ID is given an object/],
	])('%s is refused, not replaced by one of ours', async (_name, additionalFields, words) => {
		const [told] = await notifyIdsOf({ ...parameters, additionalFields }, [{ b: 'B' }]);
		expect(String(told)).toMatch(words);
	});
});

it.each<[string, IDataObject]>([
	['JSON', { ...NOTIFICATION, specifyMessage: 'json', payload: JSON_PAYLOAD }],
	['Custom', { resource: 'custom', operation: 'send', pushType: 0, payload: JSON_PAYLOAD }],
])('%s is sent as it was given', async (_, parameters) => {
	const { composed } = await dryRun(sandbox, parameters, [{}]);
	expect(composed[0]?.payload).toEqual(JSON.parse(JSON_PAYLOAD));
});

describe('versions', () => {
	const { parameters: widget } = FORM_EXAMPLES.form;
	const { parameters: update } = FORM_EXAMPLES.liveViewUpdate;

	const UPDATES: Record<string, IDataObject> = {
		formId: {
			...{ resource: 'form', operation: 'update', ...widget },
			...{
				formId: '={{ $json.id }}',
				formData: '={{ ({ state: $json.state }) }}',
				additionalFields: {},
			},
		},
		activityId: {
			...{ resource: 'liveView', operation: 'update', ...update },
			...{ activityId: '={{ $json.id }}', secondLine: '={{ $json.state }}' },
			additionalFields: { versionMode: 'automatic' },
		},
	};

	/** For each device, the versions that left the node, in the order of its states. */
	function versionsSent(): Map<string, number[]> {
		const versions = new Map<string, number[]>();
		for (const { body } of sandbox.store.messages) {
			const { payload, target } = membersOf(body);
			const { version, formId, activityId } = membersOf(payload);
			for (const token of [membersOf(target).token].flat()) {
				const key = `${String(formId ?? activityId)} ${String(token)}`;
				versions.set(key, [...(versions.get(key) ?? []), Number(version)]);
			}
		}
		return versions;
	}

	const rises = (list: readonly number[]) =>
		list.every((one, at) => at === 0 || one > Number(list[at - 1]));

	let nextId = 1000;

	it.each(Object.keys(UPDATES))(
		'by %s: no device is given one twice, over bursts and any order of tokens',
		async (kind) => {
			const states = fc.array(
				fc.record({
					device: fc.constantFrom('A', 'B', 'C'),
					state: fc.constantFrom('1', '2', '3', '4'),
				}),
				{ minLength: 1, maxLength: 8 },
			);
			await fc.assert(
				fc.asyncProperty(fc.array(states, { minLength: 1, maxLength: 4 }), async (runs) => {
					sandbox.reset();
					const id = (nextId += 1);
					for (const run of runs) {
						const items = run.map(({ device, state }) => ({
							...{ pushToken: `customer-token-${device}`, id, state },
						}));
						// One request at a time, so that what arrived last was sent last.
						const parameters = { ...UPDATES[kind], options: { concurrency: 1 } };
						const { error } = await push(sandbox, items, { parameters });
						expect(error).toBeUndefined();
					}
					for (const list of versionsSent().values()) expect(rises(list)).toBe(true);
				}),
				{ numRuns: 15 },
			);
		},
	);

	it.each(Object.keys(UPDATES))('by %s: [A, B] then [B, A] in one run', async (kind) => {
		const id = (nextId += 1);
		const order = ['A1', 'B1', 'B2', 'A2', 'A3', 'B3'];
		const items = order.map(([device, state]) => ({
			pushToken: `customer-token-${device}`,
			id,
			state,
		}));
		const parameters = { ...UPDATES[kind], options: { concurrency: 1 } };
		await push(sandbox, items, { parameters });
		const versions = [...versionsSent().values()];
		expect(versions.map(({ length }) => length)).toEqual([3, 3]);
		expect(versions.every(rises)).toBe(true);
	});

	it.each(Object.keys(UPDATES))('by %s: a dry run uses none up', async (kind) => {
		const id = (nextId += 1);
		const parameters = { ...UPDATES[kind] };
		const item = { pushToken: 'customer-token-A', id, state: '1' };
		const before = Math.floor(Date.now() / 1000);
		for (let time = 0; time < 20; time += 1) await dryRun(sandbox, parameters, [item]);
		const { composed } = await dryRun(sandbox, parameters, [item]);
		const after = Math.floor(Date.now() / 1000);
		expect(Number(composed[0]?.payload.version)).toBeGreaterThanOrEqual(before);
		// Had they been used up, it would be ahead of the clock by twenty.
		expect(Number(composed[0]?.payload.version)).toBeLessThanOrEqual(after);
	});
});
