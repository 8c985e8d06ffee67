import { OPEN_MESSAGE } from '../../../../push-kit/message/messages';
import type { SendOperation } from '../../operation';

/**
 * UNCERTAIN: push-type 9 stands in a table of the 2025 guide only; no page defines its payload, so any
 * object passes.
 */
export const send: SendOperation = {
	kind: 'send',
	value: 'send',
	name: 'Send',
	action: 'Send location message',
	description: 'Ask the app for the location of the device; not opened by Huawei yet',
	messageType: 'location',
	pushType: 9,
	rules: OPEN_MESSAGE,
	json: 'only',
	example: { extraData: '{}' },
	fields: [
		{
			displayName:
				'Huawei has not opened location messages for application and publishes no payload for them. Use this only if Huawei has told you the payload.',
			name: 'locationNotice',
			type: 'notice',
			default: '',
		},
	],
};
