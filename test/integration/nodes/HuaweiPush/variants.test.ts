/** Variants: who gets which text, or nothing, in how many requests. */
import { useSandbox } from '../../../builders/useSandbox';
import { customers, MESSAGE } from './pushRun';
import {
	AB,
	AB_ENTRIES,
	byLanguage,
	byShare,
	inLanguages,
	LANGUAGE,
	variantRuns,
	variantSet,
	variantsOf,
} from './variantRun';

const sandbox = useSandbox();

const { run, notifications } = variantRuns(sandbox);

const withId = (item: object, index: number) => ({ ...item, customerId: index });

describe('by the value of a field', () => {
	it.each<[string, unknown]>([
		['a field of several choices', ['none']],
		['one choice of several', ['de', 'none']],
		['what a chat adds', '\u200bnone\u200b'],
		['a wide keyboard', 'ＮＯＮＥ'],
	])('whoever is held out is held out, whatever wrote it: %s', async (_, language) => {
		const { told } = await run(inLanguages(language, ['de'], ['de', 'zh']), LANGUAGE);
		expect(told.find(({ item }) => item === 0)).toMatchObject({ reason: 'holdout' });
		expect(notifications().map(({ title }) => title)).toEqual(['Angebote', MESSAGE.title]);
	});

	it('gives each customer their text, and inherits what a variant leaves empty', async () => {
		const items = inLanguages('de-AT', ' ZH_cn', 'fr', null, 'none', { de: 1 });
		const { outputs, error, hints } = await run(items, LANGUAGE);
		expect(error).toBeUndefined();
		const [accepted, problems] = outputs;
		expect(accepted?.map(({ json }) => json.variant)).toEqual([
			'german',
			'chinese',
			'default',
			'default',
			'default',
		]);
		expect(problems?.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				outcome: 'skipped',
				reason: 'holdout',
				verdict: 'keep',
				variant: 'quiet',
			}),
		]);
		expect(hints[0]?.message).toContain('1 held out by a variant');
		expect(notifications().map(({ title, body }) => [title, body])).toEqual(
			expect.arrayContaining([
				['Angebote', 'Drei neue'],
				['优惠', MESSAGE.body],
				[MESSAGE.title, MESSAGE.body],
			]),
		);
	});

	it('says so where no item has the field', async () => {
		const { hints } = await run(customers(2), LANGUAGE);
		expect(hints.map(({ message }) => message).join()).toContain('No item has a field language');
	});

	it.each([
		[
			'a page of its own',
			{ actionType: 1, uri: 'https://example.com/de' },
			{ actionType: 1, uri: 'https://example.com/de' },
		],
		['the app', { actionType: 0 }, { actionType: 0 }],
		['what the form says', {}, { actionType: 1, action: 'com.example.ORDER' }],
		[
			'the page of the form with data of its own',
			{ data: '{"a":1}' },
			{ actionType: 1, action: 'com.example.ORDER', data: { a: 1 } },
		],
	])('opens %s', async (_name, tap, clickAction) => {
		await run(inLanguages('de'), {
			actionType: 1,
			action: 'com.example.ORDER',
			...byLanguage([{ name: 'german', values: 'de', ...tap }]),
		});
		expect(notifications()).toEqual([expect.objectContaining({ clickAction })]);
	});

	it('fills in merge fields and expressions of the customer', async () => {
		const entries = [
			{ name: 'german', values: 'de', title: 'Hallo {{name}}', body: '={{ $json.name + "!" }}' },
		];
		const { outputs } = await run(
			inLanguages('de', 'de', 'zh'),
			variantSet({ mode: 'field', field: '{{ $json.language }}' }, entries),
		);
		expect(outputs[0]).toHaveLength(3);
		expect(notifications().map(({ title, body }) => [title, body])).toEqual(
			expect.arrayContaining([
				['Hallo Customer 0', 'Customer 0!'],
				['Hallo Customer 1', 'Customer 1!'],
				[MESSAGE.title, MESSAGE.body],
			]),
		);
	});

	it('names the variant whose text is at fault', async () => {
		const { error } = await run(
			inLanguages('de'),
			byLanguage([{ name: 'german', values: 'de', title: 'Hallo {{nobody}}' }]),
		);
		expect(error?.message).toContain('Variant german > Title asks for {{nobody}}');
		expect(sandbox.store.messages).toHaveLength(0);
	});
});

