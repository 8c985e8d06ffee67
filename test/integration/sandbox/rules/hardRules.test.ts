import type { Sandbox } from '../../../../sandbox/server';
import { BODIES, change, makeTokens, type Body } from '../../../builders/sandbox/bodies';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
	sandbox = await startTestSandbox();
	client = new Client(sandbox);
});
afterAll(async () => await sandbox.close());

const PAYLOAD = '80100003';
const PARAMETER = '80100001';

type Row = [name: string, pushType: number | string, body: Body, code: string, tip: RegExp];

const { notification, badge, form, textToSpeech, background, call } = BODIES;

/** A notification with other members; undefined takes one away. */
function notify(members: Record<string, unknown>): Body {
	const changes = Object.entries(members).map(([name, value]) => [
		`payload.notification.${name}`,
		value,
	]);
	return change(notification, Object.fromEntries(changes) as Record<string, unknown>);
}

const options = (pushOptions: object) => change(notification, { pushOptions });
const tokens = (body: Body, count: number, testMessage = false) =>
	change(body, { target: { token: makeTokens(count) }, pushOptions: { testMessage } });

const HEADER_AND_TARGET: Row[] = [
	['a push-type that does not exist', 3, notification, PAYLOAD, /valid push-type/],
	['a push-type that is a word', 'alert', notification, PAYLOAD, /valid push-type/],
	['an empty push-type', '', notification, PAYLOAD, /valid push-type/],
	['no payload', 0, change(notification, { payload: undefined }), PAYLOAD, /payload is required/],
	['no target', 0, change(notification, { target: undefined }), PARAMETER, /target is required/],
	['no tokens', 0, change(notification, { 'target.token': undefined }), PARAMETER, /token/],
	[
		'a token that is a number',
		0,
		change(notification, { 'target.token': [7] }),
		PARAMETER,
		/token/,
	],
	['0 tokens', 0, tokens(notification, 0), '80300010', /0 tokens/],
	['1001 tokens', 0, tokens(notification, 1001), '80300010', /1001 tokens/],
	['2 tokens of a form', 1, tokens(form, 2), '80300010', /2 tokens/],
	['11 tokens of a test', 0, tokens(notification, 11, true), '80300030', /11 tokens/],
	['2 tokens of a form test', 1, tokens(form, 2, true), '80300030', /2 tokens/],
];

const PUSH_OPTIONS: Row[] = [
	['ttl above 15 days', 0, options({ ttl: 1_296_001 }), PARAMETER, /ttl/],
	['ttl below 0', 0, options({ ttl: -1 }), '80100004', /ttl/],
	['ttl as text', 0, options({ ttl: '60' }), PARAMETER, /ttl/],
	['collapseKey -2', 0, options({ collapseKey: -2 }), PARAMETER, /collapseKey/],
	['collapseKey 101', 0, options({ collapseKey: 101 }), PARAMETER, /collapseKey/],
	['biTag of 65 bytes', 0, options({ biTag: `${'界'.repeat(21)}xx` }), PARAMETER, /64 bytes/],
	['testMessage as text', 0, options({ testMessage: 'true' }), PARAMETER, /testMessage/],
];

