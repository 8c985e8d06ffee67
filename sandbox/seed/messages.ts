/** A request as the seed posts it. */
export interface SeedMessage {
	pushType: number;
	body: object;
}

const openApp = { actionType: 0 };
const LIN = 'LIN-phone-7Qm2vXc9';
const MEI = 'MEI-tablet-3fKd81Lp';
const WANG = 'WANG-phone-gone-55Tz';

/** A token that the seed lets be refused, and one whose app is gone. */
export const SEED_FATES: Readonly<Record<string, object>> = {
	'ELENA-old-token-0000': { fate: 'refused', reason: 'tokenFormatError' },
	[WANG]: { fate: 'appUninstalled' },
};

/** One example of every message type but live views. */
export const SEED_MESSAGES: readonly SeedMessage[] = [
	{
		pushType: 0,
		body: {
			payload: {
				notification: {
					category: 'MARKETING',
					title: 'Weekend offers',
					body: 'Three new deals near you, until Sunday evening',
					image: 'https://cdn.example.com/offers/weekend.png',
					notifyId: 1201,
					clickAction: openApp,
				},
			},
			pushOptions: { biTag: 'weekend-48' },
			target: { token: [LIN, MEI, WANG, 'ELENA-old-token-0000'] },
		},
	},
	{
		pushType: 0,
		body: {
			payload: {
				notification: {
					category: 'WORK',
					title: 'Approval waiting',
					body: 'Purchase order 4711 needs your decision',
					style: 3,
					inboxContent: ['Order 4711 by Li Na', 'Amount 1,200.00 CNY', 'Due tomorrow at noon'],
					notifyId: 4711,
					appMessageId: 'order-4711',
					clickAction: { actionType: 1, action: 'com.example.action.APPROVE' },
					badge: { addNum: 1 },
					sound: 'ping.mp3',
					soundDuration: 5,
				},
			},
			pushOptions: { biTag: 'orders' },
			target: { token: [LIN] },
		},
	},
	{
		pushType: 0,
		body: { payload: { notification: { badge: { setNum: 12 } } }, target: { token: [LIN] } },
	},
	{
		pushType: 1,
		body: {
			payload: {
				moduleName: 'entry',
				abilityName: 'OrderFormAbility',
				formName: 'orderCard',
				formId: 1203344556,
				version: 42,
				formData: { eta: '12 min', stops: 3, courier: 'Chen', order: 'A-77' },
				images: [{ keyName: 'map', url: 'https://cdn.example.com/maps/42.png', require: 0 }],
			},
			target: { token: [LIN] },
		},
	},
	{
		pushType: 2,
		body: {
			payload: {
				extraData: '{"amount":"18.50","currency":"CNY"}',
				notification: {
					category: 'PLAY_VOICE',
					title: 'Payment received',
					body: '18.50 CNY from table 6',
					notifyId: 900,
					clickAction: openApp,
				},
			},
			target: { token: [MEI] },
		},
	},
	{
		pushType: 6,
		body: {
			payload: { extraData: '{"configVersion":17,"theme":"spring"}', proxyData: 'ENABLE' },
			target: { token: [LIN, MEI] },
		},
	},
	{
		pushType: 10,
		body: {
			payload: { extraData: '{"scene":"video","room":"r-77"}' },
			pushOptions: { ttl: 45 },
			target: { token: [LIN] },
		},
	},
	{
		pushType: 0,
		body: {
			payload: {
				notification: {
					category: 'MISS_CALL',
					title: 'Missed call',
					body: 'Lin called at 14:02',
					appMessageId: 'call-r77',
					overlayIcon: 'https://cdn.example.com/faces/lin.webp',
					clickAction: openApp,
				},
			},
			target: { token: [MEI] },
		},
	},
	{
		pushType: 0,
		body: {
			payload: { notification: { category: 'EXPRESS', title: 'Parcel', clickAction: openApp } },
			target: { token: [LIN] },
		},
	},
];

/** Withdraws the first message from one of its devices. */
export const SEED_REVOCATION: SeedMessage = { pushType: 0, body: { notifyId: 1201, token: [MEI] } };
