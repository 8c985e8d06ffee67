import { SEND_EXAMPLES } from '../../../builders/bodies';
import { change, type Changes } from '../../../builders/change';
import { findRules } from '../../../../push-kit/message/messages';
import type { Rule } from '../../../../push-kit/message/rule';
import { RULES } from '../../../../push-kit/message/types';

/** One wrong value of every kind. */
const WRONG: readonly unknown[] = [
	undefined,
	null,
	'',
	' ',
	'x'.repeat(600),
	'http://example.com/a.png',
	-7,
	1.5,
	1e12,
	true,
	{},
	{ x: 1 },
	[],
	['x', 'x', 'x', 'x', 'x', 'x', 'x'],
];

/** Dotted paths of every member that a schema names, whether an example has it or not. */
function paths(schema: Rule, at: readonly string[] = []): string[] {
	const own = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => [
		[...at, name].join('.'),
		...paths(member, [...at, name]),
		...(member.items === undefined ? [] : paths(member.items, [...at, name, '0'])),
	]);
	return own;
}

function sentencesOf(name: keyof typeof SEND_EXAMPLES): string[] {
	const { messageType, body } = SEND_EXAMPLES[name];
	const found = paths(RULES[messageType] ?? {}).flatMap((path) =>
		WRONG.flatMap((value) => {
			const changes: Changes = { [path]: value };
			const payload = change(body.payload, changes);
			const { faults, hints } = findRules(messageType).inspect({ payload });
			return [...faults.map(({ message }) => message), ...hints];
		}),
	);
	return [...new Set(found)].sort();
}

/** What an operator may read of a message. A sentence changes only on purpose. */
describe('the sentences', () => {
	it.each(Object.keys(SEND_EXAMPLES) as Array<keyof typeof SEND_EXAMPLES>)('%s', (name) => {
		expect(`\n${sentencesOf(name).join('\n')}\n`).toMatchSnapshot();
	});
});
