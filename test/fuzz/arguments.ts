/** The command line of `npm run fuzz`. */
import { parseArgs } from 'node:util';
import { UserError } from '../../scripts/n8n/userError';

export interface FuzzArguments {
	/** For each parser. */
	cases: number;
	/** Undefined: another one in every run. */
	seed?: number;
	/** Part of the path of the test files; undefined: all. */
	only?: string;
	help: boolean;
}

export const DEFAULT_CASES = 10_000;
const MOST_CASES = 10_000_000;
export const HIGHEST_SEED = 2 ** 31 - 1;

export const HELP = `npm run fuzz                            hostile input for each parser, ${DEFAULT_CASES} cases each; exit 0 if all laws hold
npm run fuzz -- --cases 1000            so many cases for each parser
npm run fuzz -- --only receipt          the files of test/fuzz with this word in their path
npm run fuzz -- --seed 42               the same cases again: a failure prints its seed
npm run fuzz -- --help                  this text

Nothing leaves the machine: what would be sent is a dry run.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): FuzzArguments {
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: {
				cases: { type: 'string', default: String(DEFAULT_CASES) },
				seed: { type: 'string' },
				only: { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}));
	} catch (error) {
		const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new UserError(`${message}.`, 'npm run fuzz -- --help lists what is possible.');
	}
	const { seed, only } = values;
	return {
		cases: readNumber('cases', values.cases ?? '', { min: 1, max: MOST_CASES }),
		...(seed !== undefined && {
			seed: readNumber('seed', seed, { min: 0, max: HIGHEST_SEED }),
		}),
		...(only !== undefined && { only }),
		help: values.help ?? false,
	};
}

function readNumber(name: string, text: string, { min, max }: { min: number; max: number }) {
	const value = Number(text);
	if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
		throw new UserError(`--${name} must be a whole number from ${min} to ${max}, not "${text}".`);
	}
	return value;
}
