import { parseArgs } from 'node:util';

import type { Sandbox } from '../server';

const DEFAULT_PORT = 7710;
const DEFAULT_DATA_FOLDER = '.sandbox';

export const USAGE = `Usage: npm run sandbox -- [options]

  --port NUMBER       port on 127.0.0.1 (default ${DEFAULT_PORT}; a free one if it is in use)
  --host 127.0.0.1    the only host there is: the sandbox hands out its key
  --data DIR          folder for the key file, the secret, and what arrived
                      (default ${DEFAULT_DATA_FOLDER}); the next start goes on from there
  --receipt-url URL   where to send delivery receipts
  --seed              begin with an example of every message type, if nothing is there yet
  --help              show this text
`;

export interface CommandLine {
	port: number;
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

/**
 * Reads the flags of `npm run sandbox`.
 *
 * @throws UsageError that names the flag
 */
export function readCommandLine(args: readonly string[]): CommandLine {
	const values = parse(args);
	const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '') {
		throw new UsageError(`--port must be a number from 0 to 65535, not "${values.port}".`);
	}
	const { host = '127.0.0.1', data = DEFAULT_DATA_FOLDER, seed = false, help = false } = values;
	if (host !== '127.0.0.1' && host !== 'localhost') {
		throw new UsageError(`--host can only be 127.0.0.1, not "${host}".`);
	}
	if (data === '') throw new UsageError('--data must name a folder.');
	const receiptUrl = values['receipt-url'];
	if (
		receiptUrl !== undefined &&
		!(URL.canParse(receiptUrl) && /^https?:$/.test(new URL(receiptUrl).protocol))
	) {
		throw new UsageError(`--receipt-url must be an http or https address, not "${receiptUrl}".`);
	}
	return { port, dataFolder: data, receiptUrl, seed, help };
}

/** What is printed once the sandbox runs. Names the file of the secret, never the secret. */
export function describeStart(sandbox: Sandbox, line: CommandLine): string {
	const { url, keyFilePath = '', secretFilePath = '', clientId, receiptUserName } = sandbox;
	const moved =
		line.port !== 0 && sandbox.port !== line.port
			? `Port ${line.port} is in use, so a free one was taken.\n\n`
			: '';
	return `${moved}A Push Kit of your own runs at ${url}

  Service account key   ${keyFilePath}
  Project ID            ${sandbox.projectId}
  Client ID             ${clientId}
  Receipt user name     ${receiptUserName}
  Receipt secret        in ${secretFilePath}
  Receipts go to        ${line.receiptUrl ?? `nowhere yet: PUT ${url}/sandbox/receipts`}

In n8n, credential "Huawei Push Kit API":
  Service Account Key (JSON)   the content of the key file
  Client ID                    ${clientId}
  API Base URL                 ${url}
Credential "Huawei Push Kit Receipt API": the receipt user name and secret above.

The inbox: ${url}      Press Ctrl+C to stop.
`;
}
