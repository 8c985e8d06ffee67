/** One live view body of every kind, small and legal. */

import type { LiveViewPayload } from '../../push-kit/message/liveView/liveViewPayload';
import type { PushOptions } from '../../push-kit/message/pushOptions';
import { openApp, send, type SendExample } from './sendExample';

const liveView = (payload: LiveViewPayload, pushOptions?: PushOptions) =>
	send<LiveViewPayload>('liveView', 7, payload, { pushOptions });

export const LIVE_VIEW_EXAMPLES = {
	liveViewProgress: liveView(
		{
			activityId: 880017,
			operation: 0,
			event: 'TAXI',
			status: 'CALLING',
			mute: true,
			activityData: {
				notificationData: {
					type: 3,
					contentTitle: '{{status}}',
					contentText: [{ text: 'Looking for a car nearby' }],
					clickAction: openApp,
					richProgress: {
						type: 1,
						progress: 10,
						nodeIcons: ['start.png', 'end.png'],
						indicatorType: 2,
						indicatorIcon: 'car.png',
					},
					extend: { type: 2, text: 'Cancel', clickAction: { actionType: 3 } },
				},
				capsuleData: {
					type: 1,
					status: 1,
					icon: 'car.svg',
					bgColor: '#FF0A59F7',
					title: 'Calling',
					content: 'Please wait',
				},
			},
		},
		{ ttl: 300 },
	),
	liveViewLeftRight: liveView({
		activityId: -5,
		operation: 0,
		event: 'FLIGHT',
		status: 'WAITING_FOR_CHECK_IN',
		activityData: {
			notificationData: {
				type: 5,
				keywords: { flightNo: 'XX1234' },
				contentTitle: '{{flightNo}} {{status}}',
				contentText: [{ text: 'Counter opens at 09:30', foregroundColor: '#FF0A59F7' }],
				spaceType: 1,
				spaceText: '2h 10m',
				firstTextBlock: { firstLine: '10:40', secondLine: 'Shenzhen' },
				lastTextBlock: {
					firstLine: '00:50',
					secondLine: 'Beijing',
					firstLineSuperscript: '+1',
				},
				clickAction: openApp,
			},
		},
	}),
	liveViewWithoutStatus: liveView({
		activityId: 31,
		operation: 0,
		event: 'DELIVERY',
		subEvent: 'FOOD',
		activityData: {
			notificationData: {
				type: 4,
				contentTitle: 'Courier on the way',
				contentText: [{ text: 'About 15 minutes' }],
				singleTextBlock: {
					firstLine: 'Pickup code',
					secondLine: '5821',
					underlineColor: '#FF0A59F7',
				},
				descPic: 'meal.png',
				clickAction: openApp,
			},
			capsuleData: {
				type: 3,
				status: 1,
				icon: 'meal.svg',
				bgColor: '#FF64BB5C',
				progress: { max: 4, progress: 2, indeterminate: true },
			},
		},
	}),
	liveViewUpdate: liveView({
		activityId: 880017,
		operation: 1,
		event: 'TAXI',
		status: 'DRIVER_ARRIVE',
		version: 3,
		mute: false,
		activityData: {
			notificationData: {
				type: 4,
				contentTitle: '{{status}}',
				contentText: [{ text: 'White sedan' }],
				singleTextBlock: { firstLine: 'Plate', secondLine: 'B 12345' },
				extend: { type: 0 },
				clickAction: openApp,
			},
		},
	}),
	liveViewEnd: liveView({
		activityId: 880017,
		operation: 2,
		event: 'TAXI',
		status: 'COMPLETED',
		version: 9,
		activityData: {
			notificationData: {
				type: 4,
				keepTime: 600,
				contentTitle: '{{status}}',
				contentText: [{ text: 'Thank you' }],
				singleTextBlock: { firstLine: 'Total', secondLine: '42.00' },
				clickAction: openApp,
			},
		},
	}),
	liveViewGeofence: liveView({
		activityId: 55,
		operation: 4,
		event: 'EXPRESS',
		activityData: {
			notificationData: {
				type: 4,
				contentTitle: 'Parcel nearby',
				contentText: [{ text: 'Locker 7' }],
				singleTextBlock: { firstLine: 'Code', secondLine: '993-210' },
				descPic: 'box.png',
				clickAction: openApp,
			},
		},
		trigger: {
			type: 1,
			displayTime: 600,
			condition: {
				longitude: 113.93,
				latitude: 22.54,
				coordinateSystemType: 2,
				monitorEvent: 1,
				radius: 300,
				delayTime: 10,
			},
		},
	}),
} as const satisfies Record<string, SendExample<LiveViewPayload>>;
