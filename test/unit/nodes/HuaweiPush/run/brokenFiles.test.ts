import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

import { BrokenFiles } from '../../../../../nodes/HuaweiPush/run/brokenFiles';
import type { ItemFile } from '../../../../../nodes/HuaweiPush/run/itemFile';

const BROKEN = 'token,name\nT1,"open';

interface Stored {
	id?: string;
	data: string;
}

/** Of n8n only what reads files. */
function useFiles(items: readonly Stored[], contents: readonly string[]) {
	let reads = 0;
	const contentOf = (item: number) => {
		reads += 1;
		const content = contents[item];
		if (content === undefined) throw new Error('gone');
		return Buffer.from(content);
	};
	const context = {
		getNode: () => ({}),
		getMode: () => 'trigger',
		getExecutionCancelSignal: () => undefined,
		getInputData: () =>
			items.map((file) => ({ json: {}, binary: { data: file } as unknown as IBinaryKeyData })),
		helpers: {
			getBinaryDataBuffer: async (item: number) => await Promise.resolve(contentOf(item)),
			getBinaryStream: async (id: string) => {
				async function* pieces() {
					yield await Promise.resolve(contentOf(items.findIndex((file) => file.id === id)));
				}
				return await Promise.resolve(pieces());
			},
		},
	} as unknown as IExecuteFunctions;
	const files = new BrokenFiles(context);
	const read = async (item: number, column = 'token', further: ItemFile['further'] = []) => {
		const tokens: string[] = [];
		for await (const portion of files.read({ item, field: 'data', column, further })) {
			tokens.push(...portion.tokens);
		}
		return tokens;
	};
	return { read, reads: () => reads };
}

const MEMORY = { data: 'in memory' };

it.each([
	['holds in memory', MEMORY],
	['keeps apart', { id: 'filesystem:1', data: 'filesystem' }],
])('reads a broken file that n8n %s once, whichever items name it', async (_, file) => {
	const { read, reads } = useFiles([file, { ...file }, { ...file }], [BROKEN, BROKEN, BROKEN]);
	for (const item of [0, 1, 2, 0]) await expect(read(item)).rejects.toThrow('never closed');
	expect(reads()).toBe(1);
});

it('reads it again where something else is asked of it', async () => {
	const { read } = useFiles([MEMORY], ['a,b\nT1,T2\n']);
	await expect(read(0, 'c')).rejects.toThrow('"a", "b"');
	expect(await read(0, 'a')).toEqual(['T1']);
	const further = [{ column: 'c', label: 'Split By' }];
	await expect(read(0, 'a', further)).rejects.toThrow('c');
	expect(await read(0, 'a')).toEqual(['T1']);
});

it('takes no other file for a broken one, and a good one for what it is each time', async () => {
	const files = [
		{ id: 'filesystem:1', data: 'filesystem' },
		{ id: 'filesystem:2', data: 'filesystem' },
		MEMORY,
		{ data: 'broken' },
	];
	const { read, reads } = useFiles(files, [BROKEN, 'token\nT2\n', 'token\nT3\n', BROKEN]);
	for (const item of [0, 3]) await expect(read(item)).rejects.toThrow('never closed');
	for (let time = 0; time < 2; time++) {
		expect(await read(1)).toEqual(['T2']);
		expect(await read(2)).toEqual(['T3']);
	}
	expect(reads()).toBe(6);
});

it('tries again what could not be read for another reason than its text', async () => {
	const { read, reads } = useFiles([MEMORY], []);
	for (let time = 0; time < 2; time++) await expect(read(0)).rejects.toThrow('gone');
	expect(reads()).toBe(2);
});
