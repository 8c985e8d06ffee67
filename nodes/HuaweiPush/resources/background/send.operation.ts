import { MESSAGES } from '../../../../push-kit/message/messages';
import { extraDataField, readExtraData } from '../../fields/extraDataField';
import type { SendOperation } from '../../operation';

/** Data for the app, without a notification (push-type 6, `push-background`). */
export const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send background message',
	description: 'Hand data to the app without showing anything',
	messageType: 'background',
	pushType: 6,
	rules: MESSAGES.background,
	json: 'offered',
	example: { extraData: '{"configVersion":17}' },
	fields: [
		{
			displayName:
				'Huawei advises at most 2 background messages an hour and device; more may be dropped. A device keeps only the newest until the app next runs, for at most 7 days.',
			name: 'backgroundNotice',
			type: 'notice',
			default: '',
		},
		extraDataField('What the app receives, in the form the app developer chose'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Write Into Data Proxy',
					name: 'proxyData',
					type: 'boolean',
					default: true,
					description:
						"Whether to write the data into the app's data proxy while the app is not in the foreground",
				},
			],
		},
	],
	payload: (reader) => ({
		extraData: readExtraData(reader),
		...(reader.collection('additionalFields').proxyData === true && { proxyData: 'ENABLE' }),
	}),
};
