import { MESSAGES, OPEN_MESSAGE } from '../../../../push-kit/message/messages';
import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, findHints, inspectChanged, type Changes } from '../../../builders/change';

const CARD = 'activityData.notificationData';

describe('MESSAGES', () => {
	it.each(Object.entries(SEND_EXAMPLES))('finds nothing to say about %s', (_name, example) => {
		expect(inspectChanged(example)).toEqual({ faults: [], hints: [] });
	});

	const OPENNESS: Array<[string, keyof typeof SEND_EXAMPLES, Changes]> = [
		['an unknown category', 'smallNotification', { 'notification.category': 'NEWS' }],
		['both badge numbers', 'fullNotification', { 'notification.badge.setNum': 3 }],
		[
			'extend.pic without image',
			'liveViewProgress',
			{ [`${CARD}.extend`]: { type: 3, pic: 'old.png' } },
		],
		['an update without version', 'liveViewUpdate', { version: undefined }],
		['form 0', 'form', { formId: 0 }],
		[
			'a redacted telephone number',
			'liveViewProgress',
			{ [`${CARD}.extend.clickAction`]: { actionType: 5, data: { tel: '1xxxxxxxxxx' } } },
		],
		['an unknown event', 'liveViewWithoutStatus', { event: 'CONCERT' }],
		['an unknown status', 'liveViewUpdate', { status: 'DRIVER_LOST' }],
		['an unknown subEvent', 'liveViewWithoutStatus', { subEvent: 'FLOWERS' }],
		[
			'an unknown reminder of the capsule',
			'liveViewProgress',
			{ 'activityData.capsuleData.remind': 'SHAKE' },
		],
		['an unknown layout', 'liveViewWithoutStatus', { [`${CARD}.type`]: 9 }],
		['an unknown operation', 'liveViewUpdate', { operation: 3 }],
		['an unknown style', 'smallNotification', { 'notification.style': 9 }],
		['an unknown priority scene', 'smallNotification', { 'notification.priorityScene': 'PETS' }],
		['members that Huawei adds later', 'smallNotification', { 'notification.newMember': 1 }],
		['a Notify ID assigned by Huawei', 'smallNotification', { 'notification.notifyId': -1 }],
	];

	it.each(OPENNESS)('lets %s pass', (_what, example, changes) => {
		expect(findFaults(SEND_EXAMPLES[example], changes)).toEqual([]);
	});

	it('says every fault of a message at once, each once', () => {
		const payload = { notification: { category: '', image: 'http://a.example', clickAction: {} } };
		const { faults, hints } = MESSAGES.notification.inspect({ payload });
		expect(faults.map(({ path, field, message }) => [path, field, message])).toEqual([
			['notification.title', 'Title', 'Title is missing.'],
			['notification.body', 'Body', 'Body is missing.'],
			[
				'notification.category',
				'Category',
				'Category is empty. Choose what kind of message this is, for example MARKETING.',
			],
			[
				'notification.image',
				'Image URL',
				'Image URL must be a web address that begins with https://.',
			],
			[
				'notification.clickAction.actionType',
				'Tap Action > When Tapped',
				'Tap Action > When Tapped is missing.',
			],
		]);
		expect(hints).toEqual([]);
	});

	it.each([undefined, null, 'text', [], 7])('refuses %p as a payload', (payload) => {
		for (const { inspect } of [...Object.values(MESSAGES), OPEN_MESSAGE]) {
			expect(inspect({ payload }).faults[0]?.message).toBe(
				'Payload must be an object such as {"key": "value"}.',
			);
		}
	});

	it('judges payload, delivery options and size of one message together', () => {
		const payload = { extraData: 'x'.repeat(4096), proxyData: 'DISABLE' };
		const pushOptions = { ttl: 1_296_001 };
		expect(MESSAGES.background.inspect({ payload, pushOptions }).faults).toHaveLength(3);
	});
});

describe('OPEN_MESSAGE', () => {
	it('takes any object', () => {
		const payload = { data: null, anything: [{ goes: 1 }] };
		expect(OPEN_MESSAGE.inspect({ payload })).toEqual({ faults: [], hints: [] });
	});

	it('still judges delivery options and size', () => {
		const payload = { data: 'x'.repeat(5000) };
		const pushOptions = { collapseKey: 101 };
		expect(OPEN_MESSAGE.inspect({ payload, pushOptions }).faults.map(({ field }) => field)).toEqual(
			['Collapse Key', 'Message'],
		);
	});
});

describe('hints of several types', () => {
	it.each(['form', 'background', 'liveViewUpdate', 'call'] as const)(
		'say that Collapse Key has no effect for %s',
		(example) => {
			expect(findHints(SEND_EXAMPLES[example], {}, { ttl: 30, collapseKey: 0 })).toEqual([
				'Collapse Key has no effect with this message type: it works for notifications and text-to-speech only.',
			]);
		},
	);

	it.each(['smallNotification', 'textToSpeech'] as const)(
		'say nothing about Collapse Key for %s',
		(example) => {
			expect(findHints(SEND_EXAMPLES[example], {}, { collapseKey: 0 })).toEqual([]);
		},
	);

	it.each([
		'smallNotification',
		'badge',
		'form',
		'textToSpeech',
		'liveViewUpdate',
		'call',
	] as const)('say that Background Mode has no effect for %s', (example) => {
		expect(findHints(SEND_EXAMPLES[example], {}, { ttl: 30, backgroundMode: 1 })).toEqual([
			'Background Mode has no effect with this message type: it works for background messages only.',
		]);
	});

	it('say nothing about Background Mode for a background message', () => {
		expect(findHints(SEND_EXAMPLES.background, {}, { backgroundMode: 1 })).toEqual([]);
	});
});
