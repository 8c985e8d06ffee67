/**
 * Mistakes of operators, each as it is read in the editor: what is wrong names its item once and counted from 1, or no
 * item where the whole run is meant, the field as the form calls it, and what to do next. Nothing is sent.
 */
import type { IDataObject } from 'n8n-workflow';

import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import { useSandbox } from '../../../builders/useSandbox';
import { pushFile } from './fileRun';
import { credentialsOf, customers, expectNoSecrets, MESSAGE, push } from './pushRun';
import { byLanguage, byShare } from './variantRun';

const sandbox = useSandbox();

const WIDGET = { resource: 'form', operation: 'update', ...FORM_EXAMPLES.form.parameters };
const LIVE_VIEW = {
	resource: 'liveView',
	operation: 'update',
	...FORM_EXAMPLES.liveViewUpdate.parameters,
};
const JSON_MODE = { ...MESSAGE, specifyMessage: 'json' };
const options = (more: IDataObject) => ({ ...MESSAGE, options: more });
const hours = (more: IDataObject) =>
	options({
		deliverBetween: { hours: { from: '09:00', to: '21:00', timeZone: 'UTC', ...more } },
	});

/** What an operator does next begins with one of these. */
const NEXT_CLICK =
	/\b(Add|Change|Check|Choose|Compare|Copy|Correct|Create|Define|Drag|Enter|Fill|Give|Hand|Leave|Let|Look|Lower|Open|Pack|Paste|Raise|Read|Remove|Run|Save|Send|Set|Shorten|Switch|Take|Unpack|Use|Wait|Write)\b/;

/** [the mistake, parameters, what the words hold, whether an item is meant] */
type Mistake = [string, IDataObject, RegExp, 'item' | 'run'];

const OF_MESSAGES: Mistake[] = [
	[
		'a title that is empty for a customer',
		{ ...MESSAGE, title: '={{ $json.no }}' },
		/Title/,
		'item',
	],
	['a body that is empty for a customer', { ...MESSAGE, body: '={{ $json.no }}' }, /Body/, 'item'],
	[
		'a merge field that nobody has',
		{ ...MESSAGE, title: 'Hi {{nmae}}' },
		/Title asks for \{\{nmae\}\}/,
		'item',
	],
	['an image by http', { ...MESSAGE, image: 'http://example.com/a.png' }, /Image URL/, 'item'],
	['an image on the own disk', { ...MESSAGE, image: 'C:\\pictures\\a.png' }, /Image URL/, 'item'],
	['a page without a page', { ...MESSAGE, actionType: 1 }, /Action|URI/, 'item'],
	['data of a tap that is no JSON', { ...MESSAGE, data: '{order: 4711' }, /Data/, 'item'],
	['a message that is too long', { ...MESSAGE, body: 'x'.repeat(5000) }, /at most 4096/, 'item'],
	['a long batch tag', options({ biTag: 'x'.repeat(65) }), /Batch Tag has 65 bytes/, 'item'],
	[
		'a Notify ID that is text',
		{ ...MESSAGE, additionalFields: { notifyIdMode: 'fixed', notifyId: 'seven' } },
		/Notify ID/,
		'item',
	],
	['a widget without a Form ID', { ...WIDGET, formId: '={{ $json.no }}' }, /Form ID/, 'item'],
	['a widget with a word for a Form ID', { ...WIDGET, formId: 'big' }, /Form ID/, 'item'],
	['data of a widget that is no JSON', { ...WIDGET, formData: '{' }, /Form Data/, 'item'],
	[
		'a live view with a word for its ID',
		{ ...LIVE_VIEW, activityId: 'order' },
		/Activity ID/,
		'item',
	],
	['a broken payload', { ...JSON_MODE, payload: '{"notification": {' }, /Payload/, 'item'],
	[
		'a payload with the request around it',
		{ ...JSON_MODE, payload: { payload: { notification: {} } } },
		/Payload/,
		'item',
	],
	[
		'a payload of the old API',
		{ ...JSON_MODE, payload: { message: { notification: { title: 'a' } } } },
		/Payload/,
		'item',
	],
	[
		'a Campaign ID that is another in every run',
		options({ campaignId: '={{ $execution.id }}' }),
		/Campaign ID/,
		'item',
	],
	[
		'a Campaign ID with blanks alone',
		options({ campaignId: '={{ "  " }}' }),
		/Campaign ID/,
		'item',
	],
	[
		'a withdrawal of nothing',
		{ resource: 'notification', operation: 'revoke' },
		/notifyId|Notify ID/,
		'item',
	],
];

