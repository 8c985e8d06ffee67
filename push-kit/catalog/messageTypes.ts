/**
 * The message types of Push Kit and the `push-type` header of each. Source pages:
 * `push-scenariozed-api-intro`, `push-scenes-send`, `push-apply-right`.
 */
import {
	MAXIMUM_TOKENS_PER_FORM_REQUEST,
	MAXIMUM_TOKENS_PER_REQUEST,
	MAXIMUM_TOKENS_PER_TEST_REQUEST,
} from './limits';

export interface MessageType {
	/** Also the value of the node's Resource and of the trigger's Message Types. */
	readonly messageType: string;
	/** Value of the `push-type` header; `CUSTOM_PUSH_TYPE` where the operator chooses it. */
	readonly pushType: number;
	readonly name: string;
	readonly meaning: string;
	readonly maximumTokens: number;
	readonly maximumTestTokens: number;
	/** Slug of Huawei's page. */
	readonly source: string;
}

/** Stands for "chosen by the operator"; Huawei gives no message type a negative number. */
export const CUSTOM_PUSH_TYPE = -1;

const MANY_TOKENS = {
	maximumTokens: MAXIMUM_TOKENS_PER_REQUEST,
	maximumTestTokens: MAXIMUM_TOKENS_PER_TEST_REQUEST,
};

const CUSTOM: MessageType = {
	messageType: 'custom',
	pushType: CUSTOM_PUSH_TYPE,
	name: 'Custom Message',
	meaning: 'Any push type, with the payload as JSON',
	...MANY_TOKENS,
	source: 'push-scenariozed-api-request-struct',
};

export const MESSAGE_TYPES: readonly MessageType[] = [
	{
		messageType: 'notification',
		pushType: 0,
		name: 'Notification',
		meaning: 'A message in the notification centre',
		...MANY_TOKENS,
		source: 'push-send-alert',
	},
	{
		messageType: 'badge',
		pushType: 0,
		name: 'Badge',
		meaning: "The number on the app's icon, without a notification",
		...MANY_TOKENS,
		source: 'push-send-badge',
	},
	{
		messageType: 'form',
		pushType: 1,
		name: 'Service Widget',
		meaning: 'New data for a service widget on the desktop',
		maximumTokens: MAXIMUM_TOKENS_PER_FORM_REQUEST,
		maximumTestTokens: MAXIMUM_TOKENS_PER_FORM_REQUEST,
		source: 'push-form-update',
	},
	{
		messageType: 'textToSpeech',
		pushType: 2,
		name: 'Text-to-Speech',
		meaning: 'A reminder that the app reads out: order, logistics, payment or medical emergency',
		...MANY_TOKENS,
		source: 'push-send-extend-noti',
	},
	{
		messageType: 'background',
		pushType: 6,
		name: 'Background Message',
		meaning: 'Data for the app, without a notification',
		...MANY_TOKENS,
		source: 'push-background',
	},
	{
		messageType: 'liveView',
		pushType: 7,
		name: 'Live View',
		meaning: 'A card that follows something to its end, such as a trip or a delivery',
		...MANY_TOKENS,
		source: 'push-update-liveview',
	},
	{
		// No page publishes its payload or opens the application for its right; the newest
		// `push-scenariozed-api-intro` omits it.
		messageType: 'location',
		pushType: 9,
		name: 'Location Message',
		meaning: 'A request for the location of the device; Huawei has not opened it yet',
		...MANY_TOKENS,
		source: 'push-scenes-send',
	},
	{
		messageType: 'call',
		pushType: 10,
		name: 'Call',
		meaning: 'Rings the app for an incoming voice or video call',
		...MANY_TOKENS,
		source: 'push-voip',
	},
	{
		// Its payload could not be read from any page: it is given as JSON.
		messageType: 'mdm',
		pushType: 11,
		name: 'MDM Message',
		meaning:
			'Data for an app that manages devices, handed over as a background message of type MDM',
		...MANY_TOKENS,
		source: 'push-mdm',
	},
	CUSTOM,
];

const BY_NAME: ReadonlyMap<string, MessageType> = new Map(
	MESSAGE_TYPES.map((row) => [row.messageType, row]),
);
// Built from the end, so that the first row of a push type wins: 0 is a notification.
const BY_PUSH_TYPE: ReadonlyMap<number, MessageType> = new Map(
	[...MESSAGE_TYPES].reverse().map((row) => [row.pushType, row]),
);

/** The message types that a receipt's `pushType` can tell apart: without `badge`, which reads as 0. */
export const RECEIPT_MESSAGE_TYPES: readonly MessageType[] = MESSAGE_TYPES.filter(
	(row) => BY_PUSH_TYPE.get(row.pushType) === row,
);

/** Gives the message type of that name, or `undefined`. */
export function findMessageType(messageType: string): MessageType | undefined {
	return BY_NAME.get(messageType);
}

/**
 * Gives the message type of a `push-type`: 0 is `notification` (a receipt does not tell a badge
 * from it). A push type that is not in the table can only have been sent as `custom`; the row
 * then carries the number asked for.
 */
export function findMessageTypeByPushType(pushType: number): MessageType {
	return BY_PUSH_TYPE.get(pushType) ?? { ...CUSTOM, pushType };
}
