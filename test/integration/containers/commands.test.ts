/** The commands of the images, run without a container: in a folder that stands for its root. */
import axios from 'axios';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { findFreePort } from '../../../scripts/n8n/freePort';
import { packFolder } from '../../../scripts/n8n/package';
import { cleanNpmEnvironment } from '../../../scripts/n8n/runCommand';
import { readCommand, readStages, ROOT, type Stage } from '../../builders/dockerfile';
import { describeOnPosix } from '../../builders/posix';
import { packSandboxPackage } from '../../builders/sandboxPackage';

jest.setTimeout(180_000);

const run = promisify(execFile);
const stages = readStages();

let work: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
	work = await mkdtemp(join(tmpdir(), 'containers-'));
});
afterAll(async () => {
	child?.kill('SIGKILL');
	await rm(work, { recursive: true, force: true });
});

/** A folder in place of a container's root, with what the build hands on. */
class Container {
	private constructor(
		readonly root: string,
		readonly stage: Stage,
	) {}

	static async make(name: string, tarball: string): Promise<Container> {
		const stage = stages.find((one) => one.name === name);
		if (stage === undefined) throw new Error(`There is no stage ${name}.`);
		const root = join(work, name);
		await mkdir(join(root, 'packed'), { recursive: true });
		await cp(tarball, join(root, 'packed', tarball.slice(dirname(tarball).length)));
		return new Container(root, stage);
	}

	/** Its paths lie below the folder, and its user is whoever runs the test. */
	translate(text: string): string {
		return text
			.replace(/(^|[\s"'])(\/(?:data|home|packed)\b)/g, `$1${this.root}$2`)
			.replaceAll('node:node', `${process.getuid?.()}:${process.getgid?.()}`);
	}

	/** The place of global packages is the folder, and there is no registry but where one is wanted. */
	environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
		const { PATH = '', ...env } = cleanNpmEnvironment();
		return {
			...env,
			PATH: [join(this.root, 'bin'), dirname(process.execPath), PATH].join(delimiter),
			npm_config_prefix: this.root,
			npm_config_prefer_offline: 'true',
			...more,
		};
	}

	async runSteps(): Promise<void> {
		for (const { keyword, text } of this.stage.steps) {
			if (keyword !== 'RUN') continue;
			await run('sh', ['-c', this.translate(text)], { env: this.environment(), cwd: this.root });
		}
	}
}

describeOnPosix('the image that installs the nodes', () => {
	it('leaves them where n8n looks for them, without any network, also the second time', async () => {
		const tarball = await packFolder(ROOT, { folder: join(work, 'node-packed'), isBuilt: true });
		const container = await Container.make('node', tarball);
		await container.runSteps();
		const [program = '', ...args] = readCommand(container.stage, 'CMD').map((word) =>
			container.translate(word),
		);
		const env = container.environment({ npm_config_registry: 'http://127.0.0.1:9/' });
		for (let time = 0; time < 2; time += 1) await run(program, args, { env });
		const modules = join(container.root, 'home/node/.n8n/nodes/node_modules');
		const names = (await readdir(modules)).filter((name) => !name.startsWith('.'));
		expect(names).toEqual(['n8n-nodes-huawei-push']);
		const entry = 'n8n-nodes-huawei-push/dist/nodes/HuaweiPush/HuaweiPush.node.js';
		expect((await stat(join(modules, entry))).isFile()).toBe(true);
	});
});

describeOnPosix('the image of the sandbox', () => {
	let container: Container;
	let port: number;

	/** As an engine asks: 0 is healthy. */
	async function askHealth(): Promise<number> {
		const [, ...args] = readCommand(container.stage, 'HEALTHCHECK');
		const here = args.map((word) => word.replace('7710', String(port)));
		return await new Promise((resolve) => {
			spawn(process.execPath, here).on('close', (code) => resolve(code ?? -1));
		});
	}

	it('installs it, gets healthy, is reached as from another container, and ends when it is stopped', async () => {
		container = await Container.make('sandbox', await packSandboxPackage(join(work, 'built')));
		await container.runSteps();
		port = await findFreePort();
		expect(await askHealth()).toBe(1);

		const [program = '', ...args] = readCommand(container.stage, 'CMD').map((word) =>
			container.translate(word),
		);
		const running = spawn(program, [...args, '--port', String(port)], {
			env: container.environment({ NODE_ENV: 'production' }),
			cwd: join(container.root, 'data'),
			stdio: 'ignore',
		});
		child = running;
		const ended = new Promise((resolve) => running.once('close', resolve));
		while ((await askHealth()) !== 0) expect(running.exitCode).toBeNull();

		const ask = async (host: string) => {
			const options = { headers: { host }, validateStatus: () => true };
			return (await axios.get(`http://127.0.0.1:${port}/sandbox/key`, options)).status;
		};
		expect(await ask(`host.docker.internal:${port}`)).toBe(200);
		expect(await ask(`127.0.0.1:${port}`)).toBe(200);
		expect(await ask('sandbox:7710')).toBe(403);
		expect(await readdir(join(container.root, 'data'))).toContain('service-account-key.json');

		running.kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(await askHealth()).toBe(1);
	});
});
