import type { IDataObject } from 'n8n-workflow';

import type { SEND_EXAMPLES } from './bodies';

/** What an operator fills in to get each body of `bodies.ts` out of the form. */
export interface FormExample {
	resource: string;
	operation: string;
	parameters: IDataObject;
}

/** The bodies have no ID of ours. */
const NO_ID = { notifyIdMode: 'none' };

const form = (resource: string, operation: string, parameters: IDataObject): FormExample => ({
	resource,
	operation,
	parameters,
});

export const FORM_EXAMPLES: Record<keyof typeof SEND_EXAMPLES, FormExample> = {
	smallNotification: form('notification', 'send', {
		title: 'Weekend offers',
		body: 'Three new deals near you',
		additionalFields: NO_ID,
	}),
	fullNotification: form('notification', 'send', {
		category: 'WORK',
		title: 'Approval waiting',
		body: 'Purchase order 4711 needs your decision',
		delivery: 'test',
		image: 'https://cdn.example.com/icons/order.png',
		actionType: 1,
		action: 'com.example.action.APPROVE',
		uri: '',
		data: '{"orderId":"4711"}',
		additionalFields: {
			style: 3,
			inboxContent: 'Order 4711\nAmount 1200\nDue tomorrow',
			notifyIdMode: 'fixed',
			notifyId: 4711,
			appMessageId: 'order-4711_rev2',
			profileId: 'a1b2c3',
			addNum: 1,
			sound: 'ping.mp3',
			soundDuration: 5,
			foregroundShow: false,
		},
		options: { ttl: 3600, biTag: 'orders-2026-09', collapseKey: 7 },
	}),
	priorityNotification: form('notification', 'send', {
		category: 'IM',
		title: 'Lin',
		body: 'Are you coming?',
		actionType: 1,
		uri: 'https://chat.example.com/room/5',
		additionalFields: {
			...NO_ID,
			overlayIcon: 'https://cdn.example.com/avatars/lin.webp',
			priorityScene: 'AT_ME',
		},
	}),
	badge: form('badge', 'update', { setNum: 12 }),
	form: form('form', 'update', {
		moduleName: 'entry',
		abilityName: 'OrderFormAbility',
		formName: 'orderCard',
		formId: 1203344556,
		formData: '{"eta":"12 min","stops":3}',
		additionalFields: {
			versionMode: 'fixed',
			version: 42,
			images: {
				image: { keyName: 'map', url: 'https://cdn.example.com/maps/42.png', require: 0 },
			},
		},
		options: { ttl: 600 },
	}),
	textToSpeech: form('textToSpeech', 'send', {
		title: 'Payment received',
		body: '18.50 CNY from table 6',
		extraData: '{"amount":"18.50","currency":"CNY"}',
		additionalFields: NO_ID,
	}),
	background: form('background', 'send', {
		extraData: '{"configVersion":17}',
		additionalFields: { proxyData: true },
	}),
	liveViewProgress: form('liveView', 'create', {
		type: 3,
		activityId: 880017,
		event: 'TAXI',
		status: 'CALLING',
		contentTitle: '[status]',
		contentText: 'Looking for a car nearby',
		progress: 10,
		nodeIcons: 'start.png, end.png',
		richProgress: { type: 1, indicatorType: 2, indicatorIcon: 'car.png' },
		extend: { type: 2, text: 'Cancel', actionType: 3 },
		capsuleData: {
			type: 1,
			status: 1,
			icon: 'car.svg',
			bgColor: '#FF0A59F7',
			title: 'Calling',
			content: 'Please wait',
		},
		additionalFields: { mute: true },
		options: { ttl: 300 },
	}),
	liveViewLeftRight: form('liveView', 'create', {
		type: 5,
		activityId: -5,
		event: 'FLIGHT',
		status: 'WAITING_FOR_CHECK_IN',
		flightNo: 'XX1234',
		contentTitle: '[flightNo] [status]',
		contentText: 'Counter opens at 09:30',
		spaceType: 1,
		spaceText: '2h 10m',
		firstTextBlock: { lines: { firstLine: '10:40', secondLine: 'Shenzhen' } },
		lastTextBlock: {
			lines: { firstLine: '00:50', secondLine: 'Beijing', firstLineSuperscript: '+1' },
		},
		additionalFields: { foregroundColor: '#FF0A59F7' },
	}),
	liveViewWithoutStatus: form('liveView', 'create', {
		type: 4,
		activityId: 31,
		event: 'DELIVERY',
		contentTitle: 'Courier on the way',
		contentText: 'About 15 minutes',
		firstLine: 'Pickup code',
		secondLine: '5821',
		descPic: 'meal.png',
		capsuleData: {
			type: 3,
			icon: 'meal.svg',
			bgColor: '#FF64BB5C',
			max: 4,
			progress: 2,
			indeterminate: true,
		},
		additionalFields: { subEvent: 'FOOD', underlineColor: '#FF0A59F7' },
	}),
	liveViewUpdate: form('liveView', 'update', {
		type: 4,
		activityId: 880017,
		event: 'TAXI',
		status: 'DRIVER_ARRIVE',
		contentTitle: '[status]',
		contentText: 'White sedan',
		firstLine: 'Plate',
		secondLine: 'B 12345',
		extend: { type: 0 },
		additionalFields: { versionMode: 'fixed', version: 3, mute: false },
	}),
	liveViewEnd: form('liveView', 'end', {
		type: 4,
		activityId: 880017,
		event: 'TAXI',
		status: 'COMPLETED',
		contentTitle: '[status]',
		contentText: 'Thank you',
		firstLine: 'Total',
		secondLine: '42.00',
		additionalFields: { versionMode: 'fixed', version: 9, keepTime: 600 },
	}),
	liveViewGeofence: form('liveView', 'scheduleCreate', {
		type: 4,
		activityId: 55,
		event: 'EXPRESS',
		contentTitle: 'Parcel nearby',
		contentText: 'Locker 7',
		firstLine: 'Code',
		secondLine: '993-210',
		descPic: 'box.png',
		trigger: {
			geofence: {
				longitude: 113.93,
				latitude: 22.54,
				coordinateSystemType: 2,
				monitorEvent: 1,
				radius: 300,
				delayTime: 10,
				displayTime: 600,
			},
		},
	}),
	call: form('call', 'ring', {
		extraData: '{"scene":"video","room":"r-77"}',
		options: { ttl: 45 },
	}),
	missedCall: form('call', 'sendMissedCall', {
		title: 'Missed call',
		body: 'Lin called at 14:02',
		additionalFields: { ...NO_ID, appMessageId: 'call-r77' },
		options: { ttl: 43200 },
	}),
};
