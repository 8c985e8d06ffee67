import { MESSAGES } from '../../../../push-kit/message/messages';
import { extraDataField, readExtraData } from '../../fields/extraDataField';
import type { SendOperation } from '../../operation';

/** Rings the app for an incoming call (push-type 10, `push-voip`). */
export const ring: SendOperation = {
	kind: 'send',
	value: 'ring',
	name: 'Ring',
	action: 'Ring for incoming call',
	description: 'Let the app ring for an incoming voice or video call',
	messageType: 'call',
	pushType: 10,
	rules: MESSAGES.call,
	json: 'offered',
	example: { extraData: '{"scene":"video","room":"r-77"}' },
	fields: [
		{
			displayName:
				'For ringing only: not for hanging up or for talking to the app. Set TTL under Push Options to 30 to 60 seconds, so that no phone rings when the call is long over.',
			name: 'callNotice',
			type: 'notice',
			default: '',
		},
		extraDataField('What the app needs to know of the call, in the form the app developer chose'),
	],
	payload: (reader) => ({ extraData: readExtraData(reader) }),
};
