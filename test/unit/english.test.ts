import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { HuaweiPushApi } from '../../credentials/HuaweiPushApi.credentials';
import { HuaweiPushReceiptApi } from '../../credentials/HuaweiPushReceiptApi.credentials';
import { HuaweiPush } from '../../nodes/HuaweiPush/HuaweiPush.node';
import { HuaweiPushTrigger } from '../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';
import { CHINESE_WORDS, withGloss } from '../../push-kit/catalog/chineseWords';

const ROOT = join(__dirname, '../..');

/** Chinese, Japanese and Korean writing with its punctuation. */
const FOREIGN =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
const WRITING = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** Longest first, so that no word is taken out of the middle of another. */
const GLOSSED = CHINESE_WORDS.map(withGloss).sort((a, b) => b.length - a.length);

/** Texts with foreign writing that stands without its gloss. */
function findForeign(value: unknown): string[] {
	if (typeof value === 'string') {
		const rest = GLOSSED.reduce((text, known) => text.replaceAll(known, ''), value);
		return FOREIGN.test(rest) ? [value] : [];
	}
	if (Array.isArray(value)) return value.flatMap((entry) => findForeign(entry));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value)
		.filter(([, member]) => !isGlossedMember(value, member))
		.flatMap(([name, member]) => [...findForeign(name), ...findForeign(member)]);
}

/** Whether a row of a table holds the word beside its gloss. */
function isGlossedMember(row: object, member: unknown): boolean {
	return (
		'gloss' in row &&
		CHINESE_WORDS.some(({ word, gloss }) => word === member && gloss === row.gloss)
	);
}

function listSources(folder: string): string[] {
	return (
		readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
			.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
			// Search words of the codex may be of any language.
			.filter((file) => !/\.node\.json$|\.generated\./.test(file))
	);
}

describe('what an operator reads in n8n', () => {
	it.each([
		['the action node', new HuaweiPush().description],
		['the trigger', new HuaweiPushTrigger().description],
		['the credential', new HuaweiPushApi()],
		['the credential for receipts', new HuaweiPushReceiptApi()],
	])('is English: %s', (_name, description) => {
		expect(findForeign(description)).toEqual([]);
	});
});

describe('the tables of the catalog', () => {
	const CATALOG = 'push-kit/catalog';

	it.each(readdirSync(join(ROOT, CATALOG)))('are English: %s', async (file) => {
		const tables: unknown = await import(join(ROOT, CATALOG, file));
		expect(findForeign(tables)).toEqual([]);
	});
});

describe('the sources of the published package', () => {
	const files = ['credentials', 'nodes', 'push-kit'].flatMap(listSources);

	// Messages are put together in code: what no description shows stands in the sources.
	it.each(files.filter((file) => file !== 'push-kit/catalog/chineseWords.ts'))(
		'hold no word of another writing: %s',
		(file) => {
			const found = readFileSync(join(ROOT, file), 'utf8').match(WRITING) ?? [];
			expect(found).toEqual([]);
		},
	);
});

describe('the listed words', () => {
	it('are Chinese, with a gloss that an English reader can read', () => {
		expect(CHINESE_WORDS).toHaveLength(5 + 18 + 8 + 11);
		for (const { word, gloss } of CHINESE_WORDS) {
			expect(word).toMatch(/^\p{Script=Han}+$/u);
			expect(gloss).toMatch(/^[a-z][a-z -]+$/);
		}
	});

	it.each([
		['a bare word', '订阅'],
		['a word with another gloss', '订阅 (payment)'],
		['a longer word around a listed one', '订阅者 (subscribe)'],
		['a listed word inside a longer one', '未到达 (arrived)'],
		['punctuation', 'Title，body'],
		['another row', { word: '推送', gloss: 'push' }],
		['a row with the gloss of another', { word: '订阅', gloss: 'fan' }],
		['a name', { 推送: 1 }],
	])('excuse nothing else: %s', (_name, value) => {
		expect(findForeign({ displayName: value })).toHaveLength(1);
	});
});
