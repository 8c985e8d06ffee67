import fc from 'fast-check';

import { TokenDigests } from '../../../../push-kit/recipients/tokenDigests';

describe('the digests of tokens', () => {
	it('tell tokens apart as a set does', () => {
		const token = fc.oneof(
			fc.constantFrom('', '\0', '\0\0', '\uD800', '\uD801', 'é', 'e\u0301'),
			fc.string({ unit: 'binary', maxLength: 8 }),
			fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\u8000'), maxLength: 6 }),
		);
		fc.assert(
			fc.property(fc.array(token, { maxLength: 200 }), fc.integer(), (tokens, seed) => {
				const [digests, set] = [new TokenDigests(seed), new Set<string>()];
				const told = tokens.map((one) => [digests.has(one), digests.add(one), digests.size]);
				const right = tokens.map((one) => {
					const isKnown = set.has(one);
					return [isKnown, !isKnown, set.add(one).size];
				});
				expect(told).toEqual(right);
			}),
		);
	});

	it.each([
		['the last digits', (index: number) => `${'MAMzLgIkEAC'.repeat(9)}${index}`],
		['the first digits', (index: number) => `${index}${'MAMzLgIkEAC'.repeat(9)}`],
		['their length', (index: number) => 'a'.repeat(index % 700) + '\0'.repeat(index / 700)],
		[
			'what stands behind a long beginning',
			(index: number) => `${'a'.repeat(508 + (index % 6))}é${index}`,
		],
		['two high bits', (index: number) => highBits(index)],
	])('tell tokens apart that differ by %s', (_, token) => {
		const digests = new TokenDigests(1);
		const tokens = new Set(Array.from({ length: 10_000 }, (_none, index) => token(index)));
		for (const one of tokens) digests.add(one);
		expect(digests.size).toBe(tokens.size);
	});

	it('take at most 16 bytes a token from 100,000 on, and keep their memory', () => {
		const digests = new TokenDigests(7);
		let worst = 0;
		for (let index = 0; index < 250_000; index += 1) {
			digests.add(`token-${index}`);
			if (digests.size >= 100_000) worst = Math.max(worst, digests.bytes / digests.size);
		}
		expect(worst).toBeLessThanOrEqual(16);
		const { bytes } = digests;
		digests.clear();
		expect([digests.size, digests.bytes, digests.has('token-1')]).toEqual([0, bytes, false]);
		expect(digests.add('token-1')).toBe(true);
	});
});

/** Bit by bit of the number, the highest bit of a UTF-16 unit. */
function highBits(index: number): string {
	return Array.from({ length: 16 }, (_, bit) =>
		String.fromCharCode((index >> bit) & 1 ? 0x8000 : 0),
	).join('');
}
