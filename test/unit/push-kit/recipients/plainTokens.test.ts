import fc from 'fast-check';

import {
	hasPlainLines,
	isPlainLine,
	isPlainToken,
} from '../../../../push-kit/recipients/plainTokens';
import { addTokens, readTokenList } from '../../../../push-kit/recipients/tokenList';

/** Signs of tokens and of what stands around them. */
const SIGNS = fc.constantFrom(...'abnrtxOsi019_-.=+/:~#&;,"\' <>[]{}|`\\\n你\u200B');

describe('a plain token', () => {
	it('is what the list of it holds, and nothing else', () => {
		fc.assert(
			fc.property(fc.string({ unit: SIGNS, maxLength: 40 }), fc.nat(40), (text, filled) => {
				const cell = text + 'aB3_-./+='.repeat(9).slice(0, filled);
				if (isPlainToken(cell)) expect(readTokenList(cell)).toEqual([cell]);
			}),
			{ numRuns: 5000 },
		);
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.=+/-]{31,60}$/), (cell) => {
				expect(isPlainToken(cell)).toBe(true);
				expect(readTokenList(cell)).toEqual([cell]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is known by its line alone, in a text of such signs', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z0-9_.=+/-]{20,50}$/), (line) => {
				expect(hasPlainLines(`${line}\r\n${line}\n`)).toBe(true);
				expect(isPlainLine(line)).toBe(isPlainToken(line));
			}),
			{ numRuns: 2000 },
		);
		fc.assert(
			fc.property(fc.string({ unit: SIGNS, maxLength: 60 }), (text) => {
				if (!hasPlainLines(text)) return;
				for (const line of text.split(/[\r\n]/)) expect(isPlainLine(line)).toBe(isPlainToken(line));
			}),
			{ numRuns: 2000 },
		);
	});

	it('makes no difference to what is read', () => {
		fc.assert(
			fc.property(fc.string({ unit: SIGNS, maxLength: 80 }), (cell) => {
				const tokens: string[] = [];
				addTokens(cell, tokens);
				expect(tokens).toEqual(readTokenList(cell));
			}),
			{ numRuns: 2000 },
		);
	});

	it('may stand in a list longer than a call has arguments', () => {
		const tokens: string[] = [];
		addTokens(
			Array.from({ length: 200_000 }, (_, index) => `token-${index}`),
			tokens,
		);
		expect(tokens).toHaveLength(200_000);
	});
});
