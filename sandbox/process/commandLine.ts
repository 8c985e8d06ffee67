import { parseArgs } from 'node:util';

import type { ListenHost, Sandbox } from '../server';

const DEFAULT_PORT = 7710;
const DEFAULT_DATA_FOLDER = '.sandbox';

const LOOPBACK = '127.0.0.1';
const EVERY_INTERFACE = '0.0.0.0';
const LOOPBACK_NAMES = [LOOPBACK, 'localhost'];

/** Labels of letters, digits, `-` and `_` (Compose takes it), with a letter at last: neither an address nor a pattern. */
const HOST_NAME = /^(?=.{1,253}$)(?:[a-z\d_](?:[\w-]*[a-z\d])?\.)*[a-z](?:[\w-]*[a-z\d])?$/;

/** @param program how the user has started it */
export function writeUsage(program: string): string {
	return `Usage: ${program} [options]

  --port NUMBER       port (default ${DEFAULT_PORT}; a free one if it is in use)
  --allow-host NAME   a further name it may be called by, exactly; can be repeated. An n8n in a container
                      calls this machine host.docker.internal (Docker), host.containers.internal (Podman)
  --host ${EVERY_INTERFACE}      listen on every network interface, not on ${LOOPBACK} alone; only with --allow-host
  --data DIR          folder for the key file, the secret, and what arrived
                      (default ${DEFAULT_DATA_FOLDER}); the next start goes on from there
  --receipt-url URL   where to send delivery receipts
  --seed              begin with an example of every message type, if nothing is there yet
  --help              show this text
`;
}

export interface CommandLine {
	port: number;
	host: ListenHost;
	/** In lower case, each once. */
	allowedHosts: string[];
	dataFolder: string;
	receiptUrl?: string;
	seed: boolean;
	help: boolean;
}

/** Thrown for flags that cannot be understood; the message is meant for the terminal. */
export class UsageError extends Error {}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				port: { type: 'string' },
				host: { type: 'string' },
				'allow-host': { type: 'string', multiple: true },
				data: { type: 'string' },
				'receipt-url': { type: 'string' },
				seed: { type: 'boolean' },
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readAllowedHosts(names: readonly string[]): string[] {
	const wrong = names.find((name) => !HOST_NAME.test(name.toLowerCase()));
	if (wrong !== undefined) {
		throw new UsageError(
			`--allow-host must be the name of a host alone, such as host.docker.internal, not "${wrong}".`,
		);
	}
	return [...new Set(names.map((name) => name.toLowerCase()))];
}

function readHost(host: string, allowedHosts: readonly string[]): ListenHost {
	if (LOOPBACK_NAMES.includes(host)) return LOOPBACK;
	if (host !== EVERY_INTERFACE) {
		throw new UsageError(`--host can be ${LOOPBACK} or ${EVERY_INTERFACE}, not "${host}".`);
	}
	if (allowedHosts.length > 0) return EVERY_INTERFACE;
	throw new UsageError(
		`--host ${EVERY_INTERFACE} needs the name it will be called by, such as --allow-host host.docker.internal.`,
	);
}

/**
 * Reads the flags of the sandbox's command.
 *
 * @throws UsageError that names the flag
 */
export function readCommandLine(args: readonly string[]): CommandLine {
	const values = parse(args);
	const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '') {
		throw new UsageError(`--port must be a number from 0 to 65535, not "${values.port}".`);
	}
	const { data = DEFAULT_DATA_FOLDER, seed = false, help = false } = values;
	const allowedHosts = readAllowedHosts(values['allow-host'] ?? []);
	const host = readHost(values.host ?? LOOPBACK, allowedHosts);
	if (data === '') throw new UsageError('--data must name a folder.');
	const receiptUrl = values['receipt-url'];
	if (
		receiptUrl !== undefined &&
		!(URL.canParse(receiptUrl) && /^https?:$/.test(new URL(receiptUrl).protocol))
	) {
		throw new UsageError(`--receipt-url must be an http or https address, not "${receiptUrl}".`);
	}
	return { port, host, allowedHosts, dataFolder: data, receiptUrl, seed, help };
}

function warn(line: CommandLine, { port }: Sandbox): string {
	if (line.host === LOOPBACK) return '';
	return `WARNING: it listens on every network interface of this machine, port ${port}. Whoever reaches that port reads
what arrives here and takes this sandbox's key (which opens nothing at Huawei). Use it in a network that you
trust, or let a firewall or the container's published port (127.0.0.1:${port}:${port}) keep others out.

`;
}

function describeMove(line: CommandLine, { port }: Sandbox): string {
	return line.port === 0 || line.port === port
		? ''
		: `Port ${line.port} is in use, so a free one was taken.\n\n`;
}

/** What is printed once the sandbox runs. Names the file of the secret, never the secret. */
export function describeStart(sandbox: Sandbox, line: CommandLine): string {
	const { url, keyFilePath = '', secretFilePath = '', clientId, receiptUserName } = sandbox;
	const others = sandbox.containerUrls.map((other) => `\n    for n8n in a container     ${other}`);
	return `${describeMove(line, sandbox)}${warn(line, sandbox)}A Push Kit of your own runs at ${url}

  Service account key   ${keyFilePath}
  Project ID            ${sandbox.projectId}
  Client ID             ${clientId}
  Receipt user name     ${receiptUserName}
  Receipt secret        in ${secretFilePath}
  Receipts go to        ${line.receiptUrl ?? `nowhere yet: PUT ${url}/sandbox/receipts`}

In n8n, credential "Huawei Push Kit API":
  Service Account Key (JSON)   the content of the key file
  Client ID                    ${clientId}
  API Base URL                 ${url}${others.join('')}
Credential "Huawei Push Kit Receipt API": the receipt user name and secret above.

The inbox: ${url}      Press Ctrl+C to stop.
`;
}
