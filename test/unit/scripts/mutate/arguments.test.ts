import { parseArguments } from '../../../../scripts/mutate/arguments';
import { ROOMS } from '../../../../scripts/mutate/rooms';
import { UserError } from '../../../../scripts/n8n/userError';

describe('parseArguments', () => {
	test('nothing given: all rooms, with what is known from before', () => {
		expect(parseArguments([])).toEqual({ rooms: [...ROOMS], fresh: false, help: false });
	});

	test('reads rooms in the order of the table', () => {
		const { rooms } = parseArguments(['--room', 'trigger, account']);
		expect(rooms.map(({ name }) => name)).toEqual(['account', 'trigger']);
	});

	test('reads one file of one room', () => {
		const file = 'push-kit/receipt/parse.ts';
		expect(
			parseArguments(['--room', 'receipt', '--file', file, '--fresh', '--concurrency', '1']),
		).toMatchObject({ rooms: [{ name: 'receipt' }], file, fresh: true, concurrency: 1 });
	});

	test.each([
		[['--room', 'reciept'], '"reciept"'],
		[['--file', 'push-kit/receipt/parse.ts'], '--file needs --room'],
		[['--concurrency', '0'], 'from 1 to 64'],
		[['--rooms', 'receipt'], '--rooms'],
	])('refuses %j', (args, part) => {
		expect(() => parseArguments(args)).toThrow(UserError);
		expect(() => parseArguments(args)).toThrow(part);
	});
});