describe('10,000 customers', () => {
	it('in 3 languages and 2 texts are about 12 requests', async () => {
		const items = customers(10_000).map((item, index) => ({
			...item,
			language: `${['de', 'zh', 'fr'][index % 3] ?? ''}-${index % 2}`,
		}));
		const variant = ['de-0', 'de-1', 'zh-0', 'zh-1', 'fr-0', 'fr-1'].map((values) => ({
			name: values,
			values,
			title: `Title ${values}`,
		}));
		const { outputs, error } = await run(items, byLanguage(variant));
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(10_000);
		expect(sandbox.store.messages.length).toBeGreaterThanOrEqual(10);
		expect(sandbox.store.messages.length).toBeLessThanOrEqual(13);
	});

	it('get their shares within 2 points, each the same in every order', async () => {
		const options = { campaignId: 'spring' };
		const list = customers(10_000);
		const first = await run(list, { ...AB, options });
		const again = await run([...list].reverse(), { ...AB, options });
		const variants = variantsOf(first.outputs[0]);
		expect(variantsOf(again.outputs[0])).toEqual(variants);
		const counts = (name: string) =>
			Object.values(variants).filter((one) => one === name).length / 100;
		expect(Math.abs(counts('A') - 40)).toBeLessThan(2);
		expect(Math.abs(counts('B') - 40)).toBeLessThan(2);
		expect(Math.abs(counts('default') - 20)).toBeLessThan(2);
	});
});

describe('by share', () => {
	it('goes by a field of the item, so that all devices of a customer get the same', async () => {
		const items = customers(60).map((item, index) => ({ ...item, customerId: index % 20 }));
		const { outputs } = await run(items, byShare(AB_ENTRIES, { splitBy: 'customerId' }));
		const byCustomer = new Map<number, Set<unknown>>();
		for (const { json, pairedItem } of outputs[0] ?? []) {
			const { item } = pairedItem as { item: number };
			byCustomer.set(item % 20, (byCustomer.get(item % 20) ?? new Set()).add(json.variant));
		}
		expect([...byCustomer.values()].every(({ size }) => size === 1)).toBe(true);
		expect(new Set([...byCustomer.values()].flatMap((some) => [...some])).size).toBeGreaterThan(1);
	});

	it('splits the devices of one item by their tokens', async () => {
		const tokens = customers(40).map(({ pushToken }) => pushToken) as string[];
		const { outputs } = await run([{ pushToken: tokens }], AB);
		expect(new Set(Object.values(variantsOf(outputs[0]))).size).toBe(3);
	});

	it('another workflow mixes anew where there is no Campaign ID', async () => {
		const one = await run(customers(40), AB);
		const other = await run(customers(40), AB, { workflowId: 'other' });
		expect(variantsOf(other.outputs[0])).not.toEqual(variantsOf(one.outputs[0]));
	});
});

describe('what comes out of the node and in again without the field that decides', () => {
	it.each([
		['Variant Field', LANGUAGE, 'language'],
		['Split By', byShare(AB_ENTRIES, { splitBy: 'customerId' }), 'customerId'],
	])('gets nobody the text of others: %s', async (label, parameters, field) => {
		const first = await run(inLanguages('de', 'none').map(withId), parameters);
		const sent = sandbox.store.received;
		const back = first.outputs.flat().map(({ json }) => json);
		expect(back).toHaveLength(2);
		const { error } = await run(back, parameters);
		expect(error?.message).toContain(`Item 1: ${label} asks for ${field}, which is lost`);
		expect(sandbox.store.received).toBe(sent);
		const whole = back.map((json) => ({ ...json, language: 'de', customerId: 1 }));
		expect((await run(whole, parameters)).error).toBeUndefined();
	});
});
