import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanNpmEnvironment, CommandError, runCommand } from '../../../../scripts/n8n/runCommand';

let folder: string;
let logFile: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'command-test-'));
	logFile = join(folder, 'log');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function run(script: string, signal?: AbortSignal): Promise<void> {
	await runCommand('sh', ['-c', script], { cwd: folder, env: process.env, logFile, signal });
}

describe('runCommand', () => {
	test('keeps the output of a command that ends well', async () => {
		await run('echo one; echo two >&2');
		expect(readFileSync(logFile, 'utf8')).toBe('one\ntwo\n');
	});

	test('throws with the end of the output when it does not', async () => {
		const failure = await run('echo reason; exit 3').catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(CommandError);
		expect(failure).toMatchObject({ exitCode: 3, output: 'reason' });
	});

	test('shows what a terminal would show, without colours and frames of a spinner', async () => {
		const printed = String.raw`\033[31mred\033[0m\n1/2\r2/2\nwait\033[999D\033[Jdone`;
		await expect(run(`printf '${printed}'; exit 1`)).rejects.toMatchObject({
			output: 'red\n2/2\ndone',
		});
	});

	test('throws for a command that does not exist', async () => {
		const options = { cwd: folder, env: process.env, logFile };
		await expect(runCommand('no-such-command', [], options)).rejects.toMatchObject({
			exitCode: expect.stringContaining('ENOENT'),
		});
	});

	test('stops the command and its children when aborted', async () => {
		const controller = new AbortController();
		const running = run('sleep 600 & echo $! > child; wait', controller.signal);
		const childFile = join(folder, 'child');
		while (!readText(childFile).endsWith('\n'))
			await new Promise((resolve) => setImmediate(resolve));
		controller.abort(new Error('Stopped.'));
		await expect(running).rejects.toThrow('Stopped.');
		expect(isRunning(Number(readText(childFile)))).toBe(false);
	});
});

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** A process that nothing has reaped yet is over too. */
function isRunning(pid: number): boolean {
	return /^\d+ \(.*\) [^Z]/.test(readText(`/proc/${pid}/stat`));
}

describe('cleanNpmEnvironment', () => {
	test('drops what belongs to this npm run and keeps registry, cache and proxy', () => {
		const environment = cleanNpmEnvironment({
			PATH: '/bin',
			NODE_OPTIONS: '--inspect',
			npm_config_ignore_scripts: 'true',
			npm_config_registry: 'http://127.0.0.1:4873/',
			npm_config_https_proxy: 'http://127.0.0.1:3128/',
			npm_config_cache: '/cache',
			npm_lifecycle_event: 'start',
		});
		expect(environment).toEqual({
			PATH: '/bin',
			npm_config_registry: 'http://127.0.0.1:4873/',
			npm_config_https_proxy: 'http://127.0.0.1:3128/',
			npm_config_cache: '/cache',
		});
	});
});
