/** Which variant of a notification each customer gets. */

import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { membersOf, textOf } from '../../../push-kit/json';
import type { Fault } from '../../../push-kit/message/faults';
import {
	DEFAULT_VARIANT,
	variantProblems,
	VariantsByField,
	VariantsByShare,
	type Variant,
	type VariantMode,
} from '../../../push-kit/message/variants';
import { readPath } from '../../../push-kit/path';
import type { FurtherColumn } from '../../../push-kit/recipients/columns';
import type { Operation } from '../actions/operation';
import { readCampaignId } from '../form/campaignId';
import { ItemForm } from '../form/itemForm';
import { readMember } from '../form/readMember';
import {
	fieldsOfVariant,
	readVariants,
	VARIANT_LIST,
	VARIANTS,
	VARIANTS_AT,
	type VariantFields,
} from '../form/variants';
import type { ParameterReader } from '../parameters/parameterReader';
import { fieldNamedIn, saysOf } from './deliverBetween';
import type { DecidingField } from './lostFields';

/** A variant as its message is made. */
export interface ChosenVariant extends VariantFields {
	/** Of all variants that are sent: their batch tags must differ. */
	readonly names: readonly string[];
	readonly sendsNothing: boolean;
}

/** The variant of each push token of an item. */
export type ChooseVariant = (token: string) => ChosenVariant;

/** Faults of a message as a whole, which say for which variant's it is. */
export function faultsOfVariant(faults: readonly Fault[], variant?: ChosenVariant): Fault[] {
	if (variant === undefined || variant.name === DEFAULT_VARIANT) return [...faults];
	return faults.map((fault) => ({
		...fault,
		message: `Variant ${variant.name}: ${fault.message}`,
	}));
}

/** Which variant the rows of a file get. */
export interface RowVariants {
	/** What decides; absent where it is nothing of the row but its token. */
	readonly column?: FurtherColumn;
	/** @param value of the column */
	choose(token: string, value: string): ChosenVariant;
}

const VARIANT_FIELD = 'Variant Field';

const SPLIT_BY = 'Split By';

export class ItemVariants {
	/** Whether some item has the field. */
	private isFound = false;

	private readonly byField: VariantsByField;
	private readonly byShare: VariantsByShare;
	private readonly chosen: ReadonlyMap<string, ChosenVariant>;
	private readonly standard: ChosenVariant;

	/**
	 * @param field path in the item; empty where a share goes by the push token
	 * @param node what stands for the campaign where it has no ID
	 */
	constructor(
		private readonly reader: ParameterReader,
		private readonly mode: VariantMode,
		variants: readonly Variant[],
		private readonly field: string,
		private readonly node: readonly string[],
	) {
		this.byField = new VariantsByField(variants);
		this.byShare = new VariantsByShare(variants);
		const sent = variants.filter(({ sendsNothing }) => !sendsNothing);
		const names = [...sent.map(({ name }) => name), DEFAULT_VARIANT];
		this.standard = { name: DEFAULT_VARIANT, names, sendsNothing: false, fields: new Map() };
		this.chosen = new Map(
			variants.map(({ name, sendsNothing }, index) => [
				name,
				{ name, names, sendsNothing, fields: fieldsOfVariant(reader, index) },
			]),
		);
	}

	/** What tells the variant of a customer. */
	get deciding(): DecidingField {
		return { field: this.field, label: this.mode === 'field' ? VARIANT_FIELD : SPLIT_BY };
	}

	/** Said after all items were asked for: a slip of the pen must not be taken for a list without the field. */
	get miss(): string | undefined {
		if (this.field === '' || this.isFound) return undefined;
		const name = this.field.slice(0, 100);
		return this.mode === 'field'
			? `No item has a field ${name}: everybody got the message without variants. Correct ${VARIANT_FIELD}.`
			: `No item has a field ${name}: the shares went by the push tokens. Correct ${SPLIT_BY}, or empty it.`;
	}

	/** All that there are, the message itself among them. */
	get all(): readonly ChosenVariant[] {
		return [this.standard, ...this.chosen.values()];
	}

	/** For the reader's present item. */
	of(json: IDataObject): ChooseVariant {
		const found = this.field === '' ? undefined : readPath(json, this.field);
		this.isFound ||= found !== undefined;
		if (this.mode === 'field') {
			const variant = this.settingsOf(this.variantOf(found));
			return () => variant;
		}
		const value = wordOf(Array.isArray(found) && found.length === 1 ? found[0] : found);
		const campaign = this.campaignOfItem();
		return (token) => this.settingsOf(this.byShare.of(campaign, value === '' ? token : value));
	}