const OF_RUNS: Mistake[] = [
	['a Token Field that no item has', { ...MESSAGE, tokenField: 'push_token' }, /push_token/, 'run'],
	['too many recipients', options({ maximumRecipients: 2 }), /Maximum Recipients/, 'run'],
	['hours without any', hours({ to: '09:00' }), /Deliver Between: From and To/, 'run'],
	['hours that are none', hours({ from: '9 to 5' }), /Deliver Between: From/, 'run'],
	['a zone that means several', hours({ timeZone: 'CST' }), /Time Zone is "CST"/, 'run'],
	['no variant', { ...MESSAGE, ...byLanguage([]) }, /Variants: There is none/, 'run'],
	[
		'a variant without a name',
		{ ...MESSAGE, ...byLanguage([{ values: 'de', title: 'a' }]) },
		/Variants: Variant 1 has no name/,
		'run',
	],
	[
		'shares above all',
		{
			...MESSAGE,
			...byShare([
				{ name: 'A', share: 70 },
				{ name: 'B', share: 40 },
			]),
		},
		/Variants: The shares add up to 110 %/,
		'run',
	],
	['a time-out that is no time', options({ timeout: 'soon' }), /Timeout/, 'run'],
	['requests that are no number', options({ concurrency: 'many' }), /Concurrent Requests/, 'run'],
];

const OF_FILES: Mistake[] = [
	[
		'a column that is not there',
		{ fileColumn: 'pushToken' },
		/Choose one of them in Column/,
		'item',
	],
	['no column', {}, /Choose in Column/, 'item'],
	[
		'another field',
		{ fileColumn: 'token', binaryField: 'file' },
		/Input Binary Field is "file"/,
		'item',
	],
	[
		'a text for each row',
		{ fileColumn: 'token', body: '={{ $json.name }}' },
		/asks for \$json\.name/,
		'item',
	],
];

interface Words {
	message: string;
	description: string;
}

function expectHelp({ message, description }: Words, words: RegExp, about: Mistake[3]): void {
	const text = `${message} ${description}`;
	expect(text).toMatch(words);
	expect(text).toMatch(NEXT_CLICK);
	expect(text).toContain('Nothing was ');
	const named = text.match(/\b[Ii]tems? \d+|\[item \d+\]/g) ?? [];
	if (about === 'run') expect(named).toEqual([]);
	else expect([message.slice(0, 8), named.length]).toEqual(['Item 1: ', 1]);
	expect(text).not.toMatch(/undefined|\[object|NaN|TypeError|null\b/);
}

const wordsOf = (error: { message: string; description?: string | null } | undefined): Words => ({
	message: error?.message ?? '',
	description: error?.description ?? '',
});

describe.each([...OF_MESSAGES, ...OF_RUNS])('%s', (_, parameters, words, about) => {
	it('is told with the next click', async () => {
		const items = customers(3);
		const run = await push(sandbox, items, { parameters });
		expectHelp(wordsOf(run.error), words, about);
		expect(sandbox.store.received).toBe(0);
		expectNoSecrets(sandbox, items, JSON.stringify(wordsOf(run.error)));
	});
});

describe.each(OF_FILES)('with a file: %s', (_, parameters, words, about) => {
	it('is told with the next click', async () => {
		const { error } = await pushFile(sandbox, 'token,name\nT1,Ann\n', parameters);
		expectHelp(wordsOf(error), words, about);
		expect(sandbox.store.received).toBe(0);
	});
});

describe('of the key', () => {
	it.each([
		['half of it', (key: string) => key.slice(0, 200), /Service Account Key/],
		[
			'the file of another service',
			() => '{"type":"service_account","project_id":"x"}',
			/Google|Firebase/,
		],
		['nothing', () => ' ', /Service Account Key/],
	])('%s is told with the next click', async (_, change, words) => {
		const credentials = credentialsOf(sandbox);
		const key = change(String(credentials.serviceAccountKey));
		const { error } = await push(sandbox, customers(1), {
			credentials: { ...credentials, serviceAccountKey: key },
		});
		const { message, description } = wordsOf(error);
		expect(`${message} ${description}`).toMatch(words);
		expect(`${message} ${description}`).toMatch(NEXT_CLICK);
		expect(message).not.toMatch(/[Ii]tem \d/);
		expect(sandbox.store.received).toBe(0);
	});
});
