/** Recipients > From a File: what is found out before anything is sent. */
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
