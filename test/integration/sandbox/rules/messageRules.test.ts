import { BODIES, change, makeTokens, type Body } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';
import { itRefuses, PARAMETER, PAYLOAD, type Fault } from './hardFaults';

const { sandbox, client } = useClient();

const { notification, form } = BODIES;

const options = (pushOptions: object) => change(notification, { pushOptions });
const tokens = (body: Body, count: number, testMessage = false) =>
	change(body, { target: { token: makeTokens(count) }, pushOptions: { testMessage } });

const HEADER_AND_TARGET: Fault[] = [
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

const PUSH_OPTIONS: Fault[] = [
	['ttl above 15 days', 0, options({ ttl: 1_296_001 }), PARAMETER, /ttl/],
	['ttl below 0', 0, options({ ttl: -1 }), '80100004', /ttl/],
	['ttl as text', 0, options({ ttl: '60' }), PARAMETER, /ttl/],
	['collapseKey -2', 0, options({ collapseKey: -2 }), PARAMETER, /collapseKey/],
	['collapseKey 101', 0, options({ collapseKey: 101 }), PARAMETER, /collapseKey/],
	['biTag of 65 bytes', 0, options({ biTag: `${'界'.repeat(21)}xx` }), PARAMETER, /64 bytes/],
	['testMessage as text', 0, options({ testMessage: 'true' }), PARAMETER, /testMessage/],
];

itRefuses([...HEADER_AND_TARGET, ...PUSH_OPTIONS], () => client);

describe('any message', () => {
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

	it('refuses another content type', async () => {
		const headers = { 'Content-Type': 'text/plain' };
		const { data } = await client.send(notification, 0, { headers });
		expect(data.code).toBe(PARAMETER);
		expect(sandbox.store.messages.at(-1)?.problem).toContain('Content-Type');
	});
});
