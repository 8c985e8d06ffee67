/** `npm run smoke:live`, run as a process of its own; the sandbox stands in for Huawei. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../../sandbox/server';

const ROOT = join(__dirname, '../..');
const DEVICE = 'SMOKE-device-of-mine-0123456789';

// Starting a TypeScript process takes seconds on a busy machine.
let sandbox: Sandbox;
let folder: string;
let keyFile: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	folder = mkdtempSync(join(tmpdir(), 'huawei-push-smoke-'));
	keyFile = join(folder, 'key.json');
	writeFileSync(keyFile, JSON.stringify(sandbox.keyFile), { mode: 0o600 });
});

afterAll(async () => {
	rmSync(folder, { recursive: true });
	await sandbox.close();
});

async function smoke(
	variables: Record<string, string>,
	args: readonly string[] = [],
): Promise<{ code: number; output: string }> {
	const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
	return await new Promise((resolve) => {
		execFile(
			process.execPath,
			[tsx, join(ROOT, 'scripts/smoke/main.ts'), ...args],
			{ env: { ...process.env, HUAWEI_PUSH_BASE_URL: sandbox.url, ...variables } },
			(error, stdout, stderr) => {
				const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
				resolve({ code, output: stdout + stderr });
			},
		);
	});
}

it('sends one test message and revokes it, and shows neither token nor key', async () => {
	const { code, output } = await smoke({
		HUAWEI_PUSH_KEY_FILE: keyFile,
		HUAWEI_PUSH_TOKEN: DEVICE,
		HUAWEI_PUSH_CLIENT_ID: sandbox.clientId,
	});
	expect(output).toMatch(/send: HTTP 200, accepted, code 80000000/);
	expect(output).toMatch(/revoke: HTTP 200, accepted, code 80000000/);
	expect(code).toBe(0);
	expect(sandbox.store.messages).toMatchObject([{ testMessage: true, revokedTokens: [DEVICE] }]);
	expect(output).not.toContain(DEVICE);
	expect(output).not.toContain('PRIVATE KEY');
});

it('sends nothing for whoever asks for help, or for what it does not know', async () => {
	const before = sandbox.store.messages.length;
	const variables = { HUAWEI_PUSH_KEY_FILE: keyFile, HUAWEI_PUSH_TOKEN: DEVICE };
	const help = await smoke(variables, ['--help']);
	expect(help).toEqual({ code: 0, output: expect.stringContaining('HUAWEI_PUSH_KEY_FILE') });
	const unknown = await smoke(variables, ['--dry']);
	expect(unknown).toEqual({ code: 1, output: expect.stringContaining('smoke:live -- --help') });
	expect(sandbox.store.messages).toHaveLength(before);
});

it.each([
	[
		'UTF-16, as PowerShell writes it',
		'utf16le',
		'\uFEFF',
		'\r\n',
		(value: string) => `${value}\r\n`,
	],
	['UTF-8 with a byte order mark', 'utf8', '\uFEFF', '\r\n', (value: string) => `"${value}"`],
	['UTF-16 without a mark', 'utf16le', '', '\n', (value: string) => `\u200B'${value}',\n`],
] as const)(
	'takes a key file in %s and what is left around the values',
	async (_what, encoding, mark, lineBreak, spoil) => {
		const path = join(folder, 'key file.json');
		const content = JSON.stringify(sandbox.keyFile, null, 2).replaceAll('\n', lineBreak);
		writeFileSync(path, Buffer.from(mark + content, encoding), { mode: 0o600 });
		const { code, output } = await smoke({
			HUAWEI_PUSH_KEY_FILE: spoil(path),
			HUAWEI_PUSH_TOKEN: spoil(DEVICE),
			HUAWEI_PUSH_CLIENT_ID: spoil(sandbox.clientId),
			HUAWEI_PUSH_BASE_URL: spoil(`${sandbox.url}/v3`),
		});
		expect(output).toMatch(/send: HTTP 200, accepted/);
		expect(output).toMatch(/revoke: HTTP 200, accepted/);
		expect(code).toBe(0);
		// Nobody was sent to but the device as it is called.
		const devices = sandbox.store.messages.flatMap(({ revokedTokens }) => revokedTokens);
		expect(new Set(devices)).toEqual(new Set([DEVICE]));
	},
);

it('says what to set where the environment names no key', async () => {
	const { code, output } = await smoke({ HUAWEI_PUSH_KEY_FILE: '', HUAWEI_PUSH_TOKEN: '' });
	expect(code).toBe(2);
	expect(output).toContain('HUAWEI_PUSH_KEY_FILE');
});
