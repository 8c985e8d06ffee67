import { randomUUID } from 'node:crypto';

import { useSandbox } from '../../../../builders/useSandbox';
import {
	count,
	credentialsOf,
	customers,
	expectConserved,
	MESSAGE,
	PERSONAL,
	push,
} from '../pushRun';

const sandbox = useSandbox();

const withOptions = (options: object, message: object = MESSAGE) => ({
	parameters: { ...message, options: { ...options } },
});

describe('Maximum Recipients', () => {
	it.each([
		['one message', MESSAGE],
		['personal messages', PERSONAL],
	])('stops a longer list before anything is sent, with its number: %s', async (_, message) => {
		const run = await push(sandbox, customers(26), withOptions({ maximumRecipients: 25 }, message));
		expect(run.error?.message).toBe(
			'This run would reach 26 different push tokens, more than Maximum Recipients allows (25)',
		);
		expect(run.error?.description).toContain('Nothing was sent.');
		expect(sandbox.store.messages).toEqual([]);
	});

	it.each([25, '25', 0, '0'])(
		'%j lets 25 pass, and counts a token once',
		async (maximumRecipients) => {
			const items = customers(25);
			const run = await push(
				sandbox,
				[...items, ...items],
				withOptions({ maximumRecipients }, PERSONAL),
			);
			expect(run.error).toBeUndefined();
			expect(count(run, 'accepted')).toBe(50);
		},
	);

	it('tells each token on Problem where the node continues on errors', async () => {
		const items = customers(30);
		const run = await push(sandbox, items, {
			...withOptions({ maximumRecipients: 25 }),
			settings: { onError: 'continueRegularOutput' },
		});
		expectConserved(sandbox, items, run);
		expect(run.outputs[0]).toEqual([]);
		expect(run.told[29]).toMatchObject({ outcome: 'failed', verdict: 'fixSetup' });
		expect(run.told[29]?.advice).toMatch(/^This run would reach 30/);
		expect(sandbox.store.messages).toEqual([]);
	});

	it.each([-1, 'many', Number.NaN])(
		'%j is refused, not taken for no limit',
		async (maximumRecipients) => {
			const run = await push(sandbox, customers(2), withOptions({ maximumRecipients }));
			expect(run.error?.message).toContain('Maximum Recipients must be a number');
			expect(sandbox.store.messages).toEqual([]);
		},
	);

	it.each(['={{ $json.limit }}', '={{ null }}', '={{ "" }}', '= '])(
		'%j gives nothing, which is not no limit',
		async (maximumRecipients) => {
			const run = await push(sandbox, customers(2), withOptions({ maximumRecipients }));
			expect(run.error?.message).toContain('Maximum Recipients must be a number');
			expect(run.error?.description).toContain('Nothing was sent.');
			expect(sandbox.store.received).toBe(0);
		},
	);

	it('is 10 for the tool of an AI agent unless set', async () => {
		const tool = { nodeType: 'n8n-nodes-huawei-push.huaweiPushTool' };
		const recipients = 'inputField';
		const refused = await push(sandbox, customers(11), {
			...tool,
			parameters: { ...MESSAGE, recipients },
		});
		expect(refused.outputs[0]?.map(({ json }) => json)).toEqual([
			{
				outcome: 'failed',
				reason: 'notReady',
				verdict: 'fixSetup',
				advice: expect.stringMatching(/11 different push tokens.*\(10\)\. Nothing was sent\./),
			},
		]);
		expect(sandbox.store.received).toBe(0);
		const set = await push(sandbox, customers(11), {
			...tool,
			parameters: { ...MESSAGE, recipients, options: { maximumRecipients: 11 } },
		});
		expect(count(set, 'accepted')).toBe(11);
	});

	it('does not stop a dry run, which says that a run would stop', async () => {
		const run = await push(sandbox, customers(26), {
			parameters: { ...MESSAGE, delivery: 'dryRun', options: { maximumRecipients: 25 } },
		});
		expect(run.outputs[0]).toHaveLength(1);
		expect(run.hints.map(({ message }) => message).join()).toContain('A run would stop here');
	});

	describe('over the runs of one execution', () => {
		const batches = (size: number, of: number) =>
			Array.from({ length: Math.ceil(of / size) }, (_, index) =>
				customers(of).slice(index * size, (index + 1) * size),
			);

		it.each([
			['a loop', (id: string) => ({ executionId: id })],
			['a sub-workflow that is called again and again', (id: string) => ({ callerId: id })],
			[
				'a sub-workflow of a sub-workflow',
				(id: string) => ({
					callerContext: {
						version: 1 as const,
						establishedAt: 0,
						source: 'integrated' as const,
						parentExecutionId: id,
					},
				}),
			],
		])('%s stops at the batch that would exceed it', async (_, belongTo) => {
			const belonging = belongTo(randomUUID());
			const errors: Array<string | undefined> = [];
			for (const items of batches(10, 40)) {
				const run = await push(sandbox, items, {
					...withOptions({ maximumRecipients: 25 }),
					...belonging,
				});
				errors.push(run.error?.message);
			}
			const refused =
				'With its earlier runs this execution would reach 30 different push tokens, more than Maximum Recipients allows (25)';
			expect(errors).toEqual([undefined, undefined, refused, refused]);
			expect(sandbox.store.received).toBe(2);
		});

		it('counts nobody twice, so that those of a quiet hour may come round again', async () => {
			const executionId = randomUUID();
			for (let round = 0; round < 3; round++) {
				const run = await push(sandbox, customers(25), {
					...withOptions({ maximumRecipients: 25 }),
					executionId,
				});
				expect(run.error).toBeUndefined();
			}
		});

		it('leaves other executions and the calls of an AI agent alone', async () => {
			const executionId = randomUUID();
			const nodeType = 'n8n-nodes-huawei-push.huaweiPushTool';
			const parameters = { ...MESSAGE, recipients: 'inputField' };
			for (const items of batches(10, 30)) {
				const own = await push(sandbox, items, withOptions({ maximumRecipients: 10 }));
				const tool = await push(sandbox, items, { nodeType, parameters, executionId });
				expect([count(own, 'accepted'), count(tool, 'accepted')]).toEqual([10, 10]);
			}
		});
	});

	it('counts what a run from the editor reaches', async () => {
		const run = await push(sandbox, customers(26), {
			...withOptions({ maximumRecipients: 10 }),
			credentials: credentialsOf(sandbox),
			mode: 'manual',
		});
		expect(count(run, 'accepted')).toBe(10);
	});
});

