import { readTokenList, readTokensInSteps } from '../../../push-kit/recipients/tokenList';
import { finish, type Steps } from '../../../push-kit/steps';

function* count(to: number): Steps<number> {
	for (let number = 0; number < to; number++) yield;
	return to;
}

it.each([0, 1, 3])('does work of %d stops in one piece', (stops) => {
	expect(finish(count(stops))).toBe(stops);
});

describe('reading push tokens', () => {
	it('stops every thousand entries of a long list, however its lists are nested', () => {
		const tokens = Array.from({ length: 5_500 }, (_, number) => `TOKEN-${number}`);
		const short = Array.from({ length: 11 }, (_, part) =>
			tokens.slice(part * 500, part * 500 + 500),
		);
		for (const [list, stops] of [
			[tokens, 5],
			[[[tokens]], 5],
			[short, 5],
			// The lists themselves are looked at as well, also where they hold nothing.
			[tokens.map((token) => [token]), 11],
			[[...tokens, ...tokens.map(() => [])], 11],
		] as const) {
			expect([...readTokensInSteps(list)]).toHaveLength(stops);
			expect(readTokenList(list)).toEqual(tokens);
		}
	});

	it('stops within a long text after each look at it, and after every thousand tokens', () => {
		const tokens = Array.from({ length: 5_500 }, (_, number) => `TOKEN-${number}`);
		const looks = [...readTokensInSteps(tokens.slice(0, 200).join(', '))].length;
		expect(looks).toBeGreaterThan(5);
		for (const separator of [', ', '\n']) {
			const text = tokens.join(separator);
			expect([...readTokensInSteps(text)]).toHaveLength(looks + 5);
			expect([...readTokensInSteps([text, text])]).toHaveLength(2 * (looks + 5));
			expect(readTokenList(text)).toEqual(tokens);
		}
		expect([...readTokensInSteps('TOKEN-1, TOKEN-2')]).toEqual([]);
	});

	it('stops within a long list that is kept as JSON text', () => {
		const tokens = Array.from({ length: 5_500 }, (_, number) => `TOKEN-${number}`);
		const text = JSON.stringify([...tokens, { token: 'TOKEN-X' }]);
		expect([...readTokensInSteps(text)]).toHaveLength(5);
		expect(readTokenList(text)).toEqual(tokens);
	});
});
