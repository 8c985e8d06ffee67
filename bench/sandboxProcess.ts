/**
 * The sandbox in a process of its own, so that its work is not n8n's. Says on standard output, in one
 * line of JSON, where it is and what it is known by; ends when its standard input does.
 */
import { createHash } from 'node:crypto';
import { startSandbox } from '../sandbox/server';

/** What the first line of output says. */
export interface SandboxGreeting {
	url: string;
	keyFile: Record<string, string>;
	clientId: string;
	receiptUserName: string;
	receiptSecret: string;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox({
		extend: (app, state) => {
			const seen = new Set<string>();
			const { checkJwt } = state;
			// The store keeps claims only: two JWTs of one second could not be told apart by those.
			Object.assign(state, {
				checkJwt: (authorization: string | undefined, now: number) => {
					seen.add(createHash('sha256').update(String(authorization)).digest('base64'));
					return checkJwt(authorization, now);
				},
			});
			state.store.watch(({ kind }) => {
				if (kind === 'reset') seen.clear();
			});
			app.get('/bench/jwts', () => [...seen]);
		},
	});
	const greeting: SandboxGreeting = {
		url: sandbox.url,
		keyFile: { ...sandbox.keyFile },
		clientId: sandbox.clientId,
		receiptUserName: sandbox.receiptUserName,
		receiptSecret: sandbox.receiptSecret,
	};
	process.stdout.write(`${JSON.stringify(greeting)}\n`);
	process.stdin.resume();
	process.stdin.once('end', () => void sandbox.close());
}

void main();
