/** The command line of `npm start`. */
import { parseArgs } from 'node:util';
import { UserError } from '../n8n/userError';

export interface StartArguments {
	/** Run the demonstration, say whether all went as it should, and end. */
	once: boolean;
	/** Port of n8n. Undefined: 5678 if it is free, else any. */
	port?: number;
	help: boolean;
}

export const HELP = `npm start                    starts a sandbox of Huawei Push Kit and a real n8n with this package,
                             sends a campaign, shows what became of it, and stays up until Ctrl-C
npm start -- --once          does the same, then ends: exit 0 if everything went as it should, else 1
npm start -- --port 5680     n8n on this port (without it: 5678, or any free port)
npm start -- --help          this text

The first start installs n8n into the cache folder ($XDG_CACHE_HOME or ~/.cache), 2.7 GB, three to
six minutes. HUAWEI_PUSH_N8N_FOLDER=<folder> uses an n8n that is installed there instead; CI=true
installs anew and leaves nothing behind.
Only servers on 127.0.0.1 are started, and nothing is sent to Huawei.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): StartArguments {
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: {
				once: { type: 'boolean', default: false },
				port: { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}));
	} catch (error) {
		const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new UserError(`${message}.`, 'npm start -- --help lists what is possible.');
	}
	return {
		once: values.once ?? false,
		help: values.help ?? false,
		...(values.port !== undefined && { port: parsePort(values.port) }),
	};
}

function parsePort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
		throw new UserError(`--port must be a number from 1 to 65535, not "${text}".`);
	}
	return port;
}
