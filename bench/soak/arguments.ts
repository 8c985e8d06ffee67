/** The command line of `npm run soak`. */
import { parseCommandLine } from '../../scripts/commandLine';
import { UserError } from '../../scripts/n8n/userError';

interface Defaults {
	minutes: number;
	/** Campaigns or calls a second. */
	rate: number;
}

/** What can be put on n8n, and how much of it unless another is asked for. */
export const DEFAULTS = {
	campaigns: { minutes: 30, rate: 0.5 },
	receipts: { minutes: 10, rate: 10 },
} as const satisfies Record<string, Defaults>;

export type LoadName = keyof typeof DEFAULTS;

export interface SoakArguments extends Defaults {
	load: LoadName;
	help: boolean;
}

/** A warm-up of a minute, and three thirds that say something. */
const LEAST_MINUTES = 2;

export const HELP = `npm run soak                     thirty minutes of campaigns and their receipts, side by side, in a real n8n
npm run soak -- receipts         ten minutes of receipts alone, good and bad ones
npm run soak -- --minutes 5      another time, at least ${LEAST_MINUTES}
npm run soak -- --rate 1         so many campaigns to 200 customers a second (0.5), or calls of 10 receipts (10)

Exit 0 if every message and receipt is accounted for, memory and sockets of n8n are flat (the median of the last
third at most 50 MB and 8 sockets above that of the first, after a minute of warm-up), and the sockets are as few as
before the load once it has ended; else 1. The figures are written to results/soak-<load>.json.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): SoakArguments {
	const { positionals, values } = parseCommandLine('npm run soak', {
		args,
		allowPositionals: true,
		options: {
			minutes: { type: 'string' },
			rate: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const load = readLoad(positionals);
	const { minutes, rate } = DEFAULTS[load];
	return {
		load,
		minutes: readNumber('minutes', values.minutes ?? minutes, { min: LEAST_MINUTES, max: 600 }),
		rate: readNumber('rate', values.rate ?? rate, { min: 0.1, max: 100 }),
		help: values.help,
	};
}

function readLoad([name = 'campaigns', ...more]: readonly string[]): LoadName {
	const known = Object.keys(DEFAULTS).filter(isLoad);
	const load = known.find((one) => one === name);
	if (load !== undefined && more.length === 0) return load;
	throw new UserError(`"${[name, ...more].join(' ')}" is no load. Loads are: ${known.join(', ')}.`);
}

function isLoad(name: string): name is LoadName {
	return name in DEFAULTS;
}

function readNumber(
	name: string,
	text: string | number,
	{ min, max }: { min: number; max: number },
): number {
	const value = Number(text);
	if (!(value >= min && value <= max)) {
		throw new UserError(`--${name} must be a number from ${min} to ${max}, not "${text}".`);
	}
	return value;
}
