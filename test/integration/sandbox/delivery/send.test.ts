import { CATEGORIES } from '../../../../push-kit/catalog/categories';
import { SENT_MESSAGES } from '../../../builders/exampleMessages';
import {
	BODIES,
	change,
	IMAGE_BODY,
	LIVE_VIEW_BODIES,
	makeTokens,
	REVOKE_BODY,
	withTokens,
	type Body,
} from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';

const { sandbox, client } = useClient();

describe('messages:send', () => {
	it.each(SENT_MESSAGES)('accepts the example %s', async (_file, example) => {
		const { status, data } = await client.send({ ...example.body }, example.pushType);
		expect(data).toEqual({
			code: '80000000',
			msg: 'Success',
			requestId: expect.stringMatching(/^\d{13,}$/),
		});
		expect(status).toBe(200);
		expect(sandbox.store.messages[0]).toMatchObject(example);
	});

	it('gives every request an id of its own', async () => {
		const first = await client.send(BODIES.notification);
		const second = await client.send(BODIES.notification);
		expect(first.data.requestId).not.toBe(second.data.requestId);
	});

	it.each<[string, number, Body, Record<string, unknown>]>([
		['addNum together with setNum', 0, BODIES.badge, { 'payload.notification.badge.addNum': 3 }],
		['a category of no page', 0, BODIES.notification, { 'payload.notification.category': 'NEWS' }],
		...CATEGORIES.filter(({ pushTypes }) => pushTypes.includes(0)).map(
			({ category }): [string, number, Body, Record<string, unknown>] => [
				`category ${category}`,
				0,
				BODIES.notification,
				{ 'payload.notification.category': category },
			],
		),
		['an unknown field', 0, BODIES.notification, { 'payload.notification.newField': 1 }],
		['a form id of 0', 1, BODIES.form, { 'payload.formId': 0 }],
		['a form update without version', 1, BODIES.form, { 'payload.version': undefined }],
		['form data with nested values', 1, BODIES.form, { 'payload.formData': { a: { b: [1] } } }],
		[
			'another category for text-to-speech',
			2,
			BODIES.textToSpeech,
			{ 'payload.notification.category': 'IM' },
		],
		['an unknown event', 7, LIVE_VIEW_BODIES.createMatch, { 'payload.event': 'MOON_LANDING' }],
		['an update without version', 7, LIVE_VIEW_BODIES.update, { 'payload.version': undefined }],
		[
			'an update of an unknown layout',
			7,
			LIVE_VIEW_BODIES.update,
			{ 'payload.activityData.notificationData.type': 55 },
		],
		[
			'the base template for any event',
			7,
			LIVE_VIEW_BODIES.createLeftRight,
			{ 'payload.activityData.notificationData.type': -1 },
		],
		[
			'extend.pic in place of image',
			7,
			LIVE_VIEW_BODIES.createProgress,
			{ 'payload.activityData.notificationData.extend': { type: 3, pic: 'a.png' } },
		],
		[
			'a masked telephone number',
			7,
			LIVE_VIEW_BODIES.createProgress,
			{
				'payload.activityData.notificationData.extend.clickAction': {
					actionType: 5,
					data: { tel: '1380013xxxx' },
				},
			},
		],
		[
			'an illegal share address, which is ignored',
			7,
			LIVE_VIEW_BODIES.update,
			{ 'payload.shareUrl': 'http://x' },
		],
		[
			'incomplete weather, which is not shown',
			7,
			LIVE_VIEW_BODIES.createLeftRight,
			{ 'payload.activityData.notificationData.weather': { weatherType: 1 } },
		],
		['a ttl of 15 days', 0, BODIES.notification, { pushOptions: { ttl: 1_296_000 } }],
	])('is lenient about %s', async (_name, pushType, body, changes) => {
		const { data } = await client.send(change(body, changes), pushType);
		expect(data.code).toBe('80000000');
	});

	it('counts the size in UTF-8, minified and without tokens', async () => {
		const size = (body: Body) => Buffer.byteLength(JSON.stringify(withTokens(body, [])));
		const fill = (text: string) =>
			change(BODIES.notification, { 'payload.notification.body': text });
		const room = 4096 - size(fill(''));
		const full = fill(`${'界'.repeat(Math.floor(room / 3))}${'x'.repeat(room % 3)}`);
		expect(size(full)).toBe(4096);

		const tokens = makeTokens(1000);
		const accepted = await client.send(withTokens(full, tokens));
		expect(accepted.data.code).toBe('80000000');
		const padded = await client.post(
			`/v3/${sandbox.projectId}/messages:send`,
			JSON.stringify(full, null, 8),
		);
		expect(padded.data.code).toBe('80000000');
		expect(sandbox.store.messages.map((message) => message.bytes)).toEqual([4096, 4096]);

		const oneMore = change(full, { 'payload.notification.title': 'Weekend offers!' });
		const refused = await client.send(oneMore);
		expect(refused.data).toMatchObject({
			code: '80300008',
			msg: 'Push message size is too long',
		});
		expect(refused.status).toBe(400);
	});

	it('finds nothing at other versions of the URL', async () => {
		const { status } = await client.post(`/v2/${sandbox.projectId}/messages:send`, {});
		expect(status).toBe(404);
	});
});

