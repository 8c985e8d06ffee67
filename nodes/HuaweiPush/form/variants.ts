/** Variants of a notification, see `push-kit/message/variants.ts`. */

import type { INodeProperties } from 'n8n-workflow';

import { membersOf, textOf } from '../../../push-kit/json';
import { TAP_RULES, WHEN_TAPPED } from '../../../push-kit/message/clickAction';
import { NOTIFICATION_RULES } from '../../../push-kit/message/notification';
import type { Variant, VariantMode } from '../../../push-kit/message/variants';
import type { ParameterReader } from '../parameters/parameterReader';
import { formField, formFields, section } from './formField';
import { readMember } from './readMember';
import { notForTools } from './toolFields';

/** Where the variants stand in the form: what was added, and what was set in it. */
export const VARIANTS = 'additionalFields.variants';
export const VARIANTS_AT = `${VARIANTS}.set`;

export const VARIANT_LIST = `${VARIANTS_AT}.variant.entry`;

const SAME_TAP = 'form';

const inMode = (mode: VariantMode) => ({ displayOptions: { show: { mode: [mode] } } });
const SENDS = { show: { sendNothing: [false] } };
const PAGE = { displayOptions: { show: { sendNothing: [false], actionType: [1] } } };

const pathField = (field: Pick<INodeProperties, 'displayName' | 'name'>, description: string) =>
	({
		...field,
		type: 'string',
		requiresDataPath: 'single',
		noDataExpression: true,
		default: '',
		description,
	}) satisfies INodeProperties;

const NAME: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	noDataExpression: true,
	default: '',
	placeholder: 'e.g. german',
	description: 'Comes out as variant in the items, and behind the Batch Tag in receipts',
};

/** Who gets it. */
const MEANT: Readonly<Record<VariantMode, INodeProperties>> = {
	field: {
		displayName: 'Values',
		name: 'values',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. de, de-AT',
		description:
			'Of the field, with commas between them; case does not matter, and zh takes zh-CN as well unless another variant has it',
	},
	share: {
		displayName: 'Share (%)',
		name: 'share',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 50,
		description: 'Of the customers, on average; who is left over gets the message above',
	},
};

const CONTENT: INodeProperties[] = [
	{
		displayName: 'Send Nothing',
		name: 'sendNothing',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether these customers get no message: they come out as skipped, holdout',
	},
	...formFields(NOTIFICATION_RULES, {
		title: { displayOptions: SENDS },
		body: { rows: 2, displayOptions: SENDS },
		image: { displayOptions: SENDS },
	}),
	formField(WHEN_TAPPED, 'actionType', {
		options: [
			{ name: 'As Above', value: SAME_TAP },
			...(WHEN_TAPPED.choices ?? []).map((choice) => ({ ...choice })),
		],
		default: SAME_TAP,
		displayOptions: SENDS,
	}),
	...formFields(TAP_RULES, { action: PAGE, uri: PAGE }),
	formField(TAP_RULES.data, 'data', { displayOptions: SENDS }),
];

/** One of the two is shown: n8n cannot show a field of an entry by what stands beside the list. */
const entriesOf = (mode: VariantMode): INodeProperties => ({
	...section('Variant', 'variant', [
		{ displayName: 'Variant', name: 'entry', values: [NAME, MEANT[mode], ...CONTENT] },
	]),
	placeholder: 'Add Variant',
	typeOptions: { multipleValues: true },
	description: 'What is left empty is as in the message above',
	...inMode(mode),
});

/** Under Additional Fields: most notifications have none. */
export const VARIANTS_FIELD: INodeProperties = notForTools(
	section(
		'Variants',
		'variants',
		[
			{
				displayName: 'Variants',
				name: 'set',
				values: [
					{
						displayName: 'Choose',
						name: 'mode',
						type: 'options',
						noDataExpression: true,
						options: [
							{
								name: 'By Value of a Field',
								value: 'field',
								description: 'For example a language',
							},
							{ name: 'By Share', value: 'share', description: 'For an A/B test or a holdout' },
						],
						default: 'field',
						description: 'What decides which variant a customer gets',
					},
					{
						...pathField(
							{ displayName: 'Variant Field', name: 'field' },
							'Name of the input field, or of the column of a file, whose value decides; a value that no variant has gets the message above',
						),
						required: true,
						placeholder: 'e.g. language',
						...inMode('field'),
					},
					{
						...pathField(
							{ displayName: 'Split By', name: 'splitBy' },
							'Name of the input field, or of the column of a file, that tells one customer from another, such as customerId; empty for the push token. With one Campaign ID a customer gets the same variant in every run.',
						),
						...inMode('share'),
					},
					entriesOf('field'),
					entriesOf('share'),
				],
			},
		],
		{ description: 'Other texts for some customers, by language or by share, or nothing for some' },
	),
);

/** As the form has them; what is wrong with them, others say. */
export function readVariants(reader: ParameterReader): readonly Variant[] {
	const entries = reader.rawValue(VARIANT_LIST);
	return (Array.isArray(entries) ? entries : []).map((entry) => {
		const { name, values, share, sendNothing } = membersOf(entry);
		const number = readMember({ type: 'number' }, share).value;
		const words = readMember({ type: 'array' }, values).value;
		return {
			name: textOf(name ?? '').trim(),
			values: Array.isArray(words) ? words.map(textOf) : [],
			share: typeof number === 'number' ? number : Number.NaN,
			sendsNothing: readMember({ type: 'boolean' }, sendNothing).value === true,
		};
	});
}

const OVERRIDDEN = ['title', 'body', 'image', 'data'];

/** What a variant has in place of fields of the form. */
export interface VariantFields {
	readonly name: string;
	/** Paths by path. */
	readonly fields: ReadonlyMap<string, string>;
}

/**
 * Which fields of the form a variant has in their place.
 *
 * @param index of the variant
 * @returns paths by path
 */
export function fieldsOfVariant(
	reader: ParameterReader,
	index: number,
): ReadonlyMap<string, string> {
	const at = `${VARIANT_LIST}.${index}`;
	const isFilled = (name: string) => {
		const raw = reader.rawValue(`${at}.${name}`);
		return raw !== undefined && raw !== null && textOf(raw).trim() !== '';
	};
	const raw = reader.rawValue(`${at}.actionType`) ?? '';
	const tap = raw === '' ? SAME_TAP : raw;
	const target = ['action', 'uri'];
	const names = [
		...OVERRIDDEN.filter(
			(name) => isFilled(name) && !isEmptyJson(reader.rawValue(`${at}.${name}`)),
		),
		...(tap === SAME_TAP ? [] : ['actionType']),
		// One target: an action of the form would win over the variant's address.
		...(tap !== SAME_TAP && target.some(isFilled) ? target : []),
	];
	return new Map(names.map((name) => [name, `${at}.${name}`]));
}

/** What the JSON editor shows at first. */
function isEmptyJson(raw: unknown): boolean {
	return typeof raw === 'string' && /^\s*\{\s*\}\s*$/.test(raw);
}
