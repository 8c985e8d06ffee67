/** Variants together with what else a run may have, and what stops it. */
import type { IDataObject } from 'n8n-workflow';

import { membersOf } from '../../../../push-kit/json';
import { useSandbox } from '../../../builders/useSandbox';
import type { EngineOptions } from '../../../builders/engine';
import { credentialsOf, customers, MESSAGE } from './pushRun';
import { AB_ENTRIES, byShare, inLanguages, LANGUAGE, variantRuns, variantSet } from './variantRun';

const sandbox = useSandbox();

const { run, bodies, notifications } = variantRuns(sandbox);

const tags = () => bodies().map(({ pushOptions }) => membersOf(pushOptions).biTag);

describe('a holdout', () => {
	const NOBODY = byShare([{ name: 'control', share: 100, sendNothing: true }]);

	it('does not count for Maximum Recipients', async () => {
		const half = byShare([{ name: 'control', share: 50, sendNothing: true }]);
		const items = customers(40);
		const first = await run(items, { ...half, options: { campaignId: 'x' } });
		const sent = first.outputs[0]?.length ?? 0;
		expect(sent).toBeGreaterThan(5);
		const options = { campaignId: 'x', maximumRecipients: sent };
		expect((await run(items, { ...half, options })).error).toBeUndefined();
		const fewer = { ...options, maximumRecipients: sent - 1 };
		expect((await run(items, { ...half, options: fewer })).error?.message).toContain('would reach');
	});

	it.each([
		['production', {}, {}],
		['a test message', { delivery: 'test' }, {}],
		['a run from the editor', {}, { mode: 'manual' }],
	] as Array<[string, IDataObject, Partial<EngineOptions>]>)(
		'is not sent in %s',
		async (_name, parameters, more) => {
			const { outputs, error } = await run(customers(15), { ...NOBODY, ...parameters }, more);
			expect(error).toBeUndefined();
			expect(outputs[1]?.map(({ json }) => json.reason)).toEqual(Array(15).fill('holdout'));
			expect(sandbox.store.messages).toHaveLength(0);
		},
	);

	it('is not sent to Test Tokens of the credential', async () => {
		const credentials = { ...credentialsOf(sandbox), testTokens: 'my-own-phone' };
		const { outputs } = await run(customers(2), NOBODY, { mode: 'manual', credentials });
		expect(sandbox.store.messages).toHaveLength(0);
		expect(outputs[1]?.map(({ json }) => json.reason)).toEqual([
			'holdout',
			'manualRun',
			'manualRun',
		]);
	});

	it('needs no text that can be filled in', async () => {
		const { outputs } = await run(customers(2), { ...NOBODY, title: 'Hi {{nobody}}' });
		expect(outputs[1]?.map(({ json }) => json.reason)).toEqual(['holdout', 'holdout']);
	});
});

describe('with other options', () => {
	it('the batch tag has the name behind it', async () => {
		await run(inLanguages('de', 'fr'), { ...LANGUAGE, options: { biTag: 'spring' } });
		expect(tags().sort()).toEqual(['spring-default', 'spring-german']);
	});

	it('a batch tag that leaves no room is a fault, and one that is too long says so', async () => {
		const long = { ...LANGUAGE, options: { biTag: 'x'.repeat(64) } };
		expect((await run(inLanguages('de'), long)).error?.message).toContain(
			'two of them get the same',
		);
		const tooLong = { ...LANGUAGE, options: { biTag: 'x'.repeat(65) } };
		expect((await run(inLanguages('de'), tooLong)).error?.message).toContain('65 bytes');
	});

	it('variants of a campaign are one message to a phone', async () => {
		const items = inLanguages('de', 'zh', 'fr');
		await run(items, { ...LANGUAGE, options: { campaignId: 'spring' } });
		const ids = notifications().map(({ appMessageId, notifyId }) => [appMessageId, notifyId]);
		expect(ids).toHaveLength(3);
		expect(new Set(ids.map(String)).size).toBe(1);
	});

	it.each([
		['two texts', 'zh'],
		['a text and nothing', 'none'],
	])('%s for one token of a campaign are a fault', async (_name, language) => {
		const items = [
			{ pushToken: 'same', language: 'de' },
			{ pushToken: 'same', language },
		];
		const { error } = await run(items, { ...LANGUAGE, options: { campaignId: 'spring' } });
		expect(error?.message).toContain('Items 1 and 2 have two different messages or variants');
		expect(sandbox.store.messages).toHaveLength(0);
	});

	it('Problems Only counts by variant, the holdout as well', async () => {
		const { outputs } = await run(inLanguages('de', 'de', 'zh', 'none'), {
			...LANGUAGE,
			options: { output: 'problems' },
		});
		expect(outputs[0]?.[0]?.json.messages).toEqual([
			expect.objectContaining({ variant: 'german', accepted: 2 }),
			expect.objectContaining({ variant: 'chinese', accepted: 1 }),
			expect.objectContaining({ variant: 'quiet', accepted: 0, skipped: 1 }),
		]);
	});

	it('Dry Run shows a request for each variant, Plan counts no holdout', async () => {
		const items = inLanguages('de', 'zh', 'none');
		const dry = await run(items, { ...LANGUAGE, delivery: 'dryRun' });
		expect(dry.outputs[0]?.map(({ json }) => json.variant)).toEqual(['german', 'chinese']);
		const plan = await run(items, { ...LANGUAGE, delivery: 'plan' });
		expect(plan.outputs[0]?.[0]?.json).toMatchObject({ recipients: 2, doubles: 0, messages: 2 });
	});

	it('Deliver Between holds back by variant', async () => {
		const clock = (hours: number) =>
			new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
		const hours = { from: clock(2), to: clock(4), timeZone: 'UTC', timeZoneField: '' };
		const { outputs } = await run(inLanguages('de', 'none'), {
			...LANGUAGE,
			options: { deliverBetween: { hours } },
		});
		expect(outputs[1]?.map(({ json }) => [json.reason, json.variant])).toEqual([
			['quietHours', 'german'],
			['holdout', 'quiet'],
		]);
	});
});

describe('what stops the run before anything is sent', () => {
	it.each([
		[
			'shares over 100',
			byShare([
				{ name: 'a', share: 70 },
				{ name: 'b', share: 40 },
			]),
			'more than 100 %',
		],
		['no variant', byShare([]), 'There is none'],
		['added and not set', { additionalFields: { variants: {} } }, 'Click Set Variants'],
		['an unknown mode', variantSet({ mode: 'dice' }, AB_ENTRIES), 'Choose must be field or share'],
		[
			'no field',
			variantSet({ mode: 'field', field: '={{ $now }}' }, [{ name: 'a', values: 'de' }]),
			'Variant Field takes the name',
		],
		[
			'an expression for a name',
			byShare([{ name: '={{ $json.name }}', share: 1 }]),
			'take no expression',
		],
	] as Array<[string, IDataObject, string]>)('%s', async (_name, parameters, sentence) => {
		const { error } = await run(inLanguages('de'), parameters);
		expect(error?.message).toContain(sentence);
		expect(sandbox.store.messages).toHaveLength(0);
	});
});

it('JSON mode knows no variants', async () => {
	const notification = { ...MESSAGE, clickAction: { actionType: 0 } };
	const { outputs } = await run(inLanguages('de', 'none'), {
		...LANGUAGE,
		specifyMessage: 'json',
		payload: { notification },
	});
	expect(outputs[0]?.map(({ json }) => json.variant)).toEqual([undefined, undefined]);
});
