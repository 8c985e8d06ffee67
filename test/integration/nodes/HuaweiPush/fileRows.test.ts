/** Rows of a file, each with the text and the hours of its own columns. */
import type { IDataObject } from 'n8n-workflow';

import { membersOf } from '../../../../push-kit/json';
import { useSandbox } from '../../../builders/useSandbox';
import { hintWords, pushFile, reachedTokens, summary } from './fileRun';
import { AB_ENTRIES, byLanguage, byShare, LANGUAGE } from './variantRun';
import { MESSAGE } from './pushRun';

const sandbox = useSandbox();

const IN_CSV = { fileColumn: 'token' };

/** One row for each language. */
const csv = (...languages: string[]) =>
	`token,language\n${languages.map((language, index) => `token-${index},${language}\n`).join('')}`;

/** By token. */
const titles = () => {
	const found: Record<string, unknown> = {};
	for (const { body } of sandbox.store.messages) {
		const { payload, target } = membersOf(body);
		const { title } = membersOf(membersOf(payload).notification);
		for (const token of membersOf(target).token as string[]) found[token] = title;
	}
	return found;
};

const HOUR = 3_600_000;

const clockIn = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(11, 16);

const hoursBy = (timeZoneField: string): IDataObject => ({
	deliverBetween: {
		hours: { from: clockIn(-2), to: clockIn(2), timeZone: 'UTC', timeZoneField },
	},
});

describe('variants by a column', () => {
	it('gives each row its text, and nothing to a holdout', async () => {
		const languages = ['de', 'zh-TW', 'fr', 'none', 'DE', ''];
		const run = await pushFile(sandbox, csv(...languages), { ...IN_CSV, ...LANGUAGE });
		expect(run.error).toBeUndefined();
		expect(titles()).toEqual({
			'token-0': 'Angebote',
			'token-1': '优惠',
			'token-2': MESSAGE.title,
			'token-4': 'Angebote',
			'token-5': MESSAGE.title,
		});
		expect(sandbox.store.messages).toHaveLength(3);
		expect(summary(run)).toMatchObject({ accepted: 5, skipped: 1, rows: 6 });
		const { messages } = summary(run) ?? {};
		expect(messages).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ variant: 'german', accepted: 2 }),
				expect.objectContaining({ variant: 'chinese', accepted: 1 }),
				expect.objectContaining({ variant: 'default', accepted: 2 }),
				expect.objectContaining({ variant: 'quiet', accepted: 0, skipped: 1 }),
			]),
		);
		expect(hintWords(run)).toContain('1 held out by a variant');
	});

	it('takes the field of the item for its whole file', async () => {
		await pushFile(
			sandbox,
			csv('fr', 'fr'),
			{ ...IN_CSV, ...LANGUAGE },
			{ items: [{ language: 'de' }] },
		);
		expect(titles()).toEqual({ 'token-0': 'Angebote', 'token-1': 'Angebote' });
	});

	it.each([null, ''])('goes by the rows where the field of the item is %j', async (language) => {
		await pushFile(sandbox, csv('de'), { ...IN_CSV, ...LANGUAGE }, { items: [{ language }] });
		expect(titles()).toEqual({ 'token-0': 'Angebote' });
	});

	it.each([
		['a CSV without the column', 'token,lang\nt,de\n', 'token', 'Variant Field'],
		['one token a line', 'token-1\n', '', 'Variant Field is "language"'],
	])('is refused for %s', async (_, content, fileColumn, words) => {
		const { error } = await pushFile(sandbox, content, { fileColumn, ...LANGUAGE });
		expect(error?.message).toContain(words);
		expect(reachedTokens(sandbox)).toEqual([]);
	});

	it('sends to a token once, with the variant of its first row', async () => {
		const content = 'token,language\nt,de\nt,zh\nu,zh\n';
		const run = await pushFile(sandbox, content, { ...IN_CSV, ...LANGUAGE });
		expect(titles()).toEqual({ t: 'Angebote', u: '优惠' });
		expect(summary(run)).toMatchObject({ accepted: 2, doubles: 1 });
	});

	it('stops at a fault of a variant that some row gets, and at no other', async () => {
		const entry = [
			{ name: 'german', values: 'de', title: 'Angebote' },
			{ name: 'long', values: 'zh', title: 'x'.repeat(5000) },
		];
		const parameters = { ...IN_CSV, ...byLanguage(entry) };
		const fine = await pushFile(sandbox, csv('de', 'fr'), parameters);
		expect(fine.error).toBeUndefined();
		expect(Object.keys(titles())).toHaveLength(2);
		const { error } = await pushFile(sandbox, csv('de', 'zh'), parameters);
		expect(error?.message).toContain('Item 1: Variant long: The message has');
		expect(sandbox.store.messages).toHaveLength(2);
	});

	it('is planned', async () => {
		const { outputs } = await pushFile(sandbox, csv('de', 'de', 'zh', 'none'), {
			...IN_CSV,
			...LANGUAGE,
			delivery: 'plan',
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({
			recipients: 3,
			messages: 2,
			requests: 2,
			heldOut: 1,
		});
	});
});

