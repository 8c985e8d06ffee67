import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ServiceAccountKeyFile } from '../../../../sandbox/account/serviceAccount';
import { BODIES } from '../../../builders/sandbox/bodies';
import { mintJwt } from '../../../builders/sandbox/jwt';
import { runProgram, type Run } from '../../../builders/program';
import { sendRaw, type RawAnswer, type RawRequest } from './rawRequest';

/** `npm run sandbox` as a process of its own, so that its end would be seen. */
export class AttackedSandbox {
	private constructor(
		readonly run: Run,
		readonly folder: string,
		readonly port: number,
		readonly keyFile: ServiceAccountKeyFile,
		readonly clientId: string,
	) {}

	static async start(): Promise<AttackedSandbox> {
		const folder = await mkdtemp(join(tmpdir(), 'sandbox-attacked-'));
		const run = runProgram('sandbox/main.ts', ['--port', '0'], folder);
		await run.until('Press Ctrl+C');
		const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(run.read())?.[1]);
		const clientId = /Client ID\s+(\d+)/.exec(run.read())?.[1] ?? '';
		const text = await readFile(join(folder, '.sandbox', 'service-account-key.json'), 'utf8');
		const keyFile = JSON.parse(text) as ServiceAccountKeyFile;
		return new AttackedSandbox(run, folder, port, keyFile, clientId);
	}

	/** The address of each endpoint of Push Kit. */
	get paths() {
		return {
			send: `/v3/${this.keyFile.project_id}/messages:send`,
			revoke: `/v1/${this.clientId}/messages:revoke`,
			verify: `/v2/${this.keyFile.project_id}/images:verify`,
		};
	}

	/** A request with a good JWT; an empty list of values takes a header away. */
	async post(path: string, body: string, headers: RawRequest['headers'] = {}): Promise<RawAnswer> {
		return await sendRaw(this.port, {
			method: 'POST',
			path,
			body,
			headers: {
				'content-type': 'application/json',
				'push-type': '0',
				authorization: `Bearer ${mintJwt(this.keyFile)}`,
				...headers,
			},
		});
	}

	async rest(method: string, path: string, body?: object): Promise<RawAnswer> {
		const text = body && JSON.stringify(body);
		return await sendRaw(this.port, { method, path: `/sandbox${path}`, body: text });
	}

	async read<T>(path: string): Promise<T> {
		return JSON.parse((await this.rest('GET', path)).text) as T;
	}

	/** The process lives, takes good messages, and has nothing to complain of. */
	async expectWell(): Promise<void> {
		expect(this.run.child.exitCode).toBeNull();
		const { status } = await this.post(this.paths.send, JSON.stringify(BODIES.notification));
		expect(status).toBe(200);
		expect(this.run.read()).not.toMatch(/Error|failed|cannot be written|PRIVATE KEY/);
	}

	/** Ends it as a terminal would. */
	async expectGoodEnd(): Promise<void> {
		this.run.child.kill('SIGTERM');
		const exitCode = await this.run.ended;
		// Windows has no signals: it is ended before it can say a word.
		if (process.platform === 'win32') return;
		expect(exitCode).toBe(0);
		expect(this.run.read()).toContain('The sandbox has stopped.');
	}

	async remove(): Promise<void> {
		this.run.child.kill('SIGKILL');
		await rm(this.folder, { recursive: true, force: true });
	}
}
