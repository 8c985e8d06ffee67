/** The sandbox's own package, from its tarball, in a folder where nothing else is. */
import axios from 'axios';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { importPKCS8, SignJWT } from 'jose';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ServiceAccountKeyFile } from '../../../../sandbox/account/serviceAccount';
import { findNpm } from '../../../../scripts/n8n/npm';
import { cleanNpmEnvironment } from '../../../../scripts/n8n/runCommand';
import { BODIES } from '../../../builders/sandbox/bodies';
import { runProgram } from '../../../builders/program';
import { packSandboxPackage } from '../../../builders/sandboxPackage';

jest.setTimeout(180_000);

/** Bytes: a little more than today, so that growth is a decision. */
const TARBALL_BUDGET = 150_000;
/** Bytes of all files with those that it depends on, 13.5 million today; theirs may grow without us. */
const INSTALLED_BUDGET = 16_000_000;

const NAME = 'n8n-nodes-huawei-push-sandbox';
const run = promisify(execFile);

let work: string;
let installed: string;
let tarball: string;
let child: ChildProcess | undefined;

/** Builds, packs and installs it. */
beforeAll(async () => {
	work = await mkdtemp(join(tmpdir(), 'sandbox-package-'));
	tarball = await packSandboxPackage(work);
	const empty = join(work, 'empty');
	await mkdir(empty);
	await writeFile(join(empty, 'package.json'), '{"private":true}');
	const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
	await run(process.execPath, [findNpm(), 'install', ...flags, tarball], {
		cwd: empty,
		env: cleanNpmEnvironment(),
	});
	installed = join(empty, 'node_modules', NAME);
});
afterAll(async () => {
	child?.kill('SIGKILL');
	await rm(work, { recursive: true, force: true });
});

interface InstalledManifest {
	bin: Record<string, string>;
	dependencies: Record<string, string>;
}

async function readManifest(): Promise<InstalledManifest> {
	return JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
}

/** Starts its command in the empty folder; resolves with its address once it can be used. */
async function start(...flags: string[]): Promise<{ url: string; text: string }> {
	const { bin } = await readManifest();
	const running = spawn(process.execPath, [join(installed, bin[NAME] ?? ''), ...flags], {
		cwd: join(work, 'empty'),
	});
	child = running;
	return await new Promise((resolve, reject) => {
		let text = '';
		for (const stream of [running.stdout, running.stderr]) {
			stream.on('data', (chunk: Buffer) => {
				text += chunk.toString();
				const [, url] = /runs at (\S+)/.exec(text) ?? [];
				if (url !== undefined && text.includes('Press Ctrl+C')) resolve({ url, text });
			});
		}
		running.on('close', () => reject(new Error(`It has ended:\n${text}`)));
	});
}

/** As any client of Push Kit would. */
async function mintJwt(key: ServiceAccountKeyFile): Promise<string> {
	const privateKey = await importPKCS8(key.private_key, 'PS256');
	return await new SignJWT()
		.setProtectedHeader({ alg: 'PS256', kid: key.key_id, typ: 'JWT' })
		.setIssuer(key.sub_account)
		.setAudience(key.token_uri)
		.setIssuedAt()
		.setExpirationTime('1h')
		.sign(privateKey);
}

async function measure(folder: string): Promise<number> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const sizes = files.map(
		async ({ parentPath, name }) => (await stat(join(parentPath, name))).size,
	);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

describe('the package of the sandbox', () => {
	it('is small, also with what it depends on', async () => {
		expect((await stat(tarball)).size).toBeLessThan(TARBALL_BUDGET);
		expect(await measure(join(work, 'empty', 'node_modules'))).toBeLessThan(INSTALLED_BUDGET);
	});

	it('depends on what its code imports, and holds neither builder nor source', async () => {
		const { bin, dependencies } = await readManifest();
		expect(Object.keys(dependencies)).toEqual(['@fastify/swagger', 'axios', 'fastify']);
		const code = await readFile(join(installed, bin[NAME] ?? ''), 'utf8');
		expect(code).not.toMatch(/\bvite\b/);
		const files = await readdir(installed, { recursive: true });
		expect(files.filter((file) => /\.(?:ts|vue|map)$|node_modules/.test(file))).toEqual([]);
	});

	it('hands on the licences of what stands in it', async () => {
		const notices = await readFile(join(installed, 'THIRD_PARTY_LICENSES.txt'), 'utf8');
		expect(notices).toMatch(
			/@vue\/runtime-core 3\.\S+ \(MIT\)\n\n[^]+Permission is hereby granted/,
		);
		expect(await readFile(join(installed, 'LICENSE'), 'utf8')).toContain('MIT License');
	});

	it('starts, shows its page, takes a message, keeps it, and ends', async () => {
		const { url, text } = await start('--port', '0', '--data', 'kept');
		expect(text).toContain(join(work, 'empty', 'kept', 'service-account-key.json'));
		const keyText = await readFile(join(work, 'empty', 'kept', 'service-account-key.json'), 'utf8');
		const key: ServiceAccountKeyFile = JSON.parse(keyText);

		const { data: page } = await axios.get<string>(url);
		const [, script = ''] = /src="([^"]+\.js)"/.exec(page) ?? [];
		expect((await axios.get<string>(url + script)).data.length).toBeGreaterThan(100_000);
		const sent = await axios.post(
			`${url}/v3/${key.project_id}/messages:send`,
			BODIES.notification,
			{
				headers: { Authorization: `Bearer ${await mintJwt(key)}`, 'push-type': '0' },
			},
		);
		expect(sent.data.code).toBe('80000000');
		const { data: messages } = await axios.get(`${url}/sandbox/messages`);
		expect(messages.messages).toHaveLength(1);
		const openApi = await axios.get(`${url}/sandbox/openapi.json`);
		expect(openApi.data.openapi).toBe('3.1.0');

		const ended = new Promise((resolve) => child?.once('close', resolve));
		child?.kill('SIGTERM');
		expect(await ended).toBe(process.platform === 'win32' ? null : 0);
		const { url: again } = await start('--port', '0', '--data', 'kept');
		const kept = await axios.get(`${again}/sandbox/messages`);
		expect(kept.data.messages).toHaveLength(process.platform === 'win32' ? 0 : 1);
	});

	it('is not built over a folder that holds anything else', async () => {
		const folder = join(work, 'empty');
		const build = runProgram('scripts/sandboxPackage/main.ts', ['--folder', folder], work);
		expect([await build.ended, build.read()]).toEqual([
			1,
			expect.stringContaining('holds something else'),
		]);
		expect(await readdir(folder)).toContain('node_modules');
	});

	it('names itself in its help', async () => {
		const { bin } = await readManifest();
		const { stdout } = await run(process.execPath, [join(installed, bin[NAME] ?? ''), '--help']);
		expect(stdout).toContain(`Usage: npx ${NAME} [options]`);
	});
});