const NOTIFICATION: Row[] = [
	...['category', 'title', 'body', 'clickAction'].map(
		(name): Row => [`no ${name}`, 0, notify({ [name]: undefined }), PAYLOAD, new RegExp(name)],
	),
	[
		'no notification',
		0,
		change(notification, { payload: {} }),
		PAYLOAD,
		/notification is required/,
	],
	...['TODO', 'LOCATION', 'SOCIAL', 'RECOMMEND', 'SERVICE', 'marketing', ' WORK', 'toString'].map(
		(category): Row => [
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

const FORM: Row[] = [
	...['formId', 'moduleName', 'formName', 'abilityName', 'formData'].map(
		(name): Row => [
			`a form without ${name}`,
			1,
			change(form, { [`payload.${name}`]: undefined }),
			PAYLOAD,
			new RegExp(`${name} is required`),
		],
	),
	['version -1', 1, change(form, { 'payload.version': -1 }), PAYLOAD, /version/],
	['version 2^31', 1, change(form, { 'payload.version': 2 ** 31 }), PAYLOAD, /version/],
	['formId as text', 1, change(form, { 'payload.formId': '12' }), PAYLOAD, /formId/],
	[
		'a key of the data proxy',
		1,
		change(form, { 'payload.formData': { 'datashareproxy://x': 1 } }),
		PAYLOAD,
		/datashareproxy/,
	],
	['a null value', 1, change(form, { 'payload.formData': { a: null } }), PAYLOAD, /null/],
	['a nested null', 1, change(form, { 'payload.formData': { a: [{ b: null }] } }), PAYLOAD, /null/],
	['a number of 2^53', 1, change(form, { 'payload.formData': { a: 2 ** 53 } }), PAYLOAD, /2\^53/],
	['two images', 1, change(form, { 'payload.images': [{}, {}] }), PAYLOAD, /images/],
	['an image over http', 1, change(form, { 'payload.images.0.url': 'http://x' }), PAYLOAD, /https/],
	['require 2', 1, change(form, { 'payload.images.0.require': 2 }), PAYLOAD, /require/],
	[
		'a keyName that is a key of formData',
		1,
		change(form, { 'payload.images.0.keyName': 'eta' }),
		PAYLOAD,
		/keyName/,
	],
];

const EXTRA_DATA: Row[] = [
	[
		'speech without extraData',
		2,
		change(textToSpeech, { 'payload.extraData': undefined }),
		PAYLOAD,
		/extraData/,
	],
	[
		'speech with an object',
		2,
		change(textToSpeech, { 'payload.extraData': {} }),
		PAYLOAD,
		/extraData/,
	],
	[
		'speech without notification',
		2,
		change(textToSpeech, { 'payload.notification': undefined }),
		PAYLOAD,
		/notification/,
	],
	[
		'background without extraData',
		6,
		change(background, { 'payload.extraData': undefined }),
		PAYLOAD,
		/extraData/,
	],
	[
		'background with an object',
		6,
		change(background, { 'payload.extraData': { a: 1 } }),
		PAYLOAD,
		/extraData must be a string/,
	],
	[
		'proxyData in small letters',
		6,
		change(background, { 'payload.proxyData': 'enable' }),
		PAYLOAD,
		/ENABLE/,
	],
	[
		'proxyData DISABLE',
		6,
		change(background, { 'payload.proxyData': 'DISABLE' }),
		PAYLOAD,
		/ENABLE/,
	],
	[
		'a call without extraData',
		10,
		change(call, { 'payload.extraData': undefined }),
		PAYLOAD,
		/extraData/,
	],
	[
		'a call with an object',
		10,
		change(call, { 'payload.extraData': { a: 1 } }),
		PAYLOAD,
		/extraData/,
	],
	[
		'a location message with a text',
		9,
		change(call, { payload: 'x' }),
		PAYLOAD,
		/payload must be an object/,
	],
];

describe('what the reference calls hard faults', () => {
	it.each([...HEADER_AND_TARGET, ...PUSH_OPTIONS, ...NOTIFICATION, ...FORM, ...EXTRA_DATA])(
		'refuses %s',
		async (_name, pushType, body, code, tip) => {
			const { data, status } = await client.send(body, pushType);
			expect([status, data.code]).toEqual([400, code]);
			const stored = sandbox.store.messages.at(-1);
			expect(stored?.problem).toMatch(tip);
			expect(stored?.acceptedTokens).toEqual([]);
			if (code === PAYLOAD) expect(data.msg).toBe(`Illegal payload, ${stored?.problem}`);
		},
	);

	it('has accepted none of them', () => {
		expect(sandbox.acceptances.total).toBe(0);
	});

	it('states the range of the token count', async () => {
		const { data } = await client.send(tokens(notification, 1001));
		expect(data.msg).toBe('token count should within 1 and 1000');
		const ofForm = await client.send(tokens(form, 2), 1);
		expect(ofForm.data.msg).toBe('token count should within 1 and 1');
	});

	it('refuses a request without the push-type header', async () => {
		const { data } = await client.send(notification, 0, { headers: { 'push-type': undefined } });
		expect(data.code).toBe(PAYLOAD);
	});

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

	it.each([
		['text that is no JSON', '{"payload":'],
		['an array', '[]'],
		['nothing', ''],
		['an abyss', `{"payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
		['a body one level too deep', `{"payload":${'[{"a":'.repeat(100)}0${'}]'.repeat(100)}}`],
	])('refuses %s as a body', async (_name, text) => {
		const { data } = await client.post(`/v3/${sandbox.projectId}/messages:send`, text);
		expect(data.code).toBe(PARAMETER);
	});

	it('repeats no more of a name than anybody needs', async () => {
		const formData = { [`datashareproxy://${'x'.repeat(3_000)}`]: 1 };
		const { data } = await client.send(change(form, { 'payload.formData': formData }), 1);
		expect(data.code).toBe(PAYLOAD);
		expect(data.msg.length).toBeLessThan(400);
	});

	it('refuses another content type', async () => {
		const headers = { 'Content-Type': 'text/plain' };
		const { data } = await client.send(notification, 0, { headers });
		expect(data.code).toBe(PARAMETER);
		expect(sandbox.store.messages.at(-1)?.problem).toContain('Content-Type');
	});
});
