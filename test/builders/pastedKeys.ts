/** What copying and pasting does to key files and IDs: each wrapping leaves the account unchanged. */

/** Where a wrapping has a choice: a number below `limit`. */
export type Chance = (limit: number) => number;

export type Wrapping = (text: string, chance: Chance) => string;

const INVISIBLE = ['\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u00AD'];

function insertInvisible(text: string, chance: Chance): string {
	const at = chance(text.length + 1);
	return text.slice(0, at) + (INVISIBLE[chance(INVISIBLE.length)] ?? '') + text.slice(at);
}

function toFullWidth(text: string): string {
	return text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** By name, so that a failing example can be read. */
const AROUND_EVERYTHING: Readonly<Record<string, Wrapping>> = {
	blanks: (text) => `  \t${text} `,
	noBreakBlanks: (text) => `\u00A0${text}\u00A0\u202F`,
	lineBreaks: (text) => `\n\r\n${text}\r\n`,
	invisible: insertInvisible,
	straightQuotes: (text) => `"${text}"`,
	singleQuotes: (text) => `'${text}'`,
	backticks: (text) => `\`${text}\``,
	typographicQuotes: (text, chance) =>
		(['“|”', '„|“', '«|»', '‘|’'][chance(4)] ?? '|').replace('|', () => text),
	trailingComma: (text) => `${text},`,
	trailingSemicolon: (text) => `${text} ;`,
	byteOrderMark: (text) => `\uFEFF${text}`,
	nulBetween: (text) => [...text].join('\0'),
};

export const AROUND_IDS: Readonly<Record<string, Wrapping>> = {
	...AROUND_EVERYTHING,
	escapedQuotes: (text) => `\\"${text}\\"`,
	leadingComma: (text) => `,${text}`,
	leadingSemicolon: (text) => `; ${text}`,
	fullWidth: toFullWidth,
};

/** Labels as files, shells, consoles and people write them, for a member such as `key_id`. */
export function labelWrappings(member: string, label: string): Record<string, Wrapping> {
	return {
		json: (text) => `"${member}": "${text}"`,
		jsonLine: (text) => `  "${member}" : "${text}",\r\n`,
		bare: (text) => `${member}: ${text}`,
		shell: (text) => `${member.toUpperCase()}=${text}`,
		form: (text) => `${label}: ${text}`,
		formOnTwoLines: (text) => `${label}:\n${text}`,
		fullWidthColon: (text) => `${label}：${text}`,
	};
}

export const AROUND_FILES: Readonly<Record<string, Wrapping>> = {
	...AROUND_EVERYTHING,
	codeFence: (text) => `\`\`\`json\n${text}\n\`\`\``,
	base64: (text) => Buffer.from(text).toString('base64'),
	base64InLines: (text) =>
		Buffer.from(text)
			.toString('base64')
			.replace(/(.{76})/g, '$1\r\n'),
	base64OfUtf16: (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').toString('base64'),
	jsonString: (text) => JSON.stringify(text),
	escapedQuotes: (text) => JSON.stringify(text).slice(1, -1),
	trailingCommas: (text) => text.replace(/\s*\}/g, ',\n}'),
	typographicInside: (text, chance) => {
		const [open = '"', close = '"'] =
			[
				['“', '”'],
				['„', '“'],
				['＂', '＂'],
			][chance(3)] ?? [];
		let count = 0;
		return text.replace(/"/g, () => ((count += 1) % 2 === 1 ? open : close));
	},
	noBreakBlanksInside: (text) => text.replace(/" *: */g, '"\u00A0:\u00A0'),
	rawLineBreaks: (text) => text.replaceAll('\\n', '\n'),
	windowsLineBreaks: (text) => text.replace(/\r?\n/g, '\r\n'),
	promptLines: (text) => `ops@host:~$ cat key.json\n${text}\nops@host:~$ `,
	mailQuote: (text) => text.replace(/^/gm, '> '),
};

/** What becomes of the line breaks of a key that stands alone. */
export const IN_KEYS: Readonly<Record<string, Wrapping>> = {
	literalLineBreaks: (text) => text.replaceAll('\n', '\\n'),
	blanksForLineBreaks: (text) => text.replaceAll('\n', ' '),
	lineBreaksLost: (text) => text.replaceAll('\n', ''),
	windowsLineBreaks: (text) => text.replaceAll('\n', '\r\n'),
	oneLongLine: (text) => text.replace(/(?<=[\w+/])\n(?=[\w+/=])/g, ''),
};

/** Around a key that stands alone. */
export const AROUND_KEYS: Readonly<Record<string, Wrapping>> = {
	...AROUND_FILES,
	member: (text) => `"private_key": ${JSON.stringify(text)},`,
};