describe('messages:revoke', () => {
	it.each([0, 2])('withdraws a message of push-type %d', async (pushType) => {
		const body = change(pushType === 0 ? BODIES.notification : BODIES.textToSpeech, {
			'payload.notification.notifyId': 4711,
			target: { token: ['TOKEN_A', 'TOKEN_C'] },
		});
		await client.send(body, pushType);
		const { data, status } = await client.revoke(REVOKE_BODY, pushType);
		expect([status, data.code]).toEqual([200, '80000000']);
		expect(sandbox.store.messages[0]?.revokedTokens).toEqual(['TOKEN_A']);
		expect(sandbox.store.revocations[0]).toMatchObject({
			body: REVOKE_BODY,
			acceptedTokens: ['TOKEN_A', 'TOKEN_B'],
			revokedMessages: [sandbox.store.messages[0]?.id],
		});
	});

	it.each([
		['the push-type of a form', REVOKE_BODY, 1, '80100003'],
		['the push-type of a background message', REVOKE_BODY, 6, '80100003'],
		['the push-type of a live view', REVOKE_BODY, 7, '80100003'],
		['the push-type of a call', REVOKE_BODY, 10, '80100003'],
		['no notifyId', { token: ['A'] }, 0, '80300032'],
		['no token', { notifyId: 1 }, 0, '80300032'],
		['tokens under target', { notifyId: 1, target: { token: ['A'] } }, 0, '80300032'],
		['0 tokens', { notifyId: 1, token: [] }, 0, '80300010'],
		['1001 tokens', { notifyId: 1, token: makeTokens(1001) }, 0, '80300010'],
		['a negative notifyId', { notifyId: -1, token: ['A'] }, 0, '80100001'],
		['a notifyId as text', { notifyId: '1', token: ['A'] }, 0, '80100001'],
	])('refuses %s', async (_name, body, pushType, code) => {
		const { data, status } = await client.revoke(body, pushType);
		expect([status, data.code]).toEqual([400, code]);
	});

	it('names the header as Huawei does', async () => {
		const { data } = await client.revoke(REVOKE_BODY, 7);
		expect(data.msg).toBe('Illegal payload, The header does not contain valid push-type');
	});

	it('takes the Client ID, not the project ID', async () => {
		const { data } = await client.post(`/v1/${sandbox.projectId}/messages:revoke`, REVOKE_BODY);
		expect(data.code).toBe('80300002');
	});

	it('refuses tokens of several apps, and tokens of another app', async () => {
		await client.rest('PUT', 'tokens/TOKEN_B', { appPackageName: 'com.example.other' });
		expect((await client.revoke(REVOKE_BODY)).data.code).toBe('80300017');
		const foreign = { notifyId: 1, token: ['TOKEN_B'] };
		expect((await client.revoke(foreign)).data.code).toBe('80300028');
	});

	it('reports refused tokens by reason', async () => {
		await client.rest('PUT', 'tokens/TOKEN_B', { reason: 'tokenFormatError' });
		const partial = await client.revoke(REVOKE_BODY);
		expect(partial.data.code).toBe('80100020');
		const all = await client.revoke({ notifyId: 1, token: ['TOKEN_B'] });
		expect(all.data.code).toBe('80300007');
		expect(JSON.parse(all.data.msg)).toEqual({
			failure: 1,
			illegalTokens: { tokenFormatError: ['TOKEN_B'] },
		});
	});
});

describe('images:verify', () => {
	it.each([0, 1, 2])('answers with an address and its end for push-type %d', async (pushType) => {
		const { data, status } = await client.verifyImage(IMAGE_BODY, pushType);
		expect([status, data.code]).toEqual([200, '83010000']);
		expect(data.downloadUrl).toMatch(/^https:\/\/cdn\.example\.com\/icons\/order\.png\?.+/);
		expect(data.expireTime).toMatch(/^\d{10}$/);
		expect(sandbox.store.imageChecks).toMatchObject([IMAGE_BODY]);
	});

	it('works under the Client ID too', async () => {
		const { data } = await client.post(`/v1/${sandbox.clientId}/images:verify`, IMAGE_BODY);
		expect(data.code).toBe('83010000');
	});

	it.each([
		['another push-type', IMAGE_BODY, 7, '83010007'],
		['an empty body', {}, 0, '83010003'],
		['an address that is not https', { imageUrl: 'http://x.example/a.png' }, 0, '80100003'],
		['no address', { url: 'https://x.example/a.png' }, 0, '80100001'],
	])('refuses %s', async (_name, body, pushType, code) => {
		const { data } = await client.verifyImage(body, pushType);
		expect(data.code).toBe(code);
	});

	it('refuses more than 60 checks a minute', async () => {
		await client.rest('PUT', 'settings', { imageChecksPerMinute: 1 });
		expect((await client.verifyImage(IMAGE_BODY)).data.code).toBe('83010000');
		expect((await client.verifyImage(IMAGE_BODY)).data.code).toBe('83010002');
	});
});
