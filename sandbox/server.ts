import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

import { openDataFolder } from './account/dataFolder';
import {
	makeAccount,
	type SandboxAccount,
	type ServiceAccountKeyFile,
} from './account/serviceAccount';
import { addArrivalRoutes } from './api/arrivalRoutes';
import { addChangeRoutes } from './api/changeRoutes';
import { addDeviceRoutes } from './api/deviceRoutes';
import { refuseForeignRequests } from './api/foreignRequests';
import { addMessageRoutes } from './api/messageRoutes';
import { documentRoutes } from './api/openapi/openApi';
import { addPageRoutes } from './api/pageRoutes';
import { addPushKitRoutes } from './api/pushKitRoutes';
import { addReceiptRoutes } from './api/receiptRoutes';
import { addSandboxRoutes, type Addresses } from './api/sandboxRoutes';
import type { Acceptances } from './delivery/acceptances';
import { tellTerminal, type Tell } from './process/log';
import { Refusal } from './rules/fields';
import { parseJson } from './rules/untrustedJson';
import { StateFile } from './state/savedState';
import { State } from './state/state';
import type { Store } from './state/store';
import { isSystemError } from './process/systemError';

/** Loopback, or every network interface of this machine. */
export type ListenHost = '127.0.0.1' | '0.0.0.0';

/** Push Kit has no limit but 1,000 tokens of any length; this is far above them. Bytes. */
const BODY_LIMIT = 16 * 1024 * 1024;
/** A push token stands in the URL of its script; the framework's own limit is 100 characters. */
const MAX_PARAM_LENGTH = 8_192;

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** Take a free port when the wished one is in use. */
	otherPortIfTaken?: boolean;
	/** Where to listen: loopback by default. Beyond it only together with `allowedHosts`. */
	host?: ListenHost;
	/** Names under which programs in containers may call it, in lower case; matched exactly. */
	allowedHosts?: readonly string[];
	/** Keeps key, secret and what arrived there; without it the sandbox lives in memory only. */
	dataFolder?: string;
	/** An account made before, so that many sandboxes need one key pair. Wins over `dataFolder`. */
	account?: SandboxAccount;
	/** Unix milliseconds; the real clock by default. */
	clock?: () => number;
	/** What `PUT /sandbox/receipts` takes, in force from the start and after each reset. */
	receipts?: object;
	/** Adds further routes, such as a page, behind the check for foreign requests. */
	extend?: (app: FastifyInstance, state: State) => void;
	/** Takes what the sandbox has to say about itself; the terminal by default. */
	tell?: Tell;
	/** Told of every route as it is added. */
	watchRoutes?: (method: string, url: string) => void;
}

