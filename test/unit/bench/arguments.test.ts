import { UserError } from '../../../scripts/n8n/userError';
import { LINES, parseArguments } from '../../../bench/arguments';

describe('parseArguments', () => {
	test('nothing given: all lines, three rounds', () => {
		expect(parseArguments([])).toEqual({
			lines: [...LINES],
			rounds: 3,
			quick: false,
			writeDocs: false,
			help: false,
		});
	});

	test('reads lines in the order of the table, and rounds', () => {
		expect(parseArguments(['--only', 'receipts, campaign', '--rounds', '5'])).toMatchObject({
			lines: ['campaign', 'receipts'],
			rounds: 5,
		});
	});

	test('--quick: the lines that matter most, one round unless more are asked for', () => {
		expect(parseArguments(['--quick'])).toMatchObject({
			lines: ['campaign', 'personalised', 'file'],
			rounds: 1,
			quick: true,
		});
		expect(parseArguments(['--quick', '--only', 'personalised', '--rounds', '2'])).toMatchObject({
			lines: ['personalised'],
			rounds: 2,
			quick: true,
		});
	});

	test('reads --write-docs', () => {
		expect(parseArguments(['--write-docs']).writeDocs).toBe(true);
	});

	test.each([
		[['--only', 'campaing'], '"campaing"'],
		[['--quick', '--only', 'receipts'], '"receipts". Lines are: campaign, personalised, file.'],
		[['--rounds', '0'], 'from 1 to 50'],
		[['--rounds', '3x'], 'from 1 to 50'],
		[['--twice'], '--twice'],
	])('refuses %j', (args, part) => {
		expect(() => parseArguments(args)).toThrow(UserError);
		expect(() => parseArguments(args)).toThrow(part);
	});
});
