import type { IDataObject } from 'n8n-workflow';

import { retryWithoutWaiting, useSandbox } from '../../../../builders/useSandbox';
import {
	ALWAYS,
	count,
	credentialsOf,
	customers,
	expectConserved,
	MESSAGE,
	PERSONAL,
	push,
	strike,
} from '../pushRun';

const sandbox = useSandbox();
retryWithoutWaiting();

/** The second item has no text, so its message cannot be sent. */
function withOneFaulty(): IDataObject[] {
	const items: IDataObject[] = customers(4).map((item) => ({ ...item, text: 'Hello' }));
	items[1] = { ...items[1], text: '' };
	return items;
}

const BY_ITEM = { ...MESSAGE, body: '={{ $json.text }}' };

const stop = { onError: 'stopWorkflow' } as const;
const onward = { onError: 'continueRegularOutput' } as const;
const aside = { onError: 'continueErrorOutput' } as const;

describe('a faulty message', () => {
	it('Stop Workflow: nothing is sent, the item and the field are named', async () => {
		const run = await push(sandbox, withOneFaulty(), { parameters: BY_ITEM, settings: stop });
		expect(run.error?.message).toMatch(/^Item 2: .*Body/);
		expect(run.error?.description).toContain('Nothing was sent.');
		// Counted from 1 in the message; n8n would add its own count from 0.
		expect(run.error?.context?.itemIndex).toBeUndefined();
		expect(sandbox.store.received).toBe(0);
	});

	it('Continue: it comes out on Problem, the others are sent', async () => {
		const items = withOneFaulty();
		const run = await push(sandbox, items, { parameters: BY_ITEM, settings: onward });
		expectConserved(sandbox, items, run);
		expect(count(run, 'accepted')).toBe(3);
		expect(run.outputs[1]).toEqual([
			{
				json: {
					error: expect.stringMatching(/^Item 2: /),
					message: expect.stringMatching(/^Item 2: /),
					details: {
						pushToken: items[1]?.pushToken,
						outcome: 'failed',
						reason: 'faultyMessage',
						verdict: 'fixMessage',
						fields: ['Body'],
					},
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it('Continue (using error output): it comes out there with all its data', async () => {
		const items = withOneFaulty();
		const run = await push(sandbox, items, { parameters: BY_ITEM, settings: aside });
		expectConserved(sandbox, items, run);
		expect(run.outputs.map(({ length }) => length)).toEqual([3, 0, 1]);
		expect(run.outputs[2]?.[0]).toMatchObject({
			json: { ...items[1], details: { pushToken: items[1]?.pushToken, verdict: 'fixMessage' } },
			pairedItem: { item: 1 },
		});
	});

	it.each([
		['Continue', onward, 1],
		['Continue (using error output)', aside, 2],
	])(
		'%s: an expression that cannot be evaluated concerns its item alone',
		async (_, settings, output) => {
			const items = customers(3).map((item, index) => ({
				...item,
				node: index === 1 ? 'Gone' : 'Start',
			}));
			const parameters = { ...MESSAGE, body: '={{ $($json.node).item.json.name }}' };
			const run = await push(sandbox, items, { parameters, settings });
			expectConserved(sandbox, items, run);
			expect(count(run, 'accepted')).toBe(2);
			expect(run.told.find(({ outcome }) => outcome === 'failed')).toMatchObject({
				output,
				item: 1,
			});
		},
	);
});

describe('a fault of the set-up', () => {
	const refuse = () => strike(sandbox, 'code', { code: '80300002', status: 400, ...ALWAYS });

	it('Stop Workflow: the run fails with the next click', async () => {
		refuse();
		const run = await push(sandbox, customers(3), { settings: stop });
		expect(run.error?.message).toBe('Push Kit took none of 3 messages (code 80300002)');
		expect(run.error?.description).toContain('Push Kit is not enabled in this project');
	});

	it.each([
		['Continue', onward],
		['Continue (using error output)', aside],
	])('%s: every token comes out on Problem, none on Accepted', async (_, settings) => {
		refuse();
		const items = customers(3);
		const run = await push(sandbox, items, { settings });
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		expect(run.told).toMatchObject(
			items.map(() => ({ outcome: 'failed', verdict: 'fixSetup', code: '80300002', output: 1 })),
		);
	});

	it('Continue (using error output): a credential that cannot sign sends every item there', async () => {
		const items = customers(3);
		const credentials = { ...credentialsOf(sandbox), serviceAccountKey: '{}' };
		const run = await push(sandbox, items, { credentials, settings: aside });
		expectConserved(sandbox, items, run);
		expect(run.outputs.map(({ length }) => length)).toEqual([0, 0, 3]);
	});

	it.each([
		['Concurrent Requests', { concurrency: '={{ "many" }}' }],
		['Max Tokens per Second', { maxTokensPerSecond: '={{ -1 }}' }],
		['Timeout', { timeout: '={{ "soon" }}' }],
	])('%s that is no number: nothing is sent', async (field, options) => {
		const run = await push(sandbox, customers(2), { parameters: { ...MESSAGE, options } });
		expect(run.error?.message).toContain(field);
		expect(sandbox.store.received).toBe(0);
	});

	it.each([
		'={{ $json.name === "Customer 1" ? "dryRun" : "production" }}',
		'={{ "Dry Run" }}',
		'={{ $json.delivry }}',
		'={{ null }}',
	])('a Delivery of %s: nothing is sent', async (delivery) => {
		const run = await push(sandbox, customers(3), { parameters: { ...MESSAGE, delivery } });
		expect(run.error?.message).toMatch(/^Delivery must be/);
		expect(sandbox.store.received).toBe(0);
	});
});

describe('when to fail', () => {
	it('does not fail for one who got the message, and warns', async () => {
		const items = customers(3);
		sandbox.state.scripts.set(String(items[1]?.pushToken), {
			fault: { fault: 'code', code: '80300002', status: 400, times: 1 },
		});
		const run = await push(sandbox, items, { parameters: PERSONAL });
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		expect(run.hints).toEqual([
			expect.objectContaining({
				type: 'warning',
				message: '2 accepted, 1 problem: 1 for which the set-up needs fixing',
			}),
		]);
	});

	it.each([
		['refused tokens', { code: '80300007', status: 400 }],
		['a bad message', { code: '80100003', status: 400 }],
		['a used-up quota', { code: '80300029', status: 400 }],
	])('never fails for %s', async (_, answer) => {
		strike(sandbox, 'code', { ...answer, ...ALWAYS });
		const items = customers(3);
		const run = await push(sandbox, items);
		expect(run.error).toBeUndefined();
		expectConserved(sandbox, items, run);
		expect(run.outputs[1]).toHaveLength(3);
	});
});

it('Continue: an item of very many tokens that cannot be read comes out whole, and spoils nothing', async () => {
	const pushToken = Array.from({ length: 150_000 }, (_, index) => `many-${index}`);
	const items = [
		{ pushToken, node: 'Gone' },
		...customers(2).map((item) => ({ ...item, node: 'Start' })),
	];
	const parameters = { ...MESSAGE, body: '={{ $($json.node).item.json.name }}' };
	const run = await push(sandbox, items, { parameters, settings: onward });
	expect(run.outputs.map(({ length }) => length)).toEqual([2, pushToken.length]);
});
