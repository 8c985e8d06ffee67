import { explainFailure } from '../../../../scripts/n8n/installFailure';
import { CommandError } from '../../../../scripts/n8n/runCommand';
import { formatError, UserError } from '../../../../scripts/n8n/userError';

function fail(
	output: string,
	command = 'npm install',
	exitCode: number | string = 1,
): CommandError {
	return new CommandError(command, exitCode, output);
}

const explain = (error: unknown, missing: string[] = []) =>
	explainFailure(error, missing, 'Install the tools');

describe('explainFailure', () => {
	test.each([
		['npm error code ENOTFOUND', 'could not be reached', 'proxy'],
		['npm error code E403', 'refused', 'npm login'],
		['npm error code ETARGET', 'lacks a package', 'mirrors'],
		['npm error ENOSPC: no space left on device', 'disk is full', 'XDG_CACHE_HOME'],
		['npm error code EACCES', 'may not be written', 'who owns'],
	])('"%s": says what happened and the next step', (output, happened, nextStep) => {
		const text = formatError(explain(fail(output)));
		expect(text).toContain(output);
		expect(text).toContain(happened);
		expect(text).toContain(nextStep);
	});

	test('names the build tools that are missing when sqlite3 cannot be built', () => {
		const error = explain(fail('gyp ERR!', 'node npm-cli.js rebuild sqlite3'), ['make', 'g++']);
		expect(formatError(error)).toContain('make, g++ missing');
		expect(formatError(error)).toContain('Install the tools and run');
	});

	test.each(['gyp ERR! find Python', 'gyp ERR! find VS', 'No Xcode or CLT version detected!'])(
		'"%s": names the tools where none could be looked for',
		(output) => {
			const error = explain(fail(output, 'node npm-cli.js rebuild sqlite3'));
			expect(formatError(error)).toContain('no compiler');
			expect(formatError(error)).toContain('Install the tools');
		},
	);

	test('shows the output of a failure it does not know', () => {
		const error = explain(fail('something new'));
		expect(error).toBeInstanceOf(UserError);
		expect(formatError(error)).toContain('something new');
	});

	test('lets other errors pass', () => {
		const error = new Error('stopped');
		expect(explain(error)).toBe(error);
	});
});
