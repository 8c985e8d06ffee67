import { gzipSync } from 'node:zlib';

import fc from 'fast-check';

import { decodeFile } from '../../../../push-kit/recipients/fileText';
import { TokenFileFault } from '../../../../push-kit/recipients/tokenFileFault';
import { inChunks } from '../../../builders/byteChunks';

async function read(bytes: AsyncIterable<Uint8Array>): Promise<string> {
	let text = '';
	for await (const piece of decodeFile(bytes)) text += piece;
	return text;
}

const TEXT = 'pushToken;名称\r\ntökén;𝒳\r\n';

/** As Excel and Windows write it; `swap16` makes big endian of it. */
function utf16(text: string): Buffer {
	return Buffer.from(text, 'utf16le');
}

describe('the text of a file', () => {
	it.each<[string, Uint8Array]>([
		['UTF-8', Buffer.from(TEXT)],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
		['UTF-16, little endian, with a mark', utf16(`\uFEFF${TEXT}`)],
		['UTF-16, big endian, with a mark', utf16(`\uFEFF${TEXT}`).swap16()],
		['gzip', gzipSync(TEXT)],
		[
			'gzip of several members',
			Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))]),
		],
		['gzip of UTF-16', gzipSync(utf16(`\uFEFF${TEXT}`))],
	])('is read from %s, wherever the chunks are cut', async (_, bytes) => {
		for (const size of [1, 2, 3, 7, 64 * 1024]) {
			expect(await read(inChunks(bytes, size))).toBe(TEXT);
		}
	});

	it.each(['little', 'big'])('is found to be UTF-16 without a mark, %s endian', async (endian) => {
		const text = 'id\tpushToken\r\n1\tMAMzLgIkEAC\r\n';
		const bytes = endian === 'big' ? utf16(text).swap16() : utf16(text);
		expect(await read(inChunks(bytes, 5))).toBe(text);
	});

	it('is the same for any text and any chunks', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'grapheme', maxLength: 60 }),
				fc.integer({ min: 1, max: 20 }),
				async (text, size) => {
					// A text that begins like another kind of file, or holds what looks like UTF-16, is another matter.
					const whole = `x${text.replaceAll('\0', '')}`;
					expect(await read(inChunks(whole, size))).toBe(whole);
				},
			),
		);
	});

	it('has a sign in place of broken characters', async () => {
		expect(await read(inChunks(Buffer.from([0x61, 0xff, 0x62, 0xe4, 0xbb])))).toBe(
			'a\uFFFDb\uFFFD',
		);
	});

	it('comes in small pieces from a file that is held in memory', async () => {
		const lengths: number[] = [];
		for await (const piece of decodeFile(inChunks('x'.repeat(200_000), 200_000))) {
			lengths.push(piece.length);
		}
		expect(Math.max(...lengths)).toBe(64 * 1024);
	});

	it('of nothing is nothing', async () => {
		expect(await read(inChunks(''))).toBe('');
		expect(await read(inChunks(gzipSync('')))).toBe('');
	});
});

describe('what is no text', () => {
	it.each<[string, string | Uint8Array]>([
		['This is an Excel file. Save it as "CSV UTF-8"', 'PK\x03\x04\x14\0[Content_Types].xml'],
		['This is a ZIP archive', 'PK\x03\x04\x14\0tokens.csv'],
		['Excel file (.xls)', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
		['PDF', '%PDF-1.7'],
		['data of a program', Buffer.from([1, 2, 0, 0, 0, 200, 0, 1, 7, 7, 0, 0])],
		['web page', '\n<!DOCTYPE html><html>'],
		['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
		['another gzip file', gzipSync(gzipSync(TEXT))],
		['This is an Excel file', gzipSync('PK\x03\x04\x14\0xl/workbook.xml')],
	])('is refused: %s', async (sentence, bytes) => {
		const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
		await expect(read(inChunks(content, 3))).rejects.toThrow(TokenFileFault);
		await expect(read(inChunks(content))).rejects.toThrow(sentence);
	});

	it('is a gzip file that was cut off, or damaged', async () => {
		const packed = gzipSync(
			Array.from({ length: 9999 }, (_, index) => `token-${index}`).join('\n'),
		);
		await expect(read(inChunks(packed.subarray(0, -9), 1000))).rejects.toThrow(
			'damaged or cut off',
		);
		packed.fill(0xff, 3000, 3010);
		await expect(read(inChunks(packed, 1000))).rejects.toThrow('damaged or cut off');
	});
});

describe('the source of the bytes', () => {
	it.each([
		['plain', Buffer.from('x'.repeat(9000))],
		['gzip', gzipSync('x'.repeat(9000))],
	])('tells its own error, of a %s file', async (_, bytes) => {
		async function* broken(): AsyncGenerator<Uint8Array> {
			yield* inChunks(bytes.subarray(0, 30));
			throw new Error('EIO: disk is gone');
		}
		await expect(read(broken())).rejects.toThrow('EIO: disk is gone');
	});

	it('is closed when the reader stops, and read no further than needed', async () => {
		let [chunks, closed] = [0, false];
		async function* endless(): AsyncGenerator<Uint8Array> {
			try {
				for (;;) {
					chunks += 1;
					yield await Promise.resolve(gzipSync('x'.repeat(1_000_000)));
				}
			} finally {
				closed = true;
			}
		}
		for await (const piece of decodeFile(endless())) if (piece !== '') break;
		expect(closed).toBe(true);
		expect(chunks).toBeLessThan(100);
	});
});
