/** One request body of every kind, small and legal: what the node must be able to send. */

import type { BackgroundPayload } from '../../push-kit/message/background';
import type { BadgePayload } from '../../push-kit/message/badge';
import type { VoIPCallPayload } from '../../push-kit/message/call';
import type { FormUpdatePayload } from '../../push-kit/message/form';
import type { AlertPayload } from '../../push-kit/message/notification';
import type { ExtensionPayload } from '../../push-kit/message/textToSpeech';
import { LIVE_VIEW_EXAMPLES } from './liveViewBodies';
import { openApp, send, TOKEN_A, TOKEN_B, type SendExample } from './sendExample';

export { TOKEN_A, TOKEN_B, type SendExample };

/** By name; the order is that of section 17 of the reference. */
export const SEND_EXAMPLES = {
	smallNotification: send<AlertPayload>('notification', 0, {
		notification: {
			category: 'MARKETING',
			title: 'Weekend offers',
			body: 'Three new deals near you',
			clickAction: openApp,
		},
	}),
	fullNotification: send<AlertPayload>(
		'notification',
		0,
		{
			notification: {
				category: 'WORK',
				title: 'Approval waiting',
				body: 'Purchase order 4711 needs your decision',
				style: 3,
				inboxContent: ['Order 4711', 'Amount 1200', 'Due tomorrow'],
				image: 'https://cdn.example.com/icons/order.png',
				notifyId: 4711,
				appMessageId: 'order-4711_rev2',
				profileId: 'a1b2c3',
				clickAction: {
					actionType: 1,
					action: 'com.example.action.APPROVE',
					data: { orderId: '4711' },
				},
				badge: { addNum: 1 },
				sound: 'ping.mp3',
				soundDuration: 5,
				foregroundShow: false,
			},
		},
		{
			pushOptions: { testMessage: true, ttl: 3600, biTag: 'orders-2026-09', collapseKey: 7 },
			token: [TOKEN_A, TOKEN_B],
		},
	),
	priorityNotification: send<AlertPayload>('notification', 0, {
		notification: {
			category: 'IM',
			title: 'Lin',
			body: 'Are you coming?',
			overlayIcon: 'https://cdn.example.com/avatars/lin.webp',
			priorityScene: 'AT_ME',
			clickAction: { actionType: 1, uri: 'https://chat.example.com/room/5' },
		},
	}),
	badge: send<BadgePayload>('badge', 0, { notification: { badge: { setNum: 12 } } }),
	form: send<FormUpdatePayload>(
		'form',
		1,
		{
			moduleName: 'entry',
			abilityName: 'OrderFormAbility',
			formName: 'orderCard',
			formId: 1203344556,
			version: 42,
			formData: { eta: '12 min', stops: 3 },
			images: [{ keyName: 'map', url: 'https://cdn.example.com/maps/42.png', require: 0 }],
		},
		{ pushOptions: { ttl: 600 } },
	),
	textToSpeech: send<ExtensionPayload>('textToSpeech', 2, {
		extraData: '{"amount":"18.50","currency":"CNY"}',
		notification: {
			category: 'PLAY_VOICE',
			title: 'Payment received',
			body: '18.50 CNY from table 6',
			notifyId: 900,
			clickAction: openApp,
		},
	}),
	background: send<BackgroundPayload>('background', 6, {
		extraData: '{"configVersion":17}',
		proxyData: 'ENABLE',
	}),
	...LIVE_VIEW_EXAMPLES,
	call: send<VoIPCallPayload>(
		'call',
		10,
		{ extraData: '{"scene":"video","room":"r-77"}' },
		{ pushOptions: { ttl: 45 } },
	),
	missedCall: send<AlertPayload>(
		'notification',
		0,
		{
			notification: {
				category: 'MISS_CALL',
				title: 'Missed call',
				body: 'Lin called at 14:02',
				appMessageId: 'call-r77',
				clickAction: openApp,
			},
		},
		{ pushOptions: { ttl: 43200 } },
	),
} as const satisfies Record<string, SendExample>;

/** Requests to the other two endpoints. */
export const REVOKE_EXAMPLE = {
	endpoint: 'revoke',
	pushType: 0,
	body: { notifyId: 4711, token: [TOKEN_A, TOKEN_B] },
} as const;

export const VERIFY_EXAMPLE = {
	endpoint: 'verify',
	pushType: 0,
	body: { imageUrl: 'https://cdn.example.com/icons/order.png' },
} as const;
