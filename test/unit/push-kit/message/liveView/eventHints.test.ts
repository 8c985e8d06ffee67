import { SEND_EXAMPLES } from '../../../../builders/bodies';
import { findHints, type Changes } from '../../../../builders/change';

const { liveViewLeftRight, liveViewWithoutStatus, liveViewUpdate, liveViewGeofence } =
	SEND_EXAMPLES;

const CARD = 'activityData.notificationData';

const HINTS: Array<[string, keyof typeof SEND_EXAMPLES, Changes, string[]]> = [
	[
		'an unknown operation',
		'liveViewUpdate',
		{ operation: 3 },
		['Operation 3 is not known here: it is sent as it is.'],
	],
	[
		'an unknown event',
		'liveViewWithoutStatus',
		{ event: 'CONCERT' },
		[
			'Event CONCERT is not known here. It is sent as it is; Huawei takes it only if your app has the right for it.',
		],
	],
	[
		'an event in small letters',
		'liveViewWithoutStatus',
		{ event: 'delivery' },
		['Event "delivery" is not written as Huawei writes it: enter DELIVERY.'],
	],
	[
		'an unknown status',
		'liveViewUpdate',
		{ status: 'DRIVER_LOST' },
		[
			"Status DRIVER_LOST is not in Huawei's table for event TAXI as known here. It is sent as it is.",
		],
	],
	[
		'an update without status',
		'liveViewUpdate',
		{ status: undefined, [`${CARD}.contentTitle`]: 'Here' },
		[
			'Status is missing. A live view of event TAXI that a push message created is not updated without it (receipt result 268); one that the app created may do without.',
		],
	],
	[
		'a placeholder without status',
		'liveViewWithoutStatus',
		{ [`${CARD}.contentTitle`]: '{{status}}' },
		[
			'A text holds [status] (in JSON {{status}}), but event DELIVERY has no statuses, so the phone shows it as it stands. Write the words instead.',
		],
	],
	[
		'an update without keyword',
		'liveViewLeftRight',
		{ operation: 1, [`${CARD}.keywords`]: undefined },
		[
			'Flight Number (keywords.flightNo) is missing. Huawei may want it for every update of a live view of event FLIGHT that a push message created.',
		],
	],
	[
		'an update without the placeholder of its keyword',
		'liveViewLeftRight',
		{ operation: 1, [`${CARD}.contentTitle`]: '{{status}}' },
		[
			'No text shows the flightNo: event FLIGHT needs the placeholder [flightNo] (in JSON {{flightNo}}) at least once. Write it in Content Title, Content Text, Assist Area > Text, First Line or Second Line.',
		],
	],
	[
		'a keyword too many',
		'liveViewLeftRight',
		{ [`${CARD}.keywords.trainNo`]: 'G1' },
		['Keywords: event FLIGHT takes flightNo only, not trainNo.'],
	],
	[
		'an update of a timer',
		'liveViewUpdate',
		{ event: 'TIMER' },
		['Event TIMER lives on the device only: a push message can neither update nor end it.'],
	],
	[
		'an end of a timer',
		'liveViewEnd',
		{ event: 'TIMER' },
		['Event TIMER lives on the device only: a push message can neither update nor end it.'],
	],
	[
		'a geofence in an update',
		'liveViewUpdate',
		{ trigger: SEND_EXAMPLES.liveViewGeofence.body.payload.trigger },
		[
			'Geofence has no effect with this operation: it works with Schedule Create and Schedule End only.',
		],
	],
	[
		'a sub-event with other characters',
		'liveViewWithoutStatus',
		{ subEvent: 'fast food' },
		['Sub Event should have letters, digits and underscores only.'],
	],
	[
		'a scheduled creation of an event that only the app creates',
		'liveViewGeofence',
		{ event: 'PICK_UP' },
		[
			'Event PICK_UP cannot be created by a push message, only by the app on the device. Events that can: CHECK_IN, DELIVERY, EXPRESS, FLIGHT, QUEUE, RENT, SUBSCRIBE_TIMER, TAXI, TRADE, TRAIN. Huawei may refuse to create it when the time comes.',
		],
	],
];

describe('hints of a live view event', () => {
	it.each(HINTS)('speak of %s', (_what, example, changes, sentences) => {
		expect(findHints(SEND_EXAMPLES[example], changes)).toEqual(sentences);
	});

	it('do not speak of known words', () => {
		expect(findHints(liveViewUpdate, { status: 'COMPLETED' })).toEqual([]);
		expect(findHints(liveViewWithoutStatus, { subEvent: 'NEW_KIND_2' })).toEqual([]);
		expect(findHints(liveViewLeftRight, { operation: 1 })).toEqual([]);
		expect(findHints(liveViewGeofence, { operation: 6 })).toEqual([]);
	});
});
