import type { INodeProperties } from 'n8n-workflow';

import { MESSAGES } from '../../../../push-kit/message/messages';
import { toNumbers } from '../../execution/fieldValues';
import { filledMembers, type ParameterReader } from '../../execution/parameterReader';
import { addVersion, versionFields } from '../../fields/versionFields';
import type { SendOperation } from '../../operation';

const IMAGE_FIELD: INodeProperties = {
	displayName: 'Image',
	name: 'images',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Set Image',
	description: 'A picture that the device downloads for the widget; Huawei takes one an update',
	options: [
		{
			displayName: 'Image',
			name: 'image',
			values: [
				{
					displayName: 'Key Name',
					name: 'keyName',
					type: 'string',
					default: '',
					placeholder: 'e.g. map',
					description:
						'Name under which the widget finds the picture; must not be a key of Form Data',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://cdn.example.com/map.png',
					description: 'Address of the picture: https, PNG, JPG or WEBP, at most 512 KB',
				},
				{
					displayName: 'If the Download Fails',
					name: 'require',
					type: 'options',
					options: [
						{ name: 'Do Not Update the Widget', value: 1 },
						{ name: 'Update the Texts Only', value: 0 },
					],
					default: 1,
				},
			],
		},
	],
};

/** New data for a service widget (push-type 1, `push-form-update`). */
export const update: SendOperation = {
	kind: 'send',
	value: 'update',
	name: 'Update',
	action: 'Update service widget',
	description: 'Show new data in a service widget; one request per device',
	messageType: 'form',
	pushType: 1,
	rules: MESSAGES.form,
	json: 'offered',
	example: {
		moduleName: 'entry',
		abilityName: 'OrderFormAbility',
		formName: 'orderCard',
		formId: 1203344556,
		version: 1,
		formData: { eta: '12 min' },
	},
	fields: [
		{
			displayName: 'Form ID',
			name: 'formId',
			type: 'number',
			default: '',
			required: true,
			description:
				'ID of the widget on this device, as the app reports it (onAddForm). An ID that does not exist is blocked by Huawei for 30 days.',
		},
		{
			displayName: 'Form Data',
			name: 'formData',
			type: 'json',
			default: '{}',
			required: true,
			placeholder: 'e.g. {"eta": "12 min"}',
			description: 'What the widget shows: names and values as the app developer defined them',
		},
		{
			displayName: 'Module Name',
			name: 'moduleName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. entry',
			description: 'From the app developer: the name of the module',
		},
		{
			displayName: 'Ability Name',
			name: 'abilityName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. EntryFormAbility',
			description: "From the app developer: the widget's extension ability",
		},
		{
			displayName: 'Form Name',
			name: 'formName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. widget',
			description: 'From the app developer: the name of the widget',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [IMAGE_FIELD, ...versionFields(false)],
		},
	],
	payload: (reader, run) => {
		const { images, ...version } = reader.collection('additionalFields');
		const image = readImage(images);
		return addVersion(
			reader,
			run,
			'formId',
			{
				moduleName: reader.text('moduleName'),
				abilityName: reader.text('abilityName'),
				formName: reader.text('formName'),
				formId: reader.number('formId'),
				formData: readFormData(reader),
				...(image !== undefined && { images: [image] }),
			},
			version,
			'automatic',
		);
	},
};

function readFormData(reader: ParameterReader): unknown {
	return reader.json('Form Data', reader.value('formData', {}));
}

function readImage(field: unknown): object | undefined {
	const image = toNumbers(filledMembers(filledMembers(field).image), ['require']);
	return Object.keys(image).length === 0 ? undefined : image;
}
