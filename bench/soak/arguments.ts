/** The command line of `npm run soak`. */
import { parseArgs } from 'node:util';
import { UserError } from '../../scripts/n8n/userError';

export interface SoakArguments {
	minutes: number;
	/** Receipt calls a second. */
	rate: number;
	help: boolean;
}

export const HELP = `npm run soak                     ten minutes of receipts against a real n8n; exit 0 if its memory ends
                                 within 50 MB of what it was after the first minute, else 1
npm run soak -- --minutes 3      another time, at least 2
npm run soak -- --rate 5         so many calls of 10 receipts a second (10)`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): SoakArguments {
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: {
				minutes: { type: 'string', default: '10' },
				rate: { type: 'string', default: '10' },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}));
	} catch (error) {
		const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new UserError(`${message}.`, 'npm run soak -- --help lists what is possible.');
	}
	return {
		minutes: readNumber('minutes', values.minutes ?? '', { min: 2, max: 600 }),
		rate: readNumber('rate', values.rate ?? '', { min: 1, max: 100 }),
		help: values.help ?? false,
	};
}

function readNumber(name: string, text: string, { min, max }: { min: number; max: number }) {
	const value = Number(text);
	if (!(value >= min && value <= max)) {
		throw new UserError(`--${name} must be a number from ${min} to ${max}, not "${text}".`);
	}
	return value;
}
