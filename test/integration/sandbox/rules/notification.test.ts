import { BODIES, change, type Body } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';
import { itRefuses, PAYLOAD, type Fault } from './hardFaults';

const { client } = useClient();

const { notification, badge } = BODIES;

/** A notification with other members; undefined takes one away. */
function notify(members: Record<string, unknown>): Body {
	const changes = Object.entries(members).map(([name, value]) => [
		`payload.notification.${name}`,
		value,
	]);
	return change(notification, Object.fromEntries(changes) as Record<string, unknown>);
}

const NOTIFICATION: Fault[] = [
	...['category', 'title', 'body', 'clickAction'].map(
		(name): Fault => [`no ${name}`, 0, notify({ [name]: undefined }), PAYLOAD, new RegExp(name)],
	),
	[
		'no notification',
		0,
		change(notification, { payload: {} }),
		PAYLOAD,
		/notification is required/,
	],
	...['TODO', 'LOCATION', 'SOCIAL', 'RECOMMEND', 'SERVICE', 'marketing', ' WORK', 'toString'].map(
		(category): Fault => [
			`the category "${category}"`,
			0,
			notify({ category }),
			PAYLOAD,
			/^invalid category$/,
		],
	),
	['PLAY_VOICE on push-type 0', 0, notify({ category: 'PLAY_VOICE' }), PAYLOAD, /invalid category/],
	['an empty title', 0, notify({ title: '' }), PAYLOAD, /title/],
	['a title that is a number', 0, notify({ title: 5 }), PAYLOAD, /title must be a string/],
	['addNum 0', 0, notify({ badge: { addNum: 0 } }), PAYLOAD, /badge addNum value ranges from 1/],
	[
		'addNum 100',
		0,
		notify({ badge: { addNum: 100 } }),
		PAYLOAD,
		/addNum value ranges from 1 to 99$/,
	],
	['setNum -1', 0, notify({ badge: { setNum: -1 } }), PAYLOAD, /setNum/],
	['setNum 100', 0, notify({ badge: { setNum: 100 } }), PAYLOAD, /setNum/],
	['setNum 1.5', 0, notify({ badge: { setNum: 1.5 } }), PAYLOAD, /integer/],
	['style 2', 0, notify({ style: 2 }), PAYLOAD, /style/],
	['style 3 without inboxContent', 0, notify({ style: 3 }), PAYLOAD, /inboxContent/],
	['style 3 with no line', 0, notify({ style: 3, inboxContent: [] }), PAYLOAD, /inboxContent/],
	[
		'style 3 with 4 lines',
		0,
		notify({ style: 3, inboxContent: ['1', '2', '3', '4'] }),
		PAYLOAD,
		/inboxContent size/,
	],
	[
		'style 3 with a line of 1025',
		0,
		notify({ style: 3, inboxContent: ['ok', 'x'.repeat(1025)] }),
		PAYLOAD,
		/inboxContent\[1\]/,
	],
	['style 1 without bigTitle', 0, notify({ style: 1, bigBody: 'b' }), PAYLOAD, /bigTitle/],
	['style 1 without bigBody', 0, notify({ style: 1, bigTitle: 't' }), PAYLOAD, /bigBody/],
	['actionType 1 alone', 0, notify({ clickAction: { actionType: 1 } }), PAYLOAD, /action/],
	['actionType 3', 0, notify({ clickAction: { actionType: 3 } }), PAYLOAD, /actionType/],
	[
		'actionType 5',
		0,
		notify({ clickAction: { actionType: 5, data: { tel: '10086' } } }),
		PAYLOAD,
		/actionType/,
	],
	['no actionType', 0, notify({ clickAction: {} }), PAYLOAD, /actionType is required/],
	['image over http', 0, notify({ image: 'http://x.example/a.png' }), PAYLOAD, /image .*https/],
	[
		'overlayIcon over http',
		0,
		notify({ overlayIcon: 'http://x.example/a.png' }),
		PAYLOAD,
		/overlay/,
	],
	['an empty appMessageId', 0, notify({ appMessageId: '' }), PAYLOAD, /appMessageId/],
	['appMessageId of 65', 0, notify({ appMessageId: 'x'.repeat(65) }), PAYLOAD, /appMessageId/],
	['appMessageId with a dot', 0, notify({ appMessageId: 'a.b' }), PAYLOAD, /appMessageId/],
	['profileId of 65', 0, notify({ profileId: 'x'.repeat(65) }), PAYLOAD, /profileId/],
	['soundDuration 0', 0, notify({ sound: 'a.mp3', soundDuration: 0 }), PAYLOAD, /soundDuration/],
	['soundDuration 61', 0, notify({ sound: 'a.mp3', soundDuration: 61 }), PAYLOAD, /soundDuration/],
	['notifyId -2', 0, notify({ notifyId: -2 }), PAYLOAD, /notifyId/],
	['notifyId 2^31', 0, notify({ notifyId: 2 ** 31 }), PAYLOAD, /notifyId/],
	['notifyId as text', 0, notify({ notifyId: '7' }), PAYLOAD, /notifyId/],
	['foregroundShow as text', 0, notify({ foregroundShow: 'no' }), PAYLOAD, /foregroundShow/],
	[
		'a badge with a title',
		0,
		change(badge, { 'payload.notification.title': 'T' }),
		PAYLOAD,
		/category/,
	],
	[
		'a badge with a body',
		0,
		change(badge, { 'payload.notification.body': 'B' }),
		PAYLOAD,
		/category/,
	],
	[
		'a badge without setNum',
		0,
		change(badge, { 'payload.notification.badge': { addNum: 1 } }),
		PAYLOAD,
		/setNum is required/,
	],
];

itRefuses(NOTIFICATION, () => client);

it('can refuse PLAY_VOICE outside push-type 2 token by token, as the documents say', async () => {
	await client.rest('PUT', 'settings', { misplacedPlayVoice: 'notSupportPlayVoice' });
	const body = change(notify({ category: 'PLAY_VOICE' }), { 'target.token': ['A', 'B'] });
	const { status, data } = await client.send(body);
	await client.rest('PUT', 'settings', { misplacedPlayVoice: '80100003' });
	expect([status, data.code]).toEqual([200, '80300007']);
	expect(JSON.parse(data.msg)).toEqual({
		failure: 2,
		illegalTokens: { notSupportPlayVoice: ['A', 'B'] },
	});
});
