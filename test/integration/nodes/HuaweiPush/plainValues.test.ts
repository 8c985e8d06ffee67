import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import { dryRun } from './dryRun';

const sandbox = useSandbox();

describe('what is no text for people', () => {
	const APP =
		'{"a":"{{name}}","b":"{{ name | x }}","c":"{{ $t(\'k\') }}","d":"{{#if x}}","e":"[status]"}';
	const item = {
		name: 'Ann',
		url: 'https://example.com/x',
		id: 'abc',
		data: '{"k":1}',
		o: { k: 1 },
	};

	it('keeps the braces of the app', async () => {
		const background = { resource: 'background', operation: 'send', extraData: APP };
		expect((await dryRun(sandbox, background, [item])).composed[0]?.payload.extraData).toBe(APP);
		const tapped = (await dryRun(sandbox, { data: APP }, [item])).composed[0]?.shown.clickAction;
		expect(tapped).toEqual({ actionType: 0, data: JSON.parse(APP) });
		const widget = {
			resource: 'form',
			operation: 'update',
			...FORM_EXAMPLES.form.parameters,
			formData: APP,
		};
		expect((await dryRun(sandbox, widget, [item])).composed[0]?.payload.formData).toEqual(
			JSON.parse(APP),
		);
	});

	it('a JSON payload is sent as it stands, and a hint tells of n8n’s expressions in it', async () => {
		const payload = {
			notification: {
				...{ category: 'MARKETING', title: '{{name}}', body: 'Hi {{ $json.name }}' },
				clickAction: { actionType: 0 },
			},
		};
		const { composed, hints } = await dryRun(
			sandbox,
			{ specifyMessage: 'json', payload: JSON.stringify(payload) },
			[item],
		);
		expect(composed[0]?.payload).toEqual(payload);
		expect(hints.join()).toMatch(/Payload holds \{\{ \$json\.name \}\} as plain text/);
	});

	it.each<[string, IDataObject, IDataObject]>([
		['a word', { additionalFields: { profileId: '{{ $json.id }}' } }, { profileId: 'abc' }],
		['an address', { image: '{{ $json.url }}' }, { image: 'https://example.com/x' }],
		[
			'a part of an address',
			{ image: 'https://example.com/{{ $json.id }}' },
			{ image: 'https://example.com/abc' },
		],
		['JSON', { data: '{{ $json.data }}' }, { clickAction: { actionType: 0, data: { k: 1 } } }],
		['an object', { data: '{{ $json.o }}' }, { clickAction: { actionType: 0, data: { k: 1 } } }],
		[
			'a text in JSON',
			{ data: '{"n":"{{ $json.name }}"}' },
			{ clickAction: { actionType: 0, data: { n: 'Ann' } } },
		],
	])('a path left in Fixed mode is understood in %s', async (_, parameters, shown) => {
		const { composed } = await dryRun(sandbox, parameters, [item]);
		expect(composed[0]?.fault).toBeUndefined();
		expect(composed[0]?.shown).toMatchObject(shown);
	});

	it.each<[string, IDataObject]>([
		['Profile ID', { additionalFields: { profileId: "{{ $('Start').item.json.id }}" } }],
		['Image URL', { image: '{{ $json.url.trim() }}' }],
		['Data', { data: '{"n":"{{ $now }}"}' }],
		['Extra Data', { resource: 'background', operation: 'send', extraData: '{{ $json.a || 1 }}' }],
		['Batch Tag', { options: { biTag: '{{ $execution.id }}' } }],
		['Push Tokens', { recipients: 'defined', pushTokens: "{{ $('Start').item.json.pushToken }}" }],
		[
			'Token Field',
			{ recipients: 'inputField', tokenField: "{{ $('Start').item.json.pushToken }}" },
		],
	])(
		'any other expression left in %s is refused, and the switch is named',
		async (label, parameters) => {
			const { composed } = await dryRun(sandbox, parameters, [item]);
			expect(composed[0]?.fault).toContain(label);
			expect(composed[0]?.fault).toContain('Switch the field to Expression');
		},
	);

	it('the Client ID of Revoke: a path is understood, anything else names no app', async () => {
		const revoke = { resource: 'notification', operation: 'revoke', notifyId: 5 };
		const good = await dryRun(sandbox, { ...revoke, clientId: '{{ $json.app }}' }, [
			{ app: 110000000 },
		]);
		expect(good.composed[0]?.fault).toBeUndefined();
		for (const clientId of ['{{ $json.none }}', '{{app}}', "{{ $('Start').item.json.app }}"]) {
			const { composed } = await dryRun(sandbox, { ...revoke, clientId }, [{ app: 110000000 }]);
			expect(composed[0]?.fault).toContain('Client ID');
		}
	});
});