export interface Sandbox {
	/** Base URL without a slash at the end: what the credential's "API Base URL" takes. */
	url: string;
	/** The same for programs that reach it under a name of `allowedHosts`, such as n8n in a container. */
	containerUrls: string[];
	port: number;
	/** The parsed service account key file. */
	keyFile: ServiceAccountKeyFile;
	/** Absolute paths, when there is a data folder. */
	keyFilePath?: string;
	secretFilePath?: string;
	projectId: string;
	clientId: string;
	receiptUserName: string;
	receiptSecret: string;
	store: Store;
	acceptances: Acceptances;
	state: State;
	/** Resolves when every receipt is delivered or given up. */
	receiptsSettled: () => Promise<void>;
	reset: () => void;
	close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const INNER_ERROR = 'The sandbox failed at this request. Its log says why.';

/**
 * Starts a Push Kit, on loopback unless told otherwise.
 *
 * @throws Error when it is to listen beyond loopback without a name to be called by, the port is in use (unless `otherPortIfTaken`) or the data folder is unusable
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { tell = tellTerminal, host = LOOPBACK, allowedHosts = [] } = options;
	if (host !== LOOPBACK && allowedHosts.length === 0) {
		throw new Error(`Listening on ${host} needs a name that it may be called by.`);
	}
	const folder =
		options.dataFolder !== undefined && !options.account
			? await openDataFolder(options.dataFolder, tell)
			: undefined;
	const account = options.account ?? folder?.account ?? (await makeAccount());
	const state = new State(account, options.clock ?? Date.now, options.receipts);
	const stateFile = folder && (await StateFile.open(folder.stateFilePath, state, tell));

	let port = 0;
	const readAddresses = (): Addresses => ({
		url: `http://${LOOPBACK}:${port}`,
		containerUrls: allowedHosts.map((name) => `http://${name}:${port}`),
	});
	const app = buildApp(state, options, readAddresses);
	await listen(app, options);
	const address = app.server.address();
	port = typeof address === 'object' && address ? address.port : 0;

	return {
		...readAddresses(),
		port,
		keyFile: account.keyFile,
		keyFilePath: folder?.keyFilePath,
		secretFilePath: folder?.secretFilePath,
		projectId: account.keyFile.project_id,
		clientId: account.clientId,
		receiptUserName: account.receiptUserName,
		receiptSecret: account.receiptSecret,
		store: state.store,
		acceptances: state.acceptances,
		state,
		receiptsSettled: async () => await state.receipts.settled(),
		reset: () => state.reset(),
		close: async () => {
			await stateFile?.close();
			state.stop();
			await app.close();
		},
	};
}

function buildApp(
	state: State,
	options: SandboxOptions,
	readAddresses: () => Addresses,
): FastifyInstance {
	const app = fastify({
		bodyLimit: BODY_LIMIT,
		// Connections that a fault holds open must not hold up the end.
		forceCloseConnections: true,
		routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
	});
	// One hook for the whole server, so that no route, nor the answer 404, can be forgotten.
	app.addHook('onRequest', refuseForeignRequests(options.allowedHosts ?? []));
	app.setErrorHandler(async (error, request, reply) => {
		if (error instanceof Refusal) return await reply.code(400).send({ error: error.tip });
		const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
		if (error instanceof Error && status >= 400 && status < 500) {
			return await reply.code(status).send({ error: error.message });
		}
		// What went wrong inside is for the log: it may name paths of this machine.
		const { method, routeOptions } = request;
		const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
		(options.tell ?? tellTerminal)(`The sandbox failed at ${method} ${routeOptions.url}: ${words}`);
		return await reply.code(500).send({ error: INNER_ERROR });
	});
	app.setNotFoundHandler(async (request, reply) => {
		const path = request.url.split('?')[0] ?? '';
		return await reply.code(404).send({ error: `There is nothing at ${request.method} ${path}.` });
	});
	app.addHook('onRoute', ({ method, url }) => {
		for (const one of [method].flat()) if (one !== 'HEAD') options.watchRoutes?.(one, url);
	});
	documentRoutes(app);
	void app.register(async (pushKit) => addPushKitRoutes(pushKit, state));
	void app.register(async (own) => {
		own.addHook('onRequest', refuseRepeatedNames);
		readEveryBodyAsJson(own);
		addSandboxRoutes(own, state, readAddresses);
		addMessageRoutes(own, state);
		addArrivalRoutes(own, state);
		addDeviceRoutes(own, state);
		addReceiptRoutes(own, state);
		addChangeRoutes(own, state);
		addPageRoutes(own);
		options.extend?.(own, state);
	});
	return app;
}

/** Command line clients name other content types; pages of other origins do not come this far. */
function readEveryBodyAsJson(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, text: string) => {
		return text === '' ? undefined : parseJson(text);
	});
}

/** No route takes a list in its query: `?token=a&token=b` could only be half understood. */
async function refuseRepeatedNames({ query }: FastifyRequest): Promise<void> {
	const repeated = Object.entries(query ?? {}).find(([, value]) => Array.isArray(value));
	if (repeated) throw new Refusal('80100001', `The query names "${repeated[0]}" more than once.`);
}

async function listen(app: FastifyInstance, options: SandboxOptions): Promise<void> {
	try {
		await app.listen({ port: options.port ?? 0, host: options.host ?? LOOPBACK });
	} catch (error) {
		if (!options.otherPortIfTaken || !isSystemError(error, 'EADDRINUSE')) throw error;
		await app.listen({ port: 0, host: options.host ?? LOOPBACK });
	}
}
