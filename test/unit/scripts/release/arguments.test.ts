import { parseArguments } from '../../../../scripts/release/arguments';

describe('the command line of npm run release', () => {
	it('takes a tag, or none', () => {
		expect(parseArguments([])).toEqual({ dry: false, help: false });
		expect(parseArguments(['--dry', '--tag', 'v0.1.0'])).toEqual({
			dry: true,
			tag: 'v0.1.0',
			help: false,
		});
	});

	it('refuses what it does not know', () => {
		expect(() => parseArguments(['--publish'])).toThrow('--publish');
		expect(() => parseArguments(['v0.1.0'])).toThrow('v0.1.0');
	});
});
