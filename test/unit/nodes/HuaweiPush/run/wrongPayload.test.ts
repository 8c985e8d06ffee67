import { explainWrongPayload } from '../../../../../nodes/HuaweiPush/run/wrongPayload';
import { SEND_EXAMPLES } from '../../../../builders/bodies';

const SHOWN = { title: 'T', body: 'B' };

describe('a request of the old API', () => {
	it.each<[string, object]>([
		[
			'V1 and V2',
			{ validate_only: false, message: { notification: SHOWN, android: {}, token: ['x'] } },
		],
		['its message', { notification: SHOWN, android: { notification: {} }, token: ['x'] }],
		['data alone', { message: { data: '{"a":1}', token: ['x'] } }],
		['to a topic', { message: { notification: SHOWN, topic: 'news' } }],
		['to a condition', { message: { notification: SHOWN, condition: "'a' in topics" } }],
		['its message without android', { notification: SHOWN, token: ['x'] }],
		['its data without android', { data: '{"a":1}', token: ['x'] }],
		['names in lower case', { notification: { ...SHOWN, click_action: { type: 3 } } }],
		['Android alone', { android: { notification: { click_action: { type: 1 } } } }],
		['web push', { message: { webpush: {}, token: ['x'] } }],
		['quick app', { message: { data: '{}', android: { fast_app_target: 1 }, token: ['x'] } }],
		['the first one', { hps: { msg: { type: 3, body: {}, action: {} } } }],
		['of another service', { registration_ids: ['x'], notification: SHOWN }],
		['in a list', [{ message: { notification: SHOWN, token: ['x'] } }]],
	])('%s', (_, payload) => {
		expect(explainWrongPayload(payload)).toMatch(/old HMS Core API.*V3 payload looks like/s);
	});
});

describe('a whole request', () => {
	it.each<[string, object]>([
		['of V3', { payload: { notification: SHOWN }, target: { token: ['x'] } }],
		['with options', { pushOptions: { ttl: 1 }, payload: {} }],
		['its target alone', { target: { token: ['x'] }, notification: SHOWN }],
		[
			'an item of Dry Run',
			{ outcome: 'dryRun', url: 'https://x', body: { payload: {}, target: {} } },
		],
	])('%s', (_, payload) => {
		expect(explainWrongPayload(payload)).toMatch(/holds a whole request/);
	});
});

describe('a payload', () => {
	it.each(Object.entries(SEND_EXAMPLES))('%s is none of these', (_, { body: { payload } }) => {
		expect(explainWrongPayload(payload)).toBeUndefined();
	});

	it.each([
		[undefined],
		[null],
		['text'],
		[[]],
		[{}],
		[{ extraData: '{"message":{"token":"x"}}' }],
		[{ notification: { ...SHOWN, data: { token: 'x', message: 'y' } } }],
		[{ token: 'of the app', extraData: 'x' }],
		[{ message: 'a text' }],
		[Object.create({ android: {} }) as object],
	])('%j passes', (payload) => {
		expect(explainWrongPayload(payload)).toBeUndefined();
	});
});
