/** A law: with variants, hours and whatever Huawei answers, each item comes out once, and each phone gets its text. */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { membersOf } from '../../../../push-kit/json';
import { retryWithoutWaiting, useSandbox } from '../../../builders/useSandbox';
import { MESSAGE, push } from './pushRun';
import { LANGUAGE } from './variantRun';

const sandbox = useSandbox();
retryWithoutWaiting();

const TITLES: Readonly<Record<string, string>> = {
	german: 'Angebote',
	chinese: '优惠',
	default: String(MESSAGE.title),
};

const clockIn = (hours: number) =>
	new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);

const OPTIONS: IDataObject = {
	deliverBetween: {
		hours: { from: clockIn(-2), to: clockIn(2), timeZone: 'UTC', timeZoneField: 'zone' },
	},
};

const customer = fc.record({
	pushToken: fc.oneof(
		{ weight: 8, arbitrary: fc.nat(200).map((n) => `customer-${n}`) },
		fc.constantFrom('', null, ['customer-1', 'customer-2']),
	),
	language: fc.constantFrom('de', 'de-AT', 'zh', 'fr', 'none', '', null),
	zone: fc.constantFrom('UTC', 'UTC+8', '', '-08:00'),
});

const faults = fc.array(
	fc.constantFrom('503', '500AfterAcceptance', 'resetAfter', 'truncated', 'html'),
	{ maxLength: 3 },
);

/** Who was reached with which title. */
function reached(): Array<[string, unknown]> {
	return sandbox.store.messages.flatMap(({ body }) => {
		const { payload, target } = membersOf(body);
		const { title } = membersOf(membersOf(payload).notification);
		return (membersOf(target).token as string[]).map((token): [string, unknown] => [token, title]);
	});
}

it('holds', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(customer, { minLength: 1, maxLength: 60 }),
			faults,
			fc.subarray(
				Array.from({ length: 200 }, (_, n) => `customer-${n}`),
				{ maxLength: 20 },
			),
			async (items, struck, refused) => {
				sandbox.reset();
				for (const fault of struck) sandbox.state.faults.add({ fault, times: 1 });
				for (const token of refused)
					sandbox.state.scripts.set(token, { reason: 'tokenFormatError' });
				const run = await push(sandbox, items as IDataObject[], {
					parameters: { ...MESSAGE, ...LANGUAGE, options: OPTIONS },
				});
				if (run.error !== undefined) {
					// Nothing was taken: set-up or network.
					expect(sandbox.acceptances.total).toBe(0);
					return;
				}
				const out = run.outputs.flat();
				const wanted = items.flatMap(({ pushToken }) =>
					Array.isArray(pushToken) ? pushToken : [pushToken ?? ''],
				);
				expect(out.map(({ json }) => json.pushToken).sort()).toEqual([...wanted].sort());
				const told = new Map(
					out.map(({ json }) => [`${String(json.pushToken)} ${String(json.variant)}`, json]),
				);
				for (const [token, title] of reached()) {
					const [variant = ''] = Object.entries(TITLES).find(([, words]) => words === title) ?? [];
					const json = told.get(`${token} ${variant}`);
					expect([token, title, json?.reason === 'holdout']).toEqual([token, title, false]);
					expect(json?.reason).not.toBe('quietHours');
				}
				for (const { json } of out) {
					if (json.outcome !== 'accepted') continue;
					expect(reached()).toContainEqual([json.pushToken, TITLES[String(json.variant)]]);
				}
			},
		),
		{ numRuns: 40 },
	);
});
