/** Starts the sandbox's process and asks it what arrived. */
import axios, { type AxiosInstance } from 'axios';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnGroup, stopGroup } from '../scripts/n8n/processGroup';
import type { Counted } from './countingGateway';
import type { SandboxGreeting } from './sandboxProcess';

/** What the sandbox saw since the last reset. */
export interface Arrived {
	/** Requests to `messages:send`. */
	requests: number;
	acceptedTokens: number;
	/** A hash of each different JWT, good or bad. */
	jwts: string[];
}

const STOP_WITHIN_MS = 5_000;

export class SandboxHandle {
	private readonly http: AxiosInstance;

	constructor(
		readonly greeting: SandboxGreeting,
		readonly stop: () => Promise<void>,
	) {
		this.http = axios.create({ baseURL: greeting.restUrl, timeout: 30_000, proxy: false });
	}

	/** Back to its defaults, but for these settings. */
	async reset(settings: object = {}): Promise<void> {
		await this.http.delete('/sandbox');
		await this.http.put('/sandbox/settings', settings);
	}

	async readArrived(): Promise<Arrived> {
		const { data } = await this.http.get<{
			counts: { requests: number; acceptedTokens: number };
		}>('/sandbox');
		const jwts = await this.http.get<string[]>('/bench/jwts');
		const { requests, acceptedTokens } = data.counts;
		return { requests, acceptedTokens, jwts: jwts.data };
	}

	/** What came to addresses with a `/counting-...` since the last reset. */
	async readCounted(): Promise<Counted> {
		const { data } = await this.http.get<Counted>('/bench/counted');
		return data;
	}
}

/** Starts it on any free port. Throws if it ends before it has said where it is. */
export async function startSandboxProcess(): Promise<SandboxHandle> {
	const script = join(__dirname, 'sandboxProcess.ts');
	// The flags with which this process reads TypeScript.
	const child = spawnGroup(process.execPath, [...process.execArgv, script], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const line = await new Promise<string>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) =>
			reject(new Error(`The sandbox ended with ${code ?? 'a signal'}.`)),
		);
		if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
	});
	const greeting = JSON.parse(line) as SandboxGreeting;
	return new SandboxHandle(greeting, async () => await stopGroup(child, STOP_WITHIN_MS));
}
