import {
	BODIES,
	change,
	LIVE_VIEW_BODIES,
	makeTokens,
	type Body,
} from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';

const { client } = useClient();

const MAX_INT = 2_147_483_647;

/** Values that just fit, each at its path. */
type Fitting = Array<[path: string, ...values: unknown[]]>;

const COMMON: Fitting = [
	['pushOptions', { ttl: 0 }, { ttl: 1_296_000 }, { collapseKey: -1 }, { collapseKey: 100 }],
	['pushOptions', { biTag: `${'界'.repeat(21)}x` }, { receiptId: 'r' }, null],
	['target.token', makeTokens(1), makeTokens(1000)],
];

const NOTIFICATION: Fitting = [
	['badge', { addNum: 1 }, { addNum: 99 }, { setNum: 0 }, { setNum: 99 }, {}],
	['notifyId', -1, 0, MAX_INT],
	['appMessageId', 'x', 'x'.repeat(64), 'aZ09+/=-_ \t'],
	['profileId', '', 'x'.repeat(64)],
	['soundDuration', 1, 60],
	['clickAction', { actionType: 1, action: 'a' }, { actionType: 1, uri: 'u' }],
	['image', 'https://cdn.example.com/a.png', 'HTTPS://cdn.example.com/a.png'],
	['style', 0],
];

const FORM: Fitting = [
	['version', 0, MAX_INT],
	['formId', 0, MAX_INT, Number.MAX_SAFE_INTEGER],
	['formData', {}, { a: Number.MAX_SAFE_INTEGER, b: -Number.MAX_SAFE_INTEGER, c: false, d: '' }],
	['images', [], [{ keyName: 'k', url: 'https://x.example/a.png', require: 1 }], [{ require: 0 }]],
];

const LIVE_VIEW_UPDATE: Fitting = [
	['activityId', -2_147_483_648, 0, MAX_INT],
	['version', 0, MAX_INT],
	['subEvent', 'A_b9'],
	['activityData.notificationData.type', 3, 5, 7, -1],
	['activityData.notificationData.keepTime', 0, 3600],
	['activityData.notificationData.contentTitle', 'x'.repeat(1024)],
	[
		'activityData.notificationData.contentText',
		[{ text: 'x'.repeat(512) }, { text: 'y'.repeat(512) }],
	],
	['activityData.notificationData.singleTextBlock.firstLine', 'x'.repeat(128)],
	[
		'activityData.notificationData.extend',
		{ type: 1, text: 't' },
		{ type: 3, image: 'i.png' },
		{ type: 4, pic: 'i.png', imageUrl: 'https://x.example/i.png' },
		...[{ actionType: 0 }, { actionType: 1, uri: 'u' }, { actionType: 3 }].map((clickAction) => ({
			clickAction,
		})),
		...['0', '+86-10 1234#567 8901', '12345678901234567890'].map((tel) => ({
			clickAction: { actionType: 5, data: { tel } },
		})),
	],
];

const PROGRESS: Fitting = [
	['progress', 0, 100],
	['nodeIcons', ['a', 'b'], ['a', 'b', 'c', 'd', 'e']],
	['type', 0, 2],
	['indicatorType', 0, 1],
	['color', '#ff0a59f7'],
];

const CAPSULE: Fitting = [
	['title', 'x'.repeat(128)],
	['content', 'x'.repeat(128)],
	['status', -1],
	['remind', 'FLIP', 'NEW_WORD'],
	['bgColor', '#FF000001'],
];

const CAPSULE_PROGRESS: Fitting = [
	['progress', 0, 4],
	['max', 2, MAX_INT],
	['indeterminate', false],
];

const TRIGGER: Fitting = [
	['displayTime', 15, 1800],
	['condition.radius', 200, 2000],
	['condition.delayTime', 0, 300],
	['condition.monitorEvent', 2],
	['condition.longitude', 0, 179.999, -179.999],
	['condition.latitude', 0, 89.999, -89.999],
	[
		'condition',
		...[180, -180].map((longitude) => ({
			longitude,
			latitude: longitude / 2,
			coordinateSystemType: 1,
			monitorEvent: 1,
			radius: 200,
		})),
	],
];

type Row = [where: string, value: string, pushType: number, body: Body];

function list(pushType: number, body: Body, prefix: string, fitting: Fitting): Row[] {
	return fitting.flatMap(([path, ...values]) =>
		values.map((value): Row => {
			const where = prefix ? `${prefix}.${path}` : path;
			const shown = JSON.stringify(value);
			return [where, shown.slice(0, 40), pushType, change(body, { [where]: value })];
		}),
	);
}

const { createProgress, createEmphasisedText, createCustomCard, update, geofence } =
	LIVE_VIEW_BODIES;
const CARD = 'payload.activityData.notificationData.CustomLayout';
const pairs = Object.fromEntries(makeTokens(50).map((name) => [name, 'v']));

describe('values that just fit', () => {
	it.each([
		...list(0, BODIES.notification, '', COMMON),
		...list(0, BODIES.notification, 'payload.notification', NOTIFICATION),
		...list(0, BODIES.badge, 'payload.notification.badge', [['setNum', 0, 99]]),
		...list(1, BODIES.form, 'payload', FORM),
		...list(2, BODIES.textToSpeech, '', COMMON),
		...list(6, BODIES.background, 'payload', [['extraData', '']]),
		...list(7, update, 'payload', LIVE_VIEW_UPDATE),
		...list(7, createProgress, 'payload.activityData.notificationData.richProgress', PROGRESS),
		...list(7, createProgress, 'payload.activityData.capsuleData', CAPSULE),
		...list(7, createEmphasisedText, 'payload.activityData.capsuleData.progress', CAPSULE_PROGRESS),
		...list(7, createCustomCard, CARD, [
			['abilityName', 'x'.repeat(127)],
			['abilityParameters', pairs],
		]),
		...list(7, geofence, 'payload.trigger', TRIGGER),
		...list(7, geofence, 'payload', [['operation', 6]]),
	])('%s takes %s', async (_where, _value, pushType, body) => {
		const { data } = await client.send(body, pushType);
		expect(data).toMatchObject({ code: '80000000', msg: 'Success' });
	});

	it('style 1 takes both big texts, style 3 takes one line and three long ones', async () => {
		const styled = async (members: object) => {
			const { notification } = BODIES.notification.payload;
			const payload = { notification: { ...notification, ...members } };
			return (await client.send({ ...BODIES.notification, payload })).data.code;
		};
		expect(await styled({ style: 1, bigTitle: 'T', bigBody: 'B' })).toBe('80000000');
		expect(await styled({ style: 3, inboxContent: ['one'] })).toBe('80000000');
		const long = 'x'.repeat(1024);
		expect(await styled({ style: 3, inboxContent: [long, long, long] })).toBe('80000000');
	});

	it('a test message takes 10 tokens, a form one', async () => {
		const pushOptions = { testMessage: true };
		const ten = change(BODIES.notification, { pushOptions, 'target.token': makeTokens(10) });
		expect((await client.send(ten)).data.code).toBe('80000000');
		const one = change(BODIES.form, { pushOptions });
		expect((await client.send(one, 1)).data.code).toBe('80000000');
	});

	it('a revocation takes 1000 tokens and the largest notifyId', async () => {
		const { data } = await client.revoke({ notifyId: MAX_INT, token: makeTokens(1000) });
		expect(data.code).toBe('80000000');
		expect((await client.revoke({ notifyId: 0, token: ['A'] })).data.code).toBe('80000000');
	});
});