	/** For the rows of the file of the reader's present item. */
	ofRows(json: IDataObject): RowVariants {
		if (this.field === '' || saysOf(json, this.field)) {
			const choose = this.of(json);
			return { choose: (token) => choose(token) };
		}
		const label = this.mode === 'field' ? VARIANT_FIELD : SPLIT_BY;
		const column = { column: this.field, label };
		if (this.mode === 'field') {
			return { column, choose: (_, value) => this.settingsOf(this.byField.of(value)) };
		}
		const campaign = this.campaignOfItem();
		return {
			column,
			choose: (token, value) =>
				this.settingsOf(this.byShare.of(campaign, value === '' ? token : value)),
		};
	}

	/** A field of several choices has the one that was made; of more, only that which leaves the customer alone. */
	private variantOf(found: unknown): Variant | undefined {
		if (!Array.isArray(found)) return this.byField.of(wordOf(found));
		const variants = found.map((value) => this.byField.of(wordOf(value)));
		return variants.length === 1 ? variants[0] : variants.find((variant) => variant?.sendsNothing);
	}

	private campaignOfItem(): readonly string[] {
		const campaignId = readCampaignId(new ItemForm(this.reader));
		return campaignId === undefined ? this.node : [campaignId];
	}

	private settingsOf(variant: Variant | undefined): ChosenVariant {
		return (variant && this.chosen.get(variant.name)) ?? this.standard;
	}
}

const MODES: ReadonlySet<string> = new Set<VariantMode>(['field', 'share']);

const isMode = (mode: string): mode is VariantMode => MODES.has(mode);

/** What decides who gets what is the same for all items. */
const FIXED = ['name', 'values', 'share', 'sendNothing'];

/** @throws {NodeOperationError} for variants that cannot be told apart, or nobody could choose between */
export function readItemVariants(
	context: IExecuteFunctions,
	reader: ParameterReader,
	operation: Operation,
): ItemVariants | undefined {
	if (operation.kind !== 'send' || operation.hasVariants !== true) return undefined;
	if (reader.rawValue('specifyMessage') === 'json') return undefined;
	if ((reader.rawValue(VARIANTS) ?? undefined) === undefined) return undefined;
	const given = reader.rawValue(VARIANTS_AT);
	const mode = textOf(membersOf(given).mode ?? '')
		.trim()
		.toLowerCase();
	const refuse = (problem: string) =>
		new NodeOperationError(context.getNode(), `Variants: ${problem}`, {
			description: 'Nothing was sent. Correct Variants under Additional Fields.',
		});
	if ((given ?? undefined) === undefined) throw refuse(NOT_SET);
	if (!isMode(mode)) throw refuse('Choose must be field or share.');
	const entries = reader.rawValue(VARIANT_LIST);
	for (const entry of Array.isArray(entries) ? entries : []) {
		const members = membersOf(entry);
		// n8n takes the = off where a field knows no expressions.
		if (FIXED.some((name) => /^=|\{\{/.test(textOf(members[name] ?? '')))) throw refuse(NOT_FIXED);
		const nothing = readMember({ type: 'boolean' }, members.sendNothing).value ?? false;
		if (typeof nothing !== 'boolean') throw refuse('Send Nothing must be true or false.');
	}
	const variants = readVariants(reader);
	const [problem] = variantProblems(mode, variants);
	if (problem !== undefined) throw refuse(problem);
	const field = fieldNamedIn(membersOf(given)[mode === 'field' ? 'field' : 'splitBy']);
	if (field === undefined || (mode === 'field' && field === '')) throw refuse(NO_FIELD[mode]);
	const { id = '' } = context.getWorkflow();
	return new ItemVariants(reader, mode, variants, field, [id, context.getNode().id]);
}

const NOT_SET =
	'None is set, so that everybody would get the message. Click Set Variants and add one, or take Variants out.';

const NOT_FIXED =
	'Name, Values, Share (%) and Send Nothing hold for the whole run and take no expression. Switch them to Fixed.';

const NO_FIELD: Readonly<Record<VariantMode, string>> = {
	field:
		'Variant Field takes the name of a field, such as language, not an expression. Drag the field from the input.',
	share:
		'Split By takes the name of a field, such as customerId, not an expression. Drag the field from the input, or empty it.',
};

/** '' for what is no word. */
function wordOf(value: unknown): string {
	return typeof value === 'object' ? '' : textOf(value ?? '').trim();
}
