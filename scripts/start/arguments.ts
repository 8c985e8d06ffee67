/** The command line of `npm start`. */
import { parseCommandLine, readWholeNumber } from '../commandLine';

export interface StartArguments {
	/** Run the demonstration, say whether all went as it should, and end. */
	once: boolean;
	/** Whether the whole n8n is started too, or its engine alone runs the demonstration. */
	editor: boolean;
	/** Port of n8n. Undefined: 5678 if it is free, else any. */
	port?: number;
	help: boolean;
}

export const HELP = `npm start                    sends a campaign in n8n's own engine to a sandbox of Huawei Push Kit and
                             shows what became of it, some seconds; then starts the whole n8n with this
                             package, does the same there, and stays up until Ctrl-C
npm start -- --no-editor     the first part only: nothing to download
npm start -- --once          ends by itself: exit 0 if everything went as it should, else 1
npm start -- --port 5680     n8n on this port (without it: 5678, or any free port)
npm start -- --help          this text

The first start of the whole n8n installs it into the cache folder of this user, 3 GB, three to six
minutes. XDG_CACHE_HOME=<folder> names another cache folder; HUAWEI_PUSH_N8N_FOLDER=<folder> uses an n8n
that is installed there instead; CI=true installs anew and leaves nothing behind.
Only servers on 127.0.0.1 are started, and nothing is sent to Huawei.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): StartArguments {
	const { values } = parseCommandLine('npm start', {
		args,
		options: {
			once: { type: 'boolean', default: false },
			'no-editor': { type: 'boolean', default: false },
			port: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	return {
		once: values.once,
		editor: !values['no-editor'],
		help: values.help,
		...(values.port !== undefined && {
			port: readWholeNumber('port', values.port, { min: 1, max: 65_535 }),
		}),
	};
}
