import fc from 'fast-check';

import { readTokenFile } from '../../../../push-kit/recipients/tokenFile';
import { inChunks } from '../../../builders/byteChunks';

interface Read {
	tokens: string[];
	rows: number;
	withoutToken: number;
}

async function read(content: string, column = '', chunkBytes?: number): Promise<Read> {
	const all: Read = { tokens: [], rows: 0, withoutToken: 0 };
	for await (const portion of readTokenFile(inChunks(content, chunkBytes), { column })) {
		all.tokens.push(...portion.tokens);
		all.rows += portion.rows;
		all.withoutToken += portion.withoutToken;
	}
	return all;
}

const [A, B] = ['A', 'B'].map((sign) => sign.repeat(40));

describe('what stands beside the tokens', () => {
	const ASKED = [
		{ column: 'tz', label: 'Time Zone Field' },
		{ column: 'lang', label: 'Variant Field' },
	];

	async function beside(content: string, column: string, further = ASKED): Promise<unknown[]> {
		const rows: unknown[] = [];
		for await (const portion of readTokenFile(inChunks(content, 7), { column, further })) {
			portion.tokens.forEach((token, index) => rows.push([token, portion.further?.[index]]));
		}
		return rows;
	}

	it('belongs to each token of its row', async () => {
		const expected = [
			[A, ['UTC', 'de']],
			[B, ['', 'zh']],
			[`${B}2`, ['', 'zh']],
			[`${A}3`, ['', '']],
		];
		const csv = `lang,token,tz\r\n de ,${A},"UTC"\r\n,,UTC\r\nzh,"${B} ${B}2"\r\n,${A}3\r\n`;
		expect(await beside(csv, 'token')).toEqual(expected);
		const lines = [
			{ token: A, tz: 'UTC', lang: ' de ' },
			{ tz: 'UTC' },
			{ token: [B, `${B}2`], lang: 'zh', tz: null },
			{ token: `${A}3`, lang: { a: 1 } },
		];
		expect(await beside(lines.map((line) => JSON.stringify(line)).join('\n'), 'token')).toEqual(
			expected,
		);
	});

	it('may stand in columns without a name', async () => {
		const further = [{ column: '1', label: 'Variant Field' }];
		expect(await beside(`de,${A}\nzh,${B}\n`, '2', further)).toEqual([
			[A, ['de']],
			[B, ['zh']],
		]);
	});

	it.each([
		['a CSV', `token,TZ,lang\n${A},UTC,de\n`, 'token', 'but "TZ". Enter it in Time Zone Field'],
		['a CSV', `token,tz\n${A},UTC\n`, 'token', 'Choose one of them in Variant Field'],
		['NDJSON', `{"token":"${A}","tz":"UTC"}\n`, 'token', 'Choose one of them in Variant Field'],
		['lines', `${A}\n`, '', 'Time Zone Field is "tz", but a file with one push token on each line'],
	])('is missed in %s', async (_, content, column, words) => {
		await expect(beside(content, column)).rejects.toThrow(words);
	});
});

