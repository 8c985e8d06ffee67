import type { IExecuteFunctions } from 'n8n-workflow';

import { ProblemFile } from '../../../../../nodes/HuaweiPush/run/problemFile';
import { skip } from '../../../../../push-kit/delivery/outcome';

/** Where n8n would keep the parts. */
function store(fails = false) {
	const kept: string[] = [];
	const prepareBinaryData = async (content: Buffer, fileName: string, mimeType: string) => {
		await Promise.resolve();
		if (fails) throw new Error('disk full');
		kept.push(content.toString());
		return { data: 'filesystem', id: fileName, mimeType, fileName };
	};
	// All that a file needs of n8n.
	const context = { helpers: { prepareBinaryData } } as unknown as IExecuteFunctions;
	return { kept, context };
}

const token = (index: number) => `token-${index}`.padEnd(100, 'x');

async function write(file: ProblemFile, count: number) {
	for (let index = 0; index < count; index += 1) await file.add(token(index), skip('stopped'));
	return await file.finish();
}

describe('ProblemFile', () => {
	it('writes every problem once, in parts that each have a header', async () => {
		const { kept, context } = store();
		const parts = await write(new ProblemFile(context, Infinity, 200_000), 5000);
		expect(Object.keys(parts)).toEqual(['problems', 'problems2', 'problems3']);
		expect(parts.problems2?.fileName).toBe('push-problems-2.csv');
		const lines = kept.map((part) => part.trimEnd().split('\r\n'));
		expect(new Set(lines.map(([header]) => header))).toEqual(
			new Set(['pushToken,outcome,reason,code,verdict']),
		);
		expect(lines.flatMap(([, ...rest]) => rest)).toEqual(
			Array.from({ length: 5000 }, (_, index) => `${token(index)},skipped,stopped,,retryLater`),
		);
	});

	it('is none where there is no problem', async () => {
		const { kept, context } = store();
		expect(await write(new ProblemFile(context, Infinity), 0)).toEqual({});
		expect(kept).toEqual([]);
	});

	it('says what it could not store, and ends nothing', async () => {
		const { context } = store(true);
		const full = new ProblemFile(context, Infinity, 1000);
		expect(await write(full, 5000)).toEqual({});
		expect(full.problem).toContain('disk full');
		const { kept, context: memory } = store();
		const one = new ProblemFile(memory, 1, 100_000);
		expect(Object.keys(await write(one, 5000))).toEqual(['problems']);
		expect(one.problem).toContain('in memory');
		expect(kept).toHaveLength(1);
	});
});
