import { UserError } from '../../../../scripts/n8n/userError';
import { parseArguments } from '../../../../bench/soak/arguments';

test('nothing given: half an hour of campaigns', () => {
	expect(parseArguments([])).toEqual({ load: 'campaigns', minutes: 30, rate: 0.5, help: false });
});

test('each load has its own time and rate; both can be given', () => {
	expect(parseArguments(['receipts'])).toMatchObject({ load: 'receipts', minutes: 10, rate: 10 });
	expect(parseArguments(['--minutes', '5', '--rate', '1'])).toMatchObject({
		load: 'campaigns',
		minutes: 5,
		rate: 1,
	});
});

test.each([
	[['--minutes', '1'], 'from 2 to 600'],
	[['--rate', 'fast'], 'from 0.1 to 100'],
	[['recipes'], '"recipes" is no load. Loads are: campaigns, receipts.'],
	[['receipts', 'campaigns'], 'is no load'],
	[['--twice'], '--twice'],
])('refuses %j', (args, part) => {
	expect(() => parseArguments(args)).toThrow(UserError);
	expect(() => parseArguments(args)).toThrow(part);
});
