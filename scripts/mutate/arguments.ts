/** The command line of `npm run mutate`. */
import { parseCommandLine, readWholeNumber } from '../commandLine';
import { UserError } from '../n8n/userError';
import { LEAST_SCORE, ROOMS, type Room } from './rooms';

export interface MutateArguments {
	/** In the order of `ROOMS`. */
	rooms: Room[];
	/** Mutate this file of the rooms alone. */
	file?: string;
	/** Test processes at a time; undefined: as many as Stryker likes. */
	concurrency?: number;
	/** Forget what earlier runs found. */
	fresh: boolean;
	help: boolean;
}

const names = ROOMS.map(({ name }) => name).join(', ');

export const HELP = `npm run mutate                                 changes the code of four rooms (${names}) bit by bit, and
                                               prints which share of the changes the unit tests notice;
                                               exit 0 if it is at least ${LEAST_SCORE} % in each room, else 1
npm run mutate -- --room receipt,account       some rooms
npm run mutate -- --room receipt --file push-kit/receipt/parse.ts   one file of a room
npm run mutate -- --fresh                      measures every mutant anew (without it: those whose code or tests changed)
npm run mutate -- --concurrency 1              so many test processes at a time
npm run mutate -- --help                       this text

Survivors are listed in results/mutate/<room>.txt, and in their place in results/mutate/<room>.html.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): MutateArguments {
	const { values } = parseCommandLine('npm run mutate', {
		args,
		options: {
			room: { type: 'string' },
			file: { type: 'string' },
			concurrency: { type: 'string' },
			fresh: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const { file, concurrency } = values;
	const rooms = chooseRooms(values.room);
	if (file !== undefined && rooms.length !== 1) {
		throw new UserError('--file needs --room with the one room that the file belongs to.');
	}
	return {
		rooms,
		...(file !== undefined && { file }),
		...(concurrency !== undefined && {
			concurrency: readWholeNumber('concurrency', concurrency, { min: 1, max: 64 }),
		}),
		fresh: values.fresh,
		help: values.help,
	};
}

function chooseRooms(text: string | undefined): Room[] {
	if (text === undefined) return [...ROOMS];
	const wanted = text.split(',').map((name) => name.trim());
	const unknown = wanted.find((name) => !ROOMS.some((room) => room.name === name));
	if (unknown !== undefined) {
		throw new UserError(`--room knows ${names}, but not "${unknown}".`);
	}
	return ROOMS.filter(({ name }) => wanted.includes(name));
}
