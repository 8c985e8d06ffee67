/** What a file is, by its first bytes. */

import { TokenFileFault } from './tokenFileFault';

/** Bytes that are enough to tell what a file is. */
export const HEAD_BYTES = 4096;

/** An encoding of text, as `TextDecoder` calls it, and the bytes of the mark before the text. */
export interface Encoding {
	readonly label: 'utf-8' | 'utf-16le' | 'utf-16be';
	readonly markBytes: number;
}

const EXCEL =
	'Save it as "CSV UTF-8", or read it with the node Extract from File and choose From Input Field.';
const UNPACK = 'Unpack it with the node Compression, or pack it as gzip (.gz).';
const EXPORT = 'Export the push tokens as a CSV file.';

/** Beginnings of files that hold no text, or not the one that is looked for, each with the next step. */
const NO_TEXT: ReadonlyArray<readonly [beginning: string, sentence: string]> = [
	['\xD0\xCF\x11\xE0', `This is an Excel file (.xls). ${EXCEL}`],
	['%PDF', `This is a PDF file. ${EXPORT}`],
	['{\\rtf', 'This is a text document with formatting (RTF). Save it as plain text.'],
	['PAR1', `This is a Parquet file. ${EXPORT}`],
	['7z\xBC\xAF', `This is a 7-Zip archive. ${UNPACK}`],
	['Rar!', `This is a RAR archive. ${UNPACK}`],
	['BZh', `This is a bzip2 file. ${UNPACK}`],
	['\xFD7zXZ', `This is an xz file. ${UNPACK}`],
	['\x28\xB5\x2F\xFD', `This is a Zstandard file. ${UNPACK}`],
	['\x1F\x8B', 'The gzip file holds another gzip file. Pack it once only.'],
	[
		'\xFF\xFE\0\0',
		'The file is in UTF-32, which is not read here. Save it as UTF-8, such as "CSV UTF-8" of Excel.',
	],
	[
		'\0\0\xFE\xFF',
		'The file is in UTF-32, which is not read here. Save it as UTF-8, such as "CSV UTF-8" of Excel.',
	],
];

/** Of an archive with files, and of one without. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];

/** The parts of office documents and spreadsheets, which are zip archives. */
const OFFICE = /\[Content_Types\]|_rels\/|\bxl\/|docProps\/|opendocument|Index\/.{1,40}\.iwa/;

const UTF8_MARK = '\xEF\xBB\xBF';

/**
 * The encoding of a text file whose first bytes these are: UTF-16 by its mark or by the zero bytes of its
 * letters, else UTF-8.
 *
 * @throws {TokenFileFault} if the file holds no text
 */
export function findEncoding(head: Uint8Array): Encoding {
	const beginning = new TextDecoder('latin1').decode(head);
	refuseOtherFiles(beginning);
	if (beginning.startsWith('\xFF\xFE')) return { label: 'utf-16le', markBytes: 2 };
	if (beginning.startsWith('\xFE\xFF')) return { label: 'utf-16be', markBytes: 2 };
	if (beginning.startsWith(UTF8_MARK)) return { label: 'utf-8', markBytes: UTF8_MARK.length };
	if (!head.includes(0)) return { label: 'utf-8', markBytes: 0 };
	const [even, odd] = [0, 1].map((first) => shareOfZeros(head, first));
	if (isMost(odd, even)) return { label: 'utf-16le', markBytes: 0 };
	if (isMost(even, odd)) return { label: 'utf-16be', markBytes: 0 };
	throw new TokenFileFault(`The file holds no text, but data of a program. ${EXPORT}`);
}

function refuseOtherFiles(beginning: string): void {
	if (ZIP.some((mark) => beginning.startsWith(mark))) {
		throw new TokenFileFault(
			OFFICE.test(beginning)
				? `This is an Excel file. ${EXCEL}`
				: `This is a ZIP archive. ${UNPACK} If it is an Excel file: ${lowerFirst(EXCEL)}`,
		);
	}
	for (const [start, sentence] of NO_TEXT) {
		if (beginning.startsWith(start)) throw new TokenFileFault(sentence);
	}
	if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|\?xml)\b/i.test(beginning)) {
		throw new TokenFileFault(
			`This is a web page or XML, no list of push tokens. Look at what the node before has downloaded: often it is the page of a login. ${EXPORT}`,
		);
	}
}

function lowerFirst(sentence: string): string {
	return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

/** Of every second byte, beginning with the first or the one behind it. */
function shareOfZeros(head: Uint8Array, first: number): number {
	let [zeros, looked] = [0, 0];
	for (let at = first; at < head.length; at += 2) {
		looked += 1;
		if (head[at] === 0) zeros += 1;
	}
	return looked === 0 ? 0 : zeros / looked;
}

/** Whether most of these bytes are zero, and hardly one of the others. */
function isMost(share = 0, others = 0): boolean {
	return share > 0.6 && others < 0.05;
}
