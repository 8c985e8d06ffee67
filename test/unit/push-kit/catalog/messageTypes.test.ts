import {
	CUSTOM_PUSH_TYPE,
	findMessageType,
	findMessageTypeByPushType,
	MESSAGE_TYPES,
	RECEIPT_MESSAGE_TYPES,
} from '../../../../push-kit/catalog/messageTypes';

describe('the table of message types', () => {
	it.each([
		['notification', 0],
		['badge', 0],
		['form', 1],
		['textToSpeech', 2],
		['background', 6],
		['liveView', 7],
		['location', 9],
		['call', 10],
		['mdm', 11],
		['custom', CUSTOM_PUSH_TYPE],
	])('%s is sent with push type %d', (messageType, pushType) => {
		expect(findMessageType(messageType)?.pushType).toBe(pushType);
	});

	it('has each name once', () => {
		expect(new Set(MESSAGE_TYPES.map((row) => row.messageType)).size).toBe(10);
		expect(MESSAGE_TYPES).toHaveLength(10);
	});

	it('sends a service widget update to one token, all else to 1000, tests to 10', () => {
		for (const row of MESSAGE_TYPES) {
			const isForm = row.messageType === 'form';
			expect(row.maximumTokens).toBe(isForm ? 1 : 1000);
			expect(row.maximumTestTokens).toBe(isForm ? 1 : 10);
		}
	});
});

describe('findMessageTypeByPushType', () => {
	it.each([
		[0, 'notification'],
		[1, 'form'],
		[2, 'textToSpeech'],
		[6, 'background'],
		[7, 'liveView'],
		[9, 'location'],
		[10, 'call'],
		[11, 'mdm'],
	])('reads %d as %s', (pushType, messageType) => {
		expect(findMessageTypeByPushType(pushType).messageType).toBe(messageType);
	});

	it('reads an unknown push type as custom and keeps its number', () => {
		expect(findMessageTypeByPushType(42)).toMatchObject({ messageType: 'custom', pushType: 42 });
	});

	it('gives receipts no message type that their push type cannot tell', () => {
		expect(RECEIPT_MESSAGE_TYPES.map((row) => row.messageType)).toEqual([
			'notification',
			'form',
			'textToSpeech',
			'background',
			'liveView',
			'location',
			'call',
			'mdm',
			'custom',
		]);
	});

	it('lets unknown names pass', () => {
		expect(findMessageType('Notification')).toBeUndefined();
	});
});
