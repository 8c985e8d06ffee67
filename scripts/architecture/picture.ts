/** The rooms of the house and the arrows between them, as a Mermaid chart. */
import type { Import } from './imports';

/** A box of the picture: a folder, or what lies loose in one. */
interface Room {
	readonly id: string;
	readonly name: string;
	/** Of several rooms that hold a file, the one with the longest folder has it. */
	readonly folder: string;
}

interface Wing {
	readonly id: string;
	readonly name: string;
	readonly rooms: readonly Room[];
}

/** Top down: who is above may use who is below. Tests use everything, and are left out. */
const WINGS: readonly Wing[] = [
	{
		id: 'outside',
		name: 'not published',
		rooms: [
			{ id: 'scripts', name: 'scripts', folder: 'scripts/' },
			{ id: 'sandbox', name: 'sandbox', folder: 'sandbox/' },
		],
	},
	{
		id: 'entries',
		name: 'what n8n loads',
		rooms: [
			{ id: 'credentials', name: 'credentials', folder: 'credentials/' },
			{ id: 'trigger', name: 'nodes/HuaweiPushTrigger', folder: 'nodes/HuaweiPushTrigger/' },
			{ id: 'node', name: 'nodes/HuaweiPush', folder: 'nodes/HuaweiPush/' },
		],
	},
	{
		id: 'action',
		name: 'rooms of the action node',
		rooms: [
			{ id: 'run', name: 'run', folder: 'nodes/HuaweiPush/run/' },
			{ id: 'actions', name: 'actions', folder: 'nodes/HuaweiPush/actions/' },
			{ id: 'form', name: 'form', folder: 'nodes/HuaweiPush/form/' },
			{ id: 'parameters', name: 'parameters', folder: 'nodes/HuaweiPush/parameters/' },
		],
	},
	{
		id: 'domain',
		name: 'push-kit',
		rooms: [
			{ id: 'delivery', name: 'delivery', folder: 'push-kit/delivery/' },
			{ id: 'receipt', name: 'receipt', folder: 'push-kit/receipt/' },
			{ id: 'message', name: 'message', folder: 'push-kit/message/' },
			{ id: 'account', name: 'account', folder: 'push-kit/account/' },
			{ id: 'recipients', name: 'recipients', folder: 'push-kit/recipients/' },
			{ id: 'catalog', name: 'catalog', folder: 'push-kit/catalog/' },
			{ id: 'json', name: 'json.ts, path.ts', folder: 'push-kit/' },
		],
	},
];

const ROOMS = WINGS.flatMap(({ rooms }) => rooms).sort((a, b) => b.folder.length - a.folder.length);

/** The folders whose sources the picture shows. */
export const PICTURED_FOLDERS = ['credentials', 'nodes', 'push-kit', 'sandbox', 'scripts'] as const;

/**
 * The chart: whole arrows for code, dotted ones where only types are shared.
 *
 * @throws {RangeError} for a source that lies in no room: a new folder needs a place in the picture
 */
export function drawPicture(imports: readonly Import[]): string {
	const arrows = new Map<string, boolean>();
	for (const { from, to, typesOnly } of imports) {
		const [start, end] = [roomOf(from), roomOf(to)];
		if (start === end) continue;
		const key = `${start} ${end}`;
		arrows.set(key, (arrows.get(key) ?? true) && typesOnly);
	}
	const lines = [...arrows].map(([key, typesOnly]) => {
		const [start, end] = key.split(' ');
		return `\t${start} ${typesOnly ? '-.->' : '-->'} ${end}`;
	});
	return ['flowchart TD', ...WINGS.flatMap(drawWing), ...lines.sort()].join('\n');
}

function drawWing({ id, name, rooms }: Wing): string[] {
	return [
		`\tsubgraph ${id} ["${name}"]`,
		...rooms.map((room) => `\t\t${room.id}["${room.name}"]`),
		'\tend',
	];
}

function roomOf(file: string): string {
	const room = ROOMS.find(({ folder }) => file.startsWith(folder));
	if (room === undefined) throw new RangeError(`${file} lies in no room of the picture`);
	return room.id;
}
