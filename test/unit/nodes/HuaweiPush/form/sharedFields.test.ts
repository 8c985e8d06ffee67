import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { shareFields, type Form } from '../../../../../nodes/HuaweiPush/form/sharedFields';

const field = (name: string, variant = 0, show?: Record<string, string[]>): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: String(variant),
	...(show !== undefined && { displayOptions: { show } }),
});

/** The fields that n8n shows of one operation, in order, as the form had them. */
function shownIn(declarations: readonly INodeProperties[], resource: string, operation: string) {
	return declarations
		.filter(({ displayOptions }) => {
			const { show = {} } = displayOptions ?? {};
			return (
				show.resource?.includes(resource) === true && show.operation?.includes(operation) === true
			);
		})
		.map(({ name, default: variant, displayOptions }) => {
			const own = Object.entries(displayOptions?.show ?? {}).filter(
				([condition]) => condition !== 'resource' && condition !== 'operation',
			);
			return JSON.stringify([name, variant, Object.fromEntries(own)]);
		});
}

const asForm = ({ name, default: variant, displayOptions }: INodeProperties) =>
	JSON.stringify([name, variant, displayOptions?.show ?? {}]);

/** Forms that take their fields from one order of all fields, in two variants each. */
const forms: fc.Arbitrary<Form[]> = fc
	.uniqueArray(
		fc.record({
			resource: fc.constantFrom('notification', 'badge', 'call', 'form'),
			operation: fc.constantFrom('send', 'update', 'revoke', 'create'),
			chosen: fc.array(fc.constantFrom(0, 1, 2), { minLength: 8, maxLength: 8 }),
		}),
		{ selector: ({ resource, operation }) => `${resource} ${operation}`, maxLength: 16 },
	)
	.map((all) =>
		all.map(({ resource, operation, chosen }) => ({
			resource,
			operation,
			fields: chosen.flatMap((variant, index) =>
				variant === 0
					? []
					: [field(`field${index}`, variant, index % 2 ? { style: ['a'] } : undefined)],
			),
		})),
	);

describe('shareFields', () => {
	it('shows in every operation exactly the fields of its form, in the form’s order', () => {
		fc.assert(
			fc.property(forms, (all) => {
				const declared = shareFields(all);
				for (const { resource, operation, fields } of all) {
					expect(shownIn(declared, resource, operation)).toEqual(fields.map(asForm));
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('declares a field of all forms once', () => {
		const all = ['send', 'update'].flatMap((operation) =>
			['badge', 'call'].map((resource) => ({ resource, operation, fields: [field('a')] })),
		);
		expect(shareFields(all)).toHaveLength(1);
	});

	it('keeps what else hides or shows a field', () => {
		const options = { show: { style: ['a'] }, hide: { delivery: ['dryRun'] } };
		const [declared] = shareFields([
			{
				resource: 'badge',
				operation: 'send',
				fields: [{ ...field('a'), displayOptions: options }],
			},
		]);
		expect(declared?.displayOptions).toEqual({
			show: { style: ['a'], resource: ['badge'], operation: ['send'] },
			hide: { delivery: ['dryRun'] },
		});
	});

	it('refuses two forms that disagree about the order', () => {
		const [a, b] = [field('a'), field('b')];
		expect(() =>
			shareFields([
				{ resource: 'badge', operation: 'send', fields: [a, b] },
				{ resource: 'call', operation: 'send', fields: [b, a] },
			]),
		).toThrow(/disagree about the order of a, b/);
	});
});
