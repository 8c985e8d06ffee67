/**
 * The sandbox in a process of its own, so that its work is not n8n's. Says on standard output, in one
 * line of JSON, where it is and what it is known by; ends when its standard input does.
 */
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { startSandbox } from '../sandbox/server';
import { makeLoopbackTls } from './certificate';
import { makeCountingGateway } from './countingGateway';
import { openEntrances } from './entrances';

/** What the first line of output says. */
export interface SandboxGreeting {
	/** Of the REST API for tests. */
	restUrl: string;
	/** What senders are given, also with a `/gateway-...` or `/counting-...`: see `openEntrances`. */
	url: string;
	/** The same over TLS. */
	httpsUrl: string;
	/** The certificate that clients of https have to trust. PEM. */
	authority: string;
	keyFile: Record<string, string>;
	clientId: string;
	receiptUserName: string;
	receiptSecret: string;
}

async function main(): Promise<void> {
	let tellServer: (server: Server) => void = () => {};
	const inner = new Promise<Server>((resolve) => {
		tellServer = resolve;
	});
	const counting = makeCountingGateway();
	const sandbox = await startSandbox({
		extend: (app, state) => {
			tellServer(app.server);
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
				if (kind !== 'reset') return;
				seen.clear();
				counting.reset();
			});
			app.get('/bench/jwts', () => [...seen]);
			app.get('/bench/counted', () => counting.read());
		},
	});
	const tls = await makeLoopbackTls();
	const { http, https, close } = await openEntrances(await inner, tls, counting.listener);
	const greeting: SandboxGreeting = {
		restUrl: sandbox.url,
		url: http,
		httpsUrl: https,
		authority: tls.authority,
		keyFile: { ...sandbox.keyFile },
		clientId: sandbox.clientId,
		receiptUserName: sandbox.receiptUserName,
		receiptSecret: sandbox.receiptSecret,
	};
	process.stdout.write(`${JSON.stringify(greeting)}\n`);
	process.stdin.resume();
	process.stdin.once('end', () => {
		close();
		void sandbox.close();
	});
}

void main();
