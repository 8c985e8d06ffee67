import type { Body } from './bodies';

const target = { token: ['TOKEN_A'] };
const clickAction = { actionType: 0 };

/** Live views of every operation and of every layout. */
export const LIVE_VIEW_BODIES = {
	createProgress: {
		payload: {
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
					clickAction,
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
		pushOptions: { ttl: 300 },
		target,
	},
	createLeftRight: {
		payload: {
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
					clickAction,
				},
			},
		},
		target,
	},
	createEmphasisedText: {
		payload: {
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
					clickAction,
				},
				capsuleData: {
					type: 3,
					status: 1,
					icon: 'meal.svg',
					bgColor: '#FF64BB5C',
					progress: { max: 4, progress: 2, indeterminate: true },
				},
			},
		},
		target,
	},
	createMatch: {
		payload: {
			activityId: 32,
			operation: 0,
			event: 'QUEUE',
			activityData: {
				notificationData: {
					type: 7,
					contentTitle: 'Tables',
					contentText: [{ text: 'Two ahead' }],
					game: {
						host: { icon: 'a.png', name: 'A', score: '1' },
						guest: { icon: 'b.png', name: 'B', score: '2' },
						competition: { desc: 'Half', time: '45:00' },
					},
					clickAction,
				},
				externalData: { type: 1, bgImage: 'bg.png', title: 'Queue', body: [{ text: '2 left' }] },
			},
		},
		target,
	},
	createCustomCard: {
		payload: {
			activityId: 33,
			operation: 0,
			event: 'TRADE',
			activityData: {
				notificationData: {
					type: 100,
					contentTitle: 'Trade',
					contentText: [{ text: 'Open' }],
					CustomLayout: { abilityName: 'TradeAbility', abilityParameters: { code: '1' } },
					clickAction,
				},
			},
		},
		target,
	},
	update: {
		payload: {
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
					clickAction,
				},
			},
		},
		target,
	},
	end: {
		payload: {
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
					clickAction,
				},
			},
		},
		target,
	},
	geofence: {
		payload: {
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
					clickAction,
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
		},
		target,
	},
} satisfies Record<string, Body>;
