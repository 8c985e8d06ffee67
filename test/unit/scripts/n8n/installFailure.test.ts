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

describe('explainFailure', () => {
	test.each([
		['npm error code ENOTFOUND', 'could not be reached', 'proxy'],
		['npm error code E403', 'refused', 'npm login'],
		['npm error code ETARGET', 'lacks a package', 'mirrors'],
		['npm error ENOSPC: no space left on device', 'disk is full', 'XDG_CACHE_HOME'],
		['npm error code EACCES', 'may not be written', 'who owns'],
	])('"%s": says what happened and the next step', (output, happened, nextStep) => {
		const text = formatError(explainFailure(fail(output), []));
		expect(text).toContain(output);
		expect(text).toContain(happened);
		expect(text).toContain(nextStep);
	});

	test('names the build tools that are missing when sqlite3 cannot be built', () => {
		const error = explainFailure(fail('gyp ERR!', 'npm rebuild sqlite3'), ['make', 'g++']);
		expect(formatError(error)).toContain('make, g++ missing');
		expect(formatError(error)).toContain('apt-get install');
	});

	test('says that npm itself is missing', () => {
		expect(formatError(explainFailure(fail('', 'npm install', 'spawn npm ENOENT'), []))).toContain(
			'npm was not found',
		);
	});

	test('shows the output of a failure it does not know', () => {
		const error = explainFailure(fail('something new'), []);
		expect(error).toBeInstanceOf(UserError);
		expect(formatError(error)).toContain('something new');
	});

	test('lets other errors pass', () => {
		const error = new Error('stopped');
		expect(explainFailure(error, [])).toBe(error);
	});
});
