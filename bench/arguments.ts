/** The command line of `npm run bench`. */
import { parseCommandLine, readWholeNumber } from '../scripts/commandLine';
import { UserError } from '../scripts/n8n/userError';

export const LINES = [
	'campaign',
	'personalised',
	'openFiles',
	'file',
	'account',
	'growth',
	'receipts',
] as const;

export type LineName = (typeof LINES)[number];

export interface BenchArguments {
	/** In the order of `LINES`. */
	lines: LineName[];
	rounds: number;
	/** Only what matters most. */
	quick: boolean;
	/** Measure nothing; write the document from the last results. */
	writeDocs: boolean;
	help: boolean;
}

/** What `--quick` measures, in part. */
const QUICK_LINES: readonly LineName[] = ['campaign', 'personalised', 'file'];

const DEFAULT_ROUNDS = 3;
const QUICK_ROUNDS = 1;
const MOST_ROUNDS = 50;

export const HELP = `npm run bench                               this package beside n8n's own nodes in a real n8n: all lines, three rounds
npm run bench -- --rounds 5                 more rounds
npm run bench -- --only campaign,receipts   some lines: ${LINES.join(', ')}
npm run bench -- --quick                    under four minutes: one message to 10,000 customers, 1,000 personalised
                                            messages at 100 ms and at 200 requests a second, a million
                                            devices from a file; one round
npm run bench -- --write-docs               measures nothing; writes docs/performance.md from the last results
npm run bench -- --help                     this text

Results go to results/bench.json; a run with --only replaces the lines it measured, one
with --quick goes to results/bench-quick.json. Only servers on 127.0.0.1 are started. Leave the machine
alone meanwhile: a full run takes half an hour.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): BenchArguments {
	const { values } = parseCommandLine('npm run bench', {
		args,
		options: {
			only: { type: 'string' },
			rounds: { type: 'string' },
			quick: { type: 'boolean', default: false },
			'write-docs': { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const { quick } = values;
	const lines = quick ? QUICK_LINES : LINES;
	const defaultRounds = quick ? QUICK_ROUNDS : DEFAULT_ROUNDS;
	return {
		lines: values.only === undefined ? [...lines] : readLines(values.only, lines),
		rounds:
			values.rounds === undefined
				? defaultRounds
				: readWholeNumber('rounds', values.rounds, { min: 1, max: MOST_ROUNDS }),
		quick,
		writeDocs: values['write-docs'],
		help: values.help,
	};
}

function readLines(text: string, lines: readonly LineName[]): LineName[] {
	const words = text.split(',').map((word) => word.trim());
	const known: readonly string[] = lines;
	const stranger = words.find((word) => !known.includes(word));
	if (stranger !== undefined) {
		throw new UserError(`--only knows no line "${stranger}". Lines are: ${lines.join(', ')}.`);
	}
	return lines.filter((line) => words.includes(line));
}
