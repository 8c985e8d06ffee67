/** The command line of `npm run fuzz`. */
import { parseCommandLine, readWholeNumber } from '../../scripts/commandLine';

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
	const { values } = parseCommandLine('npm run fuzz', {
		args,
		options: {
			cases: { type: 'string', default: String(DEFAULT_CASES) },
			seed: { type: 'string' },
			only: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const { seed, only } = values;
	return {
		cases: readWholeNumber('cases', values.cases, { min: 1, max: MOST_CASES }),
		...(seed !== undefined && {
			seed: readWholeNumber('seed', seed, { min: 0, max: HIGHEST_SEED }),
		}),
		...(only !== undefined && { only }),
		help: values.help,
	};
}
