import { BODIES, change } from '../../../builders/sandbox/bodies';
import { useClient } from '../../../builders/sandbox/client';
import { itRefuses, PAYLOAD, type Fault } from './hardFaults';

const { client } = useClient();

const { form, textToSpeech, background, call } = BODIES;

const FORM: Fault[] = [
	...['formId', 'moduleName', 'formName', 'abilityName', 'formData'].map(
		(name): Fault => [
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

const EXTRA_DATA: Fault[] = [
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

itRefuses([...FORM, ...EXTRA_DATA], () => client);

it('repeats no more of a name than anybody needs', async () => {
	const formData = { [`datashareproxy://${'x'.repeat(3_000)}`]: 1 };
	const { data } = await client.send(change(form, { 'payload.formData': formData }), 1);
	expect(data.code).toBe(PAYLOAD);
	expect(data.msg.length).toBeLessThan(400);
});
