import fc from 'fast-check';

import { findClashes } from '../../../../push-kit/delivery/campaignClashes';
import { finish } from '../../../../push-kit/steps';
import { groupByMessage } from './messages';

interface Line {
	item: number;
	token: string;
	key: string;
	message: { text: string; campaign: string | undefined };
}

const lines = fc
	.array(
		fc.record({
			token: fc.constantFrom('T1', 'T2', 'T3'),
			text: fc.constantFrom('a', 'b', 'c'),
			campaign: fc.option(fc.constantFrom('spring', 'summer'), { nil: undefined }),
		}),
		{ maxLength: 12 },
	)
	.map((list) =>
		list.map(
			({ token, ...message }, item): Line => ({
				item,
				token,
				message,
				key: JSON.stringify(message),
			}),
		),
	);

const clashesOf = (list: readonly Line[]) =>
	finish(findClashes(groupByMessage(list), ({ campaign }) => campaign));

/** Told pair by pair. */
const clash = (a: Line, b: Line) =>
	a.token === b.token &&
	a.message.campaign !== undefined &&
	a.message.campaign === b.message.campaign &&
	a.message.text !== b.message.text;

it('finds exactly those who would get two different messages of a campaign, each once', () => {
	fc.assert(
		fc.property(lines, (list) => {
			const found = clashesOf(list).map(({ recipient }) => recipient.item);
			const expected = list.filter((one) => list.some((other) => clash(one, other)));
			expect(found.sort((a, b) => a - b)).toEqual(expected.map(({ item }) => item));
		}),
	);
});

it('names another recipient with whom each really clashes', () => {
	fc.assert(
		fc.property(lines, (list) => {
			expect(clashesOf(list).every(({ recipient, other }) => clash(recipient, other))).toBe(true);
		}),
	);
});

it.each([
	['one message', () => 'a'],
	['a message for each', (item: number) => `Dear ${item}`],
])('stops every thousand tokens of a long campaign of %s', (_, textOf) => {
	const list = Array.from({ length: 3_000 }, (__, item): Line => {
		const message = { text: textOf(item), campaign: 'spring' };
		return { item, token: `T${item}`, message, key: JSON.stringify(message) };
	});
	const steps = findClashes(groupByMessage(list), ({ campaign }) => campaign);
	expect([...steps]).toHaveLength(3);
});
