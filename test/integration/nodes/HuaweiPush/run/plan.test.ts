/** Delivery > Plan: what a run would do, told beside what it then does. */
import type { IDataObject } from 'n8n-workflow';

import type { EngineOptions } from '../../../../builders/engine';
import { useSandbox } from '../../../../builders/useSandbox';
import { pushFile, summary } from '../fileRun';
import { customers, MESSAGE, PERSONAL, push } from '../pushRun';

const sandbox = useSandbox();

async function plan(
	items: IDataObject[],
	parameters: IDataObject = MESSAGE,
	more: Partial<EngineOptions> = {},
) {
	const run = await push(sandbox, items, {
		...more,
		parameters: { ...parameters, delivery: 'plan' },
	});
	expect(run.error).toBeUndefined();
	expect(run.outputs.map(({ length }) => length)).toEqual([1, 0]);
	return run.outputs[0]?.[0]?.json ?? {};
}

afterEach(() => expect(sandbox.acceptances.list()).toEqual([]));

it('tells what a campaign would be', async () => {
	const items = [...customers(2500), ...customers(3), { name: 'nobody' }];
	expect(await plan(items)).toMatchObject({
		outcome: 'plan',
		recipients: 2500,
		doubles: 3,
		withoutToken: 1,
		messages: 1,
		requests: 3,
		maximumBodyBytes: 4096,
		secondsAtLeast: 0,
		quietHours: 0,
		alerts: [{ category: 'MARKETING', messages: 2500, alert: expect.stringContaining('Silent') }],
		quotas: [expect.objectContaining({ limit: 2, thisRun: 1 })],
		stopsAtMaximumRecipients: false,
		faultyItems: 0,
		faults: [],
		sample: { payload: { notification: { title: MESSAGE.title } }, target: { token: [] } },
	});
});

it('tells of the whole list from the editor, too, where a run would reach ten', async () => {
	expect(await plan(customers(30), MESSAGE, { mode: 'manual' })).toMatchObject({ recipients: 30 });
});

it('counts requests, seconds and bytes of personal messages', async () => {
	const parameters = { ...PERSONAL, options: { maxTokensPerSecond: 10 } };
	const told = await plan(customers(100), parameters);
	expect(told).toMatchObject({ recipients: 100, messages: 100, requests: 100, secondsAtLeast: 9 });
	const dry = await push(sandbox, customers(100), {
		parameters: { ...parameters, delivery: 'dryRun' },
	});
	const bytes = dry.outputs[0]?.map(({ json }) => Number(json.bytes)) ?? [];
	expect(told.largestBodyBytes).toBe(Math.max(...bytes));
});

it('names what is wrong, and stops at nothing', async () => {
	const items = [...customers(3), { pushToken: 'no-name' }, { pushToken: 'no-name-2' }];
	const parameters = {
		...MESSAGE,
		body: 'Hello {{name}}',
		options: { maximumRecipients: 2 },
	};
	expect(await plan(items, parameters)).toMatchObject({
		recipients: 3,
		stopsAtMaximumRecipients: true,
		faultyItems: 2,
		faults: [{ item: 4, items: 2, field: 'Body', message: expect.stringContaining('{{name}}') }],
	});
	const miss = await plan([{ push_token: 'T1' }]);
	expect(miss).toMatchObject({ recipients: 0 });
	expect(JSON.stringify(miss.faults)).toContain('push_token');
});

it('counts whom quiet hours would hold back now, and uses nothing of a campaign up', async () => {
	const hour = (offset: number) =>
		new Date(Date.now() + offset * 3_600_000).toISOString().slice(11, 16);
	const hours = { from: hour(2), to: hour(4), timeZone: 'UTC', timeZoneField: 'zone' };
	const [first = {}, second = {}] = customers(2);
	const items = [first, { ...second, zone: 'UTC-3' }];
	const options = { deliverBetween: { hours }, campaignId: 'spring' };
	expect(await plan(items, { ...MESSAGE, options })).toMatchObject({
		recipients: 2,
		quietHours: 2,
	});
	const open = { ...hours, from: hour(-1) };
	expect(
		await plan(items, { ...MESSAGE, options: { deliverBetween: { hours: open } } }),
	).toMatchObject({ quietHours: 1 });
});

it('is the same for a file', async () => {
	const file = 'pushToken\nT1\nT2\nT1\nnull\n';
	const run = await pushFile(sandbox, file, { fileColumn: 'pushToken', delivery: 'plan' });
	expect(run.outputs.map(({ length }) => length)).toEqual([1, 0]);
	expect(summary(run)).toMatchObject({
		outcome: 'plan',
		recipients: 2,
		doubles: 1,
		withoutToken: 1,
		requests: 1,
	});
	const broken = await pushFile(sandbox, 'a,b\n1,2\n', { fileColumn: 'c', delivery: 'plan' });
	expect(summary(broken)).toMatchObject({ recipients: 0, faultyItems: 1 });
});
