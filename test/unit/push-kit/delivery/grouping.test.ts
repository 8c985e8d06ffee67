import fc from 'fast-check';
import { groupByMessage } from './messages';

const recipient = fc.record({
	item: fc.nat(50),
	token: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
	key: fc.constantFrom('1', '2', '__proto__'),
});

describe('Grouping', () => {
	it('sends a token that occurs twice once, and remembers both', () => {
		const people = ['a', 'b', 'a'].map((token, item) => ({ item, token, key: 'k', message: 'm' }));
		expect(groupByMessage(people)).toEqual([
			{ message: 'm', tokens: ['a', 'b'], recipients: [[people[0], people[2]], [people[1]]] },
		]);
	});

	it('keeps every recipient exactly once, under its own message and token', () => {
		fc.assert(
			fc.property(fc.array(recipient), (people) => {
				const all = people.map((one, position) => ({ ...one, position, message: one.key }));
				const seen: number[] = [];
				for (const { message, tokens, recipients } of groupByMessage(all)) {
					expect(new Set(tokens).size).toBe(tokens.length);
					recipients.forEach((ofToken, index) => {
						for (const { position, token, key } of ofToken) {
							seen.push(position);
							expect([token, key]).toEqual([tokens[index], message]);
						}
					});
				}
				expect(seen.sort((a, b) => a - b)).toEqual(people.map((_, position) => position));
			}),
		);
	});
});