describe('variants by share', () => {
	const rows = Array.from({ length: 400 }, (_, index) => `token-${index},customer-${index % 200}`);

	it('gives a customer the same variant in every run, and with every token', async () => {
		const splitBy = byShare(AB_ENTRIES, { splitBy: 'customer' });
		const parameters = { ...IN_CSV, ...splitBy };
		await pushFile(sandbox, ['token,customer', ...rows].join('\n'), parameters);
		const first = titles();
		expect(Object.keys(first)).toHaveLength(400);
		expect(new Set(Object.values(first)).size).toBe(3);
		for (let customer = 0; customer < 200; customer += 1) {
			expect(first[`token-${customer}`]).toBe(first[`token-${customer + 200}`]);
		}
		sandbox.store.messages.splice(0);
		await pushFile(sandbox, ['token,customer', ...[...rows].reverse()].join('\n'), parameters);
		expect(titles()).toEqual(first);
	});

	it('goes by the token where nothing else is said, also with one token a line', async () => {
		const lines = Array.from({ length: 300 }, (_, index) => `token-${index}`).join('\n');
		await pushFile(sandbox, lines, byShare(AB_ENTRIES));
		const counts = Object.values(titles()).filter((title) => title === 'Text A').length;
		expect(counts).toBeGreaterThan(80);
		expect(counts).toBeLessThan(160);
	});
});

describe('hours by a column', () => {
	const ROWS = 'token,tz\nnear,UTC\nfar,UTC+8\nnowhere,\nfar-too,-08:00\n';

	it('reaches those for whom it is day', async () => {
		const run = await pushFile(sandbox, ROWS, { ...IN_CSV, options: hoursBy('tz') });
		expect(reachedTokens(sandbox).sort()).toEqual(['near', 'nowhere']);
		expect(summary(run)).toMatchObject({ accepted: 2, skipped: 2 });
		expect(run.outputs[1]?.map(({ json }) => [json.pushToken, json.reason])).toEqual([
			['far', 'quietHours'],
			['far-too', 'quietHours'],
		]);
	});

	it('stops at a zone that nobody knows', async () => {
		const content = `${ROWS}lost,Mars/Olympus\n`;
		const { error } = await pushFile(sandbox, content, { ...IN_CSV, options: hoursBy('tz') });
		expect(error?.message).toContain('Mars/Olympus');
		expect(reachedTokens(sandbox)).toEqual([]);
	});

	it('stops at a column that is not there', async () => {
		const { error } = await pushFile(sandbox, ROWS, { ...IN_CSV, options: hoursBy('zone') });
		expect(error?.message).toContain('Choose one of them in Time Zone Field');
		expect(reachedTokens(sandbox)).toEqual([]);
	});

	it('goes together with variants', async () => {
		const content = 'token,tz,language\na,UTC,de\nb,UTC+8,de\nc,UTC,zh\nd,UTC,none\n';
		const parameters = { ...IN_CSV, ...LANGUAGE, options: hoursBy('tz') };
		const run = await pushFile(sandbox, content, parameters);
		expect(titles()).toEqual({ a: 'Angebote', c: '优惠' });
		expect(summary(run)).toMatchObject({ accepted: 2, skipped: 2 });
	});
});
