import { parseCommandLine, readWholeNumber } from '../../../scripts/commandLine';
import { formatError } from '../../../scripts/n8n/userError';

const BOUNDS = { min: 1, max: 64 };

function refusal(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		return formatError(error);
	}
	return 'nothing was refused';
}

describe('a command line', () => {
	const options = { quick: { type: 'boolean', default: false }, only: { type: 'string' } } as const;
	const read = (...args: string[]) => parseCommandLine('npm run bench', { args, options }).values;

	it('gives what is set, and the defaults', () => {
		expect(read('--only', 'file')).toEqual({ only: 'file', quick: false });
	});

	it.each([
		['--slow', "Unknown option '--slow'."],
		['file', "Unexpected argument 'file'."],
		['--only', "Option '--only <value>' argument missing."],
	])('refuses %s in two lines: what, and where the help is', (arg, words) => {
		const lines = refusal(() => read(arg)).split('\n');
		expect(lines).toEqual([words, 'npm run bench -- --help lists what is possible.']);
	});
});

describe('a whole number', () => {
	it.each(['1', '64', '07'])('may be %s', (text) => {
		expect(readWholeNumber('concurrency', text, BOUNDS)).toBe(Number(text));
	});

	it.each(['0', '65', '-1', '1.5', '1e1', '0x10', '', ' 3', 'many', '99999999999999999999'])(
		'may not be "%s"',
		(text) => {
			expect(refusal(() => readWholeNumber('concurrency', text, BOUNDS))).toBe(
				`--concurrency must be a whole number from 1 to 64, not "${text}".`,
			);
		},
	);
});
