/** A request body as a test builds and changes it. */
export interface Body {
	[name: string]: unknown;
}

/** Sets the value at a path such as `payload.images.0.url`; `undefined` takes the member away. */
export function change(body: Body, changes: Record<string, unknown>): Body {
	const copy = structuredClone(body);
	for (const [path, value] of Object.entries(changes)) {
		const names = path.split('.');
		const last = names.pop() ?? '';
		let parent: Body = copy;
		for (const name of names) {
			const next = parent[name];
			if (typeof next !== 'object' || next === null) throw new Error(`no ${name} in ${path}`);
			parent = next as Body;
		}
		if (value === undefined) delete parent[last];
		else parent[last] = value;
	}
	return copy;
}

export function withTokens(body: Body, tokens: readonly string[]): Body {
	return change(body, { target: { token: tokens } });
}

export function makeTokens(count: number, prefix = 'TOKEN'): string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}_${index}`);
}

const target = { token: ['TOKEN_A'] };
const clickAction = { actionType: 0 };

/** Example bodies of every message type, each with its push-type: whatever they hold is legal. */
export const BODIES = {
	notification: {
		payload: {
			notification: {
				category: 'MARKETING',
				title: 'Weekend offers',
				body: 'Three new deals near you',
				clickAction,
			},
		},
		target,
	},
	notificationWithOptions: {
		payload: {
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
		pushOptions: { testMessage: true, ttl: 3600, biTag: 'orders-2026-09', collapseKey: 7 },
		target: { token: ['TOKEN_A', 'TOKEN_B'] },
	},
	priorityNotification: {
		payload: {
			notification: {
				category: 'IM',
				title: 'Lin',
				body: 'Are you coming?',
				overlayIcon: 'https://cdn.example.com/avatars/lin.webp',
				priorityScene: 'AT_ME',
				clickAction: { actionType: 1, uri: 'https://chat.example.com/room/5' },
			},
		},
		target,
	},
	badge: { payload: { notification: { badge: { setNum: 12 } } }, target },
	form: {
		payload: {
			moduleName: 'entry',
			abilityName: 'OrderFormAbility',
			formName: 'orderCard',
			formId: 1203344556,
			version: 42,
			formData: { eta: '12 min', stops: 3 },
			images: [{ keyName: 'map', url: 'https://cdn.example.com/maps/42.png', require: 0 }],
		},
		pushOptions: { ttl: 600 },
		target,
	},
	textToSpeech: {
		payload: {
			extraData: '{"amount":"18.50","currency":"CNY"}',
			notification: {
				category: 'PLAY_VOICE',
				title: 'Payment received',
				body: '18.50 CNY from table 6',
				notifyId: 900,
				clickAction,
			},
		},
		target,
	},
	background: {
		payload: { extraData: '{"configVersion":17}', proxyData: 'ENABLE' },
		target,
	},
	call: {
		payload: { extraData: '{"scene":"video","room":"r-77"}' },
		pushOptions: { ttl: 45 },
		target,
	},
	missedCall: {
		payload: {
			notification: {
				category: 'MISS_CALL',
				title: 'Missed call',
				body: 'Lin called at 14:02',
				appMessageId: 'call-r77',
				clickAction,
			},
		},
		pushOptions: { ttl: 43200 },
		target,
	},
	location: { payload: { extraData: 'anything' }, target },
} satisfies Record<string, Body>;

/** Revoke and image check, which go to URLs of their own. */
export const REVOKE_BODY = { notifyId: 4711, token: ['TOKEN_A', 'TOKEN_B'] };
export const IMAGE_BODY = { imageUrl: 'https://cdn.example.com/icons/order.png' };
