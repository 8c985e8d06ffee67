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
	const options = { cwd: folder, env: process.env, logFile, signal };
	await runCommand(process.execPath, ['-e', script], options);
}

describe('runCommand', () => {
	test('keeps the output of a command that ends well', async () => {
		await run('console.log("one"); console.error("two")');
		expect(readFileSync(logFile, 'utf8')).toBe('one\ntwo\n');
	});

	test('throws with the end of the output when it does not', async () => {
		const failure = await run('console.log("reason"); process.exitCode = 3').catch(
			(error: unknown) => error,
		);
		expect(failure).toBeInstanceOf(CommandError);
		expect(failure).toMatchObject({ exitCode: 3, output: 'reason' });
	});

	test('shows what a terminal would show, without colours and frames of a spinner', async () => {
		const printed = '\u001b[31mred\u001b[0m\n1/2\r2/2\nwait\u001b[999D\u001b[Jdone';
		const script = `process.stdout.write(${JSON.stringify(printed)}); process.exitCode = 1`;
		await expect(run(script)).rejects.toMatchObject({
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
		const running = run(PARENT, controller.signal);
		const childFile = join(folder, 'child');
		while (!readText(childFile).endsWith('\n'))
			await new Promise((resolve) => setImmediate(resolve));
		controller.abort(new Error('Stopped.'));
		await expect(running).rejects.toThrow('Stopped.');
		expect(isRunning(Number(readText(childFile)))).toBe(false);
	});
});

/** Starts a child, leaves its number in a file, and waits as long as the child does. */
const PARENT = `
	const sleep = ['-e', 'setTimeout(() => undefined, 600_000)'];
	const child = require('node:child_process').spawn(process.execPath, sleep);
	require('node:fs').writeFileSync('child', child.pid + '\\n');
`;

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

/** A process that nothing has reaped yet is over too. */
function isRunning(pid: number): boolean {
	if (process.platform === 'linux') {
		return /^\d+ \(.*\) [^Z]/.test(readText(`/proc/${pid}/stat`));
	}
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
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
