import { UserError } from '../../../scripts/n8n/userError';
import { parseArguments } from '../../fuzz/arguments';

describe('parseArguments', () => {
	test('nothing given: ten thousand cases of everything, other ones in every run', () => {
		expect(parseArguments([])).toEqual({ cases: 10_000, help: false });
	});

	test('reads number, seed and part of the path', () => {
		expect(parseArguments(['--cases', '1000', '--seed', '42', '--only', 'receipt'])).toEqual({
			cases: 1000,
			seed: 42,
			only: 'receipt',
			help: false,
		});
	});

	test.each([
		[['--cases', '0'], '--cases must be'],
		[['--cases', '1.5'], '--cases must be'],
		[['--cases', ''], '--cases must be'],
		[['--seed', '3x'], '--seed must be'],
		[['--case', '3'], '--case'],
	])('refuses %j', (args, part) => {
		expect(() => parseArguments(args)).toThrow(UserError);
		expect(() => parseArguments(args)).toThrow(part);
	});
});
