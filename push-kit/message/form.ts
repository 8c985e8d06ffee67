/** push-type 1: new data for a service widget (FormUpdatePayload of `push-form-update`). */

import {
	FORM_DATA_FORBIDDEN_KEY_PREFIX,
	FORM_DATA_NUMBER_MAXIMUM,
	FORM_ID_DEVICE_MAXIMUM,
	FORM_ID_MAXIMUM,
	FORM_IMAGES_MAXIMUM,
	FORM_VERSION_MAXIMUM,
} from '../catalog/limits';
import type { Fault } from './faults';
import { backgroundModeIgnored, collapseKeyIgnored, type HintRule } from './hints';
import { filledText, httpsUrl, integer, list, openInteger, struct, text, type Rule } from './rule';
import { describeUnknownChoices } from './unknownChoices';

/** FormImage: a picture the device downloads for the widget. */
export interface FormImage {
	keyName?: string;
	url?: string;
	/** 1 (default): no update if the download fails; 0: the update goes on without the picture. */
	require?: number;
}

/** `payload` of push-type 1. */
export interface FormUpdatePayload {
	formId: number;
	/** Must be greater than the widget's current one; 0 resets the counter. */
	version: number;
	moduleName: string;
	formName: string;
	abilityName: string;
	formData: Record<string, unknown>;
	images?: FormImage[];
}

export const FORM_IMAGE_RULES = {
	keyName: text('Key Name'),
	url: httpsUrl('URL'),
	require: openInteger('If the Download Fails', [
		{ value: 1, name: 'Do Not Update the Widget' },
		{ value: 0, name: 'Update the Texts Only' },
	]),
} satisfies Record<keyof FormImage, Rule>;

export const FORM_RULES = {
	formId: {
		title: 'Form ID',
		type: 'integer',
		maximum: FORM_ID_MAXIMUM,
		sentence: {
			maximum: `Form ID must be at most ${FORM_ID_MAXIMUM}: n8n cannot hold a greater number exactly, so the update would reach another widget.`,
		},
	},
	version: integer('Version (Fixed)', 0, FORM_VERSION_MAXIMUM),
	moduleName: filledText('Module Name'),
	formName: filledText('Form Name'),
	abilityName: filledText('Ability Name'),
	formData: { title: 'Form Data', type: 'object' },
	images: list('Image', struct('Image', FORM_IMAGE_RULES), {
		maxItems: FORM_IMAGES_MAXIMUM,
		sentence: {
			type: 'Image must be a list of one object, such as [{"keyName": "map", "url": "https://..."}].',
			maxItems: 'Image must have at most one entry: Huawei takes one picture an update.',
		},
	}),
} satisfies Record<keyof FormUpdatePayload, Rule>;

export const formUpdatePayloadSchema: Rule = struct('Payload', FORM_RULES, [
	'formId',
	'version',
	'moduleName',
	'formName',
	'abilityName',
	'formData',
]);

/** Rules about the keys and values of `formData`. */
export function checkForm({ formData, images = [] }: FormUpdatePayload): Fault[] {
	const faults = Object.entries(formData).flatMap(([key, value]) => checkEntry(key, value));
	const keyName = images[0]?.keyName;
	if (keyName !== undefined && Object.hasOwn(formData, keyName)) {
		faults.push({
			path: 'images.0.keyName',
			field: 'Image > Key Name',
			message: `Image > Key Name "${keyName}" is also a key of Form Data. Choose another name for one of them.`,
		});
	}
	return faults;
}

function checkEntry(key: string, value: unknown): Fault[] {
	const place = { path: `formData.${key}`, field: `Form Data > ${key}` };
	const faults: Fault[] = [];
	if (key.startsWith(FORM_DATA_FORBIDDEN_KEY_PREFIX)) {
		faults.push({
			...place,
			message: `Form Data has the key "${key}": keys must not begin with ${FORM_DATA_FORBIDDEN_KEY_PREFIX}.`,
		});
	}
	if (value === null) {
		faults.push({
			...place,
			message: `Form Data > ${key} has no value (null). Enter a value, or take the key out.`,
		});
	}
	if (hasTooGreatNumber(value)) {
		faults.push({
			...place,
			message: `Form Data > ${key} holds a number above ${FORM_DATA_NUMBER_MAXIMUM}, the greatest that Huawei takes. Send it as text.`,
		});
	}
	return faults;
}

function hasTooGreatNumber(value: unknown): boolean {
	if (typeof value === 'number') return value > FORM_DATA_NUMBER_MAXIMUM;
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasTooGreatNumber);
}

export const FORM_HINTS: ReadonlyArray<HintRule<FormUpdatePayload>> = [
	({ payload }) => describeUnknownChoices(FORM_RULES, payload),
	({ payload: { formId } }) =>
		formId < 0 || formId > FORM_ID_DEVICE_MAXIMUM
			? `Form ID ${formId} is not one that a device makes (0 to ${FORM_ID_DEVICE_MAXIMUM}). Huawei blocks updates of a widget that does not exist for 30 days: check it.`
			: undefined,
	collapseKeyIgnored,
	backgroundModeIgnored,
];