describe('a file of push tokens', () => {
	it('loses no row behind a blank first one', async () => {
		const { rows, withoutToken } = await read(`\n${A}\nnull\n${B}\n`);
		expect([rows, withoutToken]).toEqual([3, 1]);
	});

	it('comes in portions that leave others their turn, however short its rows are', async () => {
		const sizes: number[] = [];
		const content = '"a",\n'.repeat(10_000);
		for await (const { rows } of readTokenFile(inChunks(content), { column: '' })) sizes.push(rows);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(2000);
		expect(sizes.reduce((sum, rows) => sum + rows, 0)).toBe(10_000);
	});

	it.each<[string, string, string, number]>([
		['one a line', `${A}\n${B}\n`, '', 2],
		['one a line, with header, quotes and commas', `pushToken\r\n"${A}"\r\n\r\n${B},\r\n`, '', 2],
		['several a line', `${A},${B}\n`, '', 1],
		['a list of JSON', `[\n"${A}",\n"${B}"\n]\n`, '', 2],
		['CSV', `id,pushToken\n1,${A}\n2\n3,${B},x\n,\n`, 'pushToken', 3],
		['CSV of files that were joined', `id,device\n1,${A}\nid,device\n2,${B}\n`, 'device', 2],
		['CSV of quoted cells', `"n";"t"\n"x;\n""y""";"${A}"\n"z";"${B}"`, 't', 2],
		['CSV with a separator told', `sep=;\r\nid;t\r\n1;${A}\r\n2;${B}`, 't', 2],
		['CSV of old Macs', `id,t\r1,${A}\r2,${B}\r`, 't', 2],
		['CSV of one column', `t\n${A}\n${B}\n`, 't', 2],
		['CSV without header, by number', `1;${A}\n2;${B}\n`, '2', 2],
		['NDJSON', `{"d":{"t":"${A}"}}\n{"d":{"t":["${B}"]}}\n`, 'd.t', 2],
		['objects of a list', `[{"t":"${A}"},\n{"t":"${B}"}]\n`, 't', 2],
	])('is read as %s, wherever the chunks are cut', async (_, content, column, rows) => {
		for (const size of [1, 3, 64 * 1024]) {
			const found = await read(content, column, size);
			expect(found).toMatchObject({ tokens: [A, B], rows });
		}
	});

	it.each<[string, string, string]>([
		['There is no column "pushtoken", but "pushToken".', `id,pushToken\n1,${A}\n`, 'pushtoken'],
		['The first line of the file has: "id", "t".', `id,t\n1,${A}\n`, 'x'],
		['There are several columns "t".', `t,t\n${A},${B}\n`, 't'],
		['leave Column empty', `${A}\n${B}\n`, 'pushToken'],
		['has several columns: "id", "t".', `id,t\n1,${A}\n`, ''],
		['Row 3 has a cell whose quotation mark', `n,t\n1,${A}\n"x,${A}\n3,"y",${B}\n`, 't'],
		['Row 2 has a cell whose quotation mark', `n,t\n"${'x\n'.repeat(60_000)}",${B}\n`, 't'],
		['Row 1 has more than 1,000,000 characters', 'x'.repeat(1_200_000), ''],
		['which member holds the push token: "t".', `{"t":"${A}"}\n`, ''],
		['No line has "T", but "t".', `{"t":"${A}"}\n`, 'T'],
		['Line 2 is no JSON object', `{"t":"${A}"}\n{"t":"${B}\n`, 't'],
	])('is refused: %s', async (sentence, content, column) => {
		const reading = read(content, column);
		await expect(reading).rejects.toThrow(sentence);
		await expect(reading).rejects.not.toThrow(new RegExp(`${A}|${B}`));
	});

	it('without rows gives nothing', async () => {
		expect(await read('\n \n')).toEqual({ tokens: [], rows: 0, withoutToken: 0 });
	});

	it('gives back the cells that were written, whatever they hold', async () => {
		const cell = fc.string({
			unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', ';'),
			maxLength: 6,
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
				fc.integer({ min: 1, max: 9 }),
				async (rows, size) => {
					const written = rows.map(([first, last], index) =>
						[first, `t${index}`, last].map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
					);
					const { tokens } = await read(['x,t,y', ...written].join('\r\n'), 't', size);
					expect(tokens).toEqual(rows.map((_row, index) => `t${index}`));
				},
			),
		);
	});
});

describe('a table below a title, without a Column', () => {
	it.each([
		['a title', `Customers\nid;pushToken;manager\n1;${A};${B}\n`, 2],
		['a title in a cell', `Customers;;\n\nid;pushToken;manager\n1;${A};${B}\n`, 3],
		['a comment and tabs', `# exported\r\nname\tpushToken\r\nAnn\t${A}\r\n`, 2],
	])('%s: nobody is taken from its other columns', async (_, content, line) => {
		await expect(read(content)).rejects.toThrow(`Line ${line} of the file has several columns`);
	});

	it.each([
		['lists of tokens', `pushToken\n${A}, ${B}\n`],
		['quoted ones', `pushToken\n"${A}",\n"${B}",\n`],
	])('%s are no table', async (_, content) => {
		expect((await read(content)).tokens).toEqual(expect.arrayContaining([A, B]));
	});
});
