/** Recipients > From a File, where something goes wrong in the middle. */
import { gzipSync } from 'node:zlib';

import { fileOf, watchStreams } from '../../../../builders/itemFiles';
import { retryWithoutWaiting, useSandbox } from '../../../../builders/useSandbox';
import { linesOf, pushFile, reachedTokens, summary, tokensOf } from '../fileRun';
import { ALWAYS, strike } from '../pushRun';
import { pause, until, watchLog } from './cancelledRun';

const sandbox = useSandbox();
retryWithoutWaiting();

describe('a file that breaks off', () => {
	const GZIPPED = gzipSync(linesOf(50_000));

	it.each([
		['gzip without its end', GZIPPED.subarray(0, GZIPPED.length - 20)],
		['gzip, cut in half', GZIPPED.subarray(0, GZIPPED.length / 2)],
		[
			'gzip with a flipped bit',
			Buffer.from(GZIPPED).fill(GZIPPED.at(90_000) === 0 ? 1 : 0, 90_000, 90_001),
		],
		['gzip whose length is another', Buffer.concat([GZIPPED.subarray(0, -1), Buffer.from([7])])],
		['a file that only says that it is gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
	])('sends to nobody: %s', async (_, content) => {
		for (const mode of ['filesystem', 'memory'] as const) {
			const streams = await watchStreams();
			const { error, outputs } = await pushFile(sandbox, await fileOf(content, mode));
			expect(outputs.flat()).toEqual([]);
			expect(error?.message ?? '').not.toBe('');
			expect(error?.description).toContain('Nothing was sent.');
			expect(reachedTokens(sandbox)).toEqual([]);
			await until(() => streams.every(({ destroyed }) => destroyed));
			expect(streams.filter(({ destroyed }) => !destroyed)).toEqual([]);
		}
	});
});

describe('a Column by expression', () => {
	const [first = '', second = ''] = tokensOf(2).map((token) => token.padEnd(40, 'x'));

	it.each(['={{ $json.nothing }}', '={{ null }}'])(
		'%s is not one token a line: nobody of another column is reached',
		async (fileColumn) => {
			const { error } = await pushFile(sandbox, `${first},${second}\n`, { fileColumn });
			expect(error?.message).toContain('Column is filled in, but gives nothing');
			expect(reachedTokens(sandbox)).toEqual([]);
		},
	);

	it('may say that there is none', async () => {
		await pushFile(sandbox, `${first}\n${second}\n`, { fileColumn: '={{ "" }}' });
		expect(reachedTokens(sandbox)).toEqual([first, second]);
	});
});

describe('a run that is cancelled', () => {
	it('while it counts: nobody is reached, and the file is closed', async () => {
		const streams = await watchStreams();
		const file = await fileOf(linesOf(400_000));
		const counting = until(() => streams.length > 0).then(async () => await pause(60));
		const { run } = await pushFile(sandbox, file, {}, { cancelAfter: counting });
		expect(run.status).toBe('canceled');
		await pause(300);
		await until(() => streams.every(({ destroyed }) => destroyed));
		expect(streams.map(({ destroyed }) => destroyed)).toEqual([true]);
		expect(reachedTokens(sandbox)).toEqual([]);
	});

	it('while it sends: no further request, nobody twice, and the counts stand in the log', async () => {
		const log = watchLog();
		const streams = await watchStreams();
		const count = 30_000;
		sandbox.state.settings.latency = 50;
		const enough = new Promise<void>((resolve) => {
			const stop = sandbox.store.watch(() => {
				if (sandbox.store.received < 4) return;
				stop();
				resolve();
			});
		});
		const options = { concurrency: 2 };
		const file = await fileOf(linesOf(count));
		const { run } = await pushFile(sandbox, file, { options }, { cancelAfter: enough });
		expect(run.status).toBe('canceled');
		await until(() => log.some((line) => line.includes('cancelled')));
		const { received } = sandbox.store;
		expect(received).toBeLessThanOrEqual(6);
		await pause(300);
		expect(sandbox.store.received).toBe(received);
		expect(sandbox.acceptances.findRepeated()).toEqual([]);
		const [line = ''] = log.filter((text) => text.includes('cancelled'));
		const numbers = [...line.matchAll(/([\d,]+) (?:accepted|problems)/g)].map(([, number]) =>
			Number(number?.replaceAll(',', '')),
		);
		expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(count);
		expect(numbers[0]).toBeGreaterThanOrEqual(reachedTokens(sandbox).length - 2000);
		await until(() => streams.every(({ destroyed }) => destroyed));
		expect(streams.filter(({ destroyed }) => !destroyed)).toEqual([]);
	});
});

describe('Retry On Fail', () => {
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('runs again when nobody got anything, and then everybody gets it once', async () => {
		strike(sandbox, 'code', { code: '80300002', status: 400, times: 3 });
		const run = await pushFile(sandbox, linesOf(2500), {}, { settings });
		expect(run.error).toBeUndefined();
		expect(summary(run)).toMatchObject({ accepted: 2500 });
		expect(sandbox.acceptances.findRepeated()).toEqual([]);
		expect(reachedTokens(sandbox)).toHaveLength(2500);
	});

	it('never sends again what may have been taken', async () => {
		strike(sandbox, 'resetAfter', ALWAYS);
		const run = await pushFile(sandbox, linesOf(2500), {}, { settings });
		expect(run.error).toBeUndefined();
		expect(summary(run)).toMatchObject({ unknown: 2500 });
		expect(sandbox.acceptances.findRepeated()).toEqual([]);
	});
});

describe('other messages than notifications', () => {
	it.each([
		['a badge', { resource: 'badge', operation: 'update', setNum: 3 }],
		['a background message', { resource: 'background', operation: 'send', extraData: 'x' }],
		[
			'a request of JSON',
			{
				resource: 'custom',
				operation: 'send',
				pushType: 6,
				payload: { extraData: 'x' },
			},
		],
	])('go to a file: %s', async (_, parameters) => {
		const run = await pushFile(sandbox, linesOf(1500), parameters);
		expect(run.error).toBeUndefined();
		expect(summary(run)).toMatchObject({ accepted: 1500, rows: 1500 });
		expect(reachedTokens(sandbox).sort()).toEqual(tokensOf(1500).sort());
	});
});
