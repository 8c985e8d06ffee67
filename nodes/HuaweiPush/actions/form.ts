import example from '../../../examples/messages/service-widget.json';
import { FORM_IMAGE_MAXIMUM_BYTES, FORM_UPDATES_PER_DAY } from '../../../push-kit/catalog/limits';
import { FORM_IMAGE_RULES, FORM_RULES } from '../../../push-kit/message/form';
import { collection, formFields, notice, section } from '../form/formField';
import { readVersion, versionFields } from '../form/identity';
import type { Resource, SendOperation } from './operation';

const AT = 'additionalFields';

const IMAGE_FIELD = section(
	'Image',
	'images',
	[
		{
			displayName: 'Image',
			name: 'image',
			values: formFields(FORM_IMAGE_RULES, {
				keyName: {
					placeholder: 'e.g. map',
					description:
						'Name under which the widget finds the picture; must not be a key of Form Data',
				},
				url: {
					placeholder: 'e.g. https://cdn.example.com/map.png',
					description: `Address of the picture: https, PNG, JPG or WEBP, at most ${FORM_IMAGE_MAXIMUM_BYTES / 1024} KB`,
				},
				require: { default: 1 },
			}),
		},
	],
	{ description: 'A picture that the device downloads for the widget; Huawei takes one an update' },
);

const UPDATES_PER_DAY = Object.entries(FORM_UPDATES_PER_DAY)
	.map(([kind, count]) => `${kind} ${count}`)
	.join(', ');

/** New data for a service widget (push-type 1, `push-form-update`). */
const update: SendOperation = {
	kind: 'send',
	value: 'update',
	name: 'Update',
	action: 'Update service widget',
	description: 'Show new data in a service widget; one request per device',
	messageType: 'form',
	example: example.body.payload,
	fields: [
		notice(
			'formNotice',
			`Updates that Huawei takes of one widget a day, by the kind of app: ${UPDATES_PER_DAY}.`,
		),
		...formFields(FORM_RULES, {
			formId: {
				default: '',
				required: true,
				placeholder: 'e.g. 1203344556',
				description:
					'ID of the widget on this device, as the app reports it (onAddForm). An ID that does not exist is blocked by Huawei for 30 days.',
			},
			formData: {
				required: true,
				placeholder: 'e.g. {"eta": "12 min"}',
				description: 'What the widget shows: names and values as the app developer defined them',
			},
			moduleName: {
				required: true,
				placeholder: 'e.g. entry',
				description: 'From the app developer: the name of the module',
			},
			abilityName: {
				required: true,
				placeholder: 'e.g. EntryFormAbility',
				description: "From the app developer: the widget's extension ability",
			},
			formName: {
				required: true,
				placeholder: 'e.g. widget',
				description: 'From the app developer: the name of the widget',
			},
		}),
		collection('Additional Fields', AT, [IMAGE_FIELD, ...versionFields(FORM_RULES.version, false)]),
	],
	compose: (form) => {
		const image = form.members(
			FORM_IMAGE_RULES,
			['keyName', 'url', 'require'],
			`${AT}.images.image`,
			'Image',
		);
		const { members, identity } = readVersion(form, FORM_RULES.version, 'formId', 'automatic');
		const payload = {
			moduleName: form.text(FORM_RULES.moduleName, 'moduleName'),
			abilityName: form.text(FORM_RULES.abilityName, 'abilityName'),
			formName: form.text(FORM_RULES.formName, 'formName'),
			...form.members(FORM_RULES, ['formId', 'formData']),
			...members,
			...(Object.keys(image).length > 0 && { images: [image] }),
		};
		return { payload, identity };
	},
};

export const form: Resource = {
	option: {
		name: 'Service Widget',
		value: 'form',
		description: 'New data for a widget on the desktop',
	},
	first: 'update',
	operations: [update],
};
