/** Recipients > From a File: what is found out before anything is sent. */
import type { IBinaryKeyData } from 'n8n-workflow';

import { cpuMilliseconds } from '../../../../builders/cpuTime';
import { fileOf } from '../../../../builders/itemFiles';
import { useSandbox } from '../../../../builders/useSandbox';
import { hintWords, linesOf, pushFile, reachedTokens, summary } from '../fileRun';

const sandbox = useSandbox();

describe('nothing is sent', () => {
	it.each([
		[
			'a field without a file',
			linesOf(3),
			{ binaryField: 'file' },
			'Input Binary Field is "file", but this item has data',
		],
		[
			'a column that is spelled otherwise',
			'PushToken,name\nT1,a\n',
			{ fileColumn: 'push_token' },
			'PushToken',
		],
		[
			'a column that is not there',
			'token,name\nT1,a\n',
			{ fileColumn: 'pushToken' },
			'"token", "name"',
		],
		['a column that was not chosen', 'token,name\nT1,a\n', {}, 'Column'],
		['an Excel file', Buffer.from('504b0304140006000800', 'hex'), {}, 'Extract from File'],
		[
			'a field of a row in the text',
			'token,name\nT1,a\n',
			{ fileColumn: 'token', body: '=Hello {{ $json.name }}' },
			'From Input Field',
		],
		[
			'a field of a row in other letters, or in another writing',
			linesOf(1),
			{ body: '=你好 {{ $json.姓名 }}{{ $json . b }}{{ $json?.["c"] }}{{ $input.item.json.d }}' },
			'$json.姓名, $json.b, $json.c, $json.d',
		],
		[
			'an option that asks for a field in vain',
			linesOf(1),
			{ options: { campaignId: '={{ $json.campaignId }}' } },
			'Options ask for $json.campaignId',
		],
		[
			'a number that may be a name or a place',
			'0,1\nT1,T2\n',
			{ fileColumn: '1' },
			'these are two',
		],
		[
			'a merge field of a row',
			'token,name\nT1,a\n',
			{ fileColumn: 'token', body: 'Hello {{name}}' },
			'asks for {{name}}, which the item with the file does not have',
		],
		[
			'more people than expected',
			linesOf(11),
			{ options: { maximumRecipients: 10 } },
			'11 different push tokens',
		],
	])('for %s', async (_name, content, parameters, sentence) => {
		const { error, outputs } = await pushFile(sandbox, content, parameters);
		expect(error?.message).toContain(sentence);
		expect(error?.description).toContain('Nothing was sent.');
		expect(outputs.flat()).toEqual([]);
		expect(reachedTokens(sandbox)).toEqual([]);
	});

	it('for an item without a file, and the other items are sent all the same under Continue', async () => {
		const files = [await fileOf(linesOf(3)), {}, await fileOf(linesOf(5))];
		const items = [{}, {}, {}];
		const stopped = await pushFile(sandbox, '', {}, { items, files });
		expect(stopped.error?.message).toMatch(/^Item 2: Input Binary Field is "data"/);
		expect(reachedTokens(sandbox)).toEqual([]);
		const settings = { onError: 'continueErrorOutput' } as const;
		const { outputs } = await pushFile(sandbox, '', {}, { items, files, settings });
		expect(summary({ outputs })).toMatchObject({ accepted: 5, doubles: 3 });
		expect(JSON.stringify(outputs.slice(1))).toContain('Input Binary Field is');
	});
});

it('many items that name one broken file cost little, and spoil nothing for the others', async () => {
	const good = await fileOf(linesOf(3));
	const broken = await fileOf(`token,name\n${'T1,a\n'.repeat(20_000)}"open`);
	const files = [good, ...Array.from({ length: 1_000 }, () => broken), good];
	const began = cpuMilliseconds();
	const { outputs } = await pushFile(
		sandbox,
		'',
		{ body: '={{ $json.text }}', options: { campaignId: 'spring' } },
		{
			// The last one would be a second message of the campaign for the same people.
			items: files.map((_, item) => ({ text: item === files.length - 1 ? 'Later' : 'Now' })),
			files,
			settings: { onError: 'continueRegularOutput' },
		},
	);
	expect(cpuMilliseconds() - began).toBeLessThan(20_000);
	expect(summary({ outputs })).toMatchObject({ accepted: 3, rows: 3 });
	expect(outputs[1]).toHaveLength(1_001);
	expect(JSON.stringify(outputs[1]?.[0]?.json)).toContain('several columns');
	expect(JSON.stringify(outputs[1]?.at(-1)?.json)).toContain('3 push tokens of this file');
});

it.each([
	['nothing', null],
	['a text', 'x'],
	['no data', { mimeType: 'text/plain' }],
	['a number for data', { mimeType: 'text/plain', data: 5 }],
])('knows what is no file: %s', async (_name, value) => {
	// What a Code node may hand on.
	const hostile = { data: value } as unknown as IBinaryKeyData;
	const { error } = await pushFile(sandbox, hostile);
	expect(error?.message).toContain('Input Binary Field "data" holds no file.');
	const beside = {
		...hostile,
		...(await fileOf(linesOf(2))),
		other: hostile.data,
	} as IBinaryKeyData;
	expect(summary(await pushFile(sandbox, beside))).toMatchObject({ accepted: 2 });
});

it('takes an option that knows what holds without its field', async () => {
	const options = { maximumRecipients: '={{ $json.most ?? 5 }}' };
	expect(summary(await pushFile(sandbox, linesOf(3), { options }))).toMatchObject({ accepted: 3 });
});

it('refuses two files with different messages of one campaign for the same people', async () => {
	const files = [await fileOf('T1\nT2\n'), await fileOf('T2\nT3\n')];
	const items = [{ text: 'Hallo' }, { text: 'Hello' }];
	const parameters = { body: '={{ $json.text }}', options: { campaignId: 'spring' } };
	const { error } = await pushFile(sandbox, '', parameters, { items, files });
	expect(error?.message).toMatch(/^Item 2: 1 push tokens of this file .* same Campaign ID/);
	expect(reachedTokens(sandbox)).toEqual([]);
	const again = await pushFile(sandbox, 'T1\nT2\n', { options: { campaignId: 'spring' } });
	expect(summary(again)).toMatchObject({ accepted: 2 });
	expect(hintWords(again)).toContain('Campaign ID: a phone that got its message');
});