describe('Stop at Problem Share', () => {
	it('ends a bad campaign early and conserves every token', async () => {
		const items = customers(4000);
		for (const { pushToken } of items) {
			sandbox.state.scripts.set(String(pushToken), { reason: 'tokenFormatError' });
		}
		const run = await push(sandbox, items, withOptions({ stopAtProblemShare: 20 }));
		expectConserved(sandbox, items, run);
		expect(count(run, 'rejected')).toBe(1000);
		const skipped = run.told.filter(({ outcome }) => outcome === 'skipped');
		expect(skipped).toHaveLength(3000);
		expect(skipped[0]).toMatchObject({ reason: 'stopped', verdict: 'retryLater', output: 1 });
		expect(run.hints[0]?.message).toContain('3,000 not sent because of Stop at Problem Share');
	});

	it('judges the batches of a loop together', async () => {
		const items = customers(800);
		for (const { pushToken } of items) {
			sandbox.state.scripts.set(String(pushToken), { reason: 'tokenFormatError' });
		}
		const executionId = randomUUID();
		const reasons: string[] = [];
		for (let at = 0; at < items.length; at += 100) {
			const run = await push(sandbox, items.slice(at, at + 100), {
				...withOptions({ stopAtProblemShare: 20 }),
				executionId,
			});
			reasons.push([...new Set(run.told.map(({ reason }) => String(reason)))].join());
		}
		const refused = 'tokenFormatError';
		expect(reasons).toEqual([...Array<string>(5).fill(refused), 'stopped', 'stopped', 'stopped']);
		expect(sandbox.store.received).toBe(5);
	});

	it('an expression that gives nothing does not switch it off', async () => {
		const stopAtProblemShare = '={{ $json.share }}';
		const run = await push(sandbox, customers(2), withOptions({ stopAtProblemShare }));
		expect(run.error?.message).toContain('Stop at Problem Share (%) must be a number');
		expect(sandbox.store.received).toBe(0);
	});

	it.each([{}, { stopAtProblemShare: 0 }])('is off with %j', async (options) => {
		const items = customers(2500);
		for (const { pushToken } of items) {
			sandbox.state.scripts.set(String(pushToken), { reason: 'tokenFormatError' });
		}
		const run = await push(sandbox, items, withOptions(options));
		expect(count(run, 'rejected')).toBe(2500);
	});
});
