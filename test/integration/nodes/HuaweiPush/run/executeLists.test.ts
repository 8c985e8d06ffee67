/** Recipients > From a File: the same promises as for items, counted where there are too many to name. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { IDataObject } from 'n8n-workflow';

import { contentOf, fileOf, watchStreams } from '../../../../builders/itemFiles';
import { useSandbox } from '../../../../builders/useSandbox';
import { hintWords, linesOf, pushFile, reachedTokens, summary, tokensOf } from '../fileRun';
import { ALWAYS, credentialsOf, strike } from '../pushRun';

const sandbox = useSandbox();

const refuse = (...tokens: string[]) => {
	for (const token of tokens) sandbox.state.scripts.set(token, { reason: 'tokenFormatError' });
};

it('sends to every token of a file once, and tells the problems by name and the others by number', async () => {
	const tokens = tokensOf(2500);
	refuse(...tokens.slice(10, 13));
	const file = [...tokens, tokens[5], tokens[11], 'null', ''].join('\r\n');
	const { outputs, hints, told } = await pushFile(sandbox, file);
	expect(outputs.map(({ length }) => length)).toEqual([1, 3]);
	expect(summary({ outputs })).toEqual({
		accepted: 2497,
		rejected: 3,
		failed: 0,
		unknown: 0,
		skipped: 0,
		rows: 2503,
		rowsWithoutToken: 1,
		doubles: 2,
		messages: [
			expect.objectContaining({ notifyId: expect.any(Number), accepted: 2497, requests: 3 }),
		],
		problems: [{ outcome: 'rejected', reason: 'tokenFormatError', verdict: 'remove', tokens: 3 }],
	});
	expect(told.slice(1).map(({ pushToken, verdict, item }) => [pushToken, verdict, item])).toEqual(
		tokens.slice(10, 13).map((token) => [token, 'remove', 0]),
	);
	expect(hintWords({ hints })).toContain('2,497 accepted, 3 problems: 3 to remove');
	expect(hintWords({ hints })).toContain('2 tokens stand in the list more than once');
});

it.each([
	['CSV, by the name of its column', 'name;pushToken\r\nAnn;T1\r\n"Bob; x";T2\r\n', 'pushToken'],
	['CSV without names, by number', 'Ann,T1\nBob,T2\n', '2'],
	['NDJSON, by a path', '{"devices":[{"token":"T1"},{"token":"T2"}]}\n', 'devices[*].token'],
	[
		'UTF-16 of a spreadsheet',
		Buffer.from('\ufeffname\tpushToken\r\nÄ\tT1\r\nÖ\tT2', 'utf16le'),
		'pushToken',
	],
	['gzip', gzipSync('pushToken,name\nT1,a\nT2,b\n'), 'pushToken'],
])('reads %s', async (_name, content, fileColumn) => {
	for (const mode of ['filesystem', 'memory'] as const) {
		sandbox.reset();
		const file = await fileOf(content, mode);
		const { outputs } = await pushFile(sandbox, file, { fileColumn });
		expect(summary({ outputs })).toMatchObject({
			accepted: 2,
			rows: fileColumn.startsWith('d') ? 1 : 2,
		});
		expect(reachedTokens(sandbox)).toEqual(['T1', 'T2']);
	}
});

it('counts by message, too, whom a run that stopped never asked for', async () => {
	sandbox.state.settings.refuseEveryToken = 'tokenFormatError';
	const files = [await fileOf(linesOf(25_000)), await fileOf('T1\nT2\n')];
	const items = [{ text: 'Hallo' }, { text: 'Hello' }];
	const options = { stopAtProblemShare: 20 };
	const parameters = { body: '={{ $json.text }}', options };
	const run = await pushFile(sandbox, '', parameters, { items, files });
	const { rejected, skipped, messages } = summary(run) ?? {};
	expect(Number(rejected) + Number(skipped)).toBe(25_002);
	expect(messages).toMatchObject([
		{ rejected, skipped: 25_000 - Number(rejected) },
		{ skipped: 2 },
	]);
	expect(run.outputs[1]).toHaveLength(25_002);
});

it('speaks of problems only where there are some', async () => {
	const good = await pushFile(sandbox, linesOf(30));
	expect(good.hints.map(({ message, type }) => [message, type])).toEqual([
		['30 accepted, 0 problems', 'info'],
	]);
	const editor = await pushFile(sandbox, linesOf(30), {}, { mode: 'manual' });
	expect(hintWords(editor)).toContain(
		'10 accepted, 20 problems: 20 held back in a run from the editor\n',
	);
});

it('has nobody to send to in an empty file, and says so', async () => {
	const { outputs, hints } = await pushFile(sandbox, '');
	expect(summary({ outputs })).toMatchObject({ accepted: 0, rows: 0 });
	expect(hintWords({ hints })).toContain('The file is empty.');
	const blank = await pushFile(sandbox, 'pushToken,name\n,a\nnull,b\n', {
		fileColumn: 'pushToken',
	});
	expect(hintWords(blank)).toContain('None of the 2 rows has a push token');
});

it('reaches test tokens only from the editor, or the first ten', async () => {
	const ten = await pushFile(sandbox, linesOf(50), {}, { mode: 'manual' });
	expect(summary(ten)).toMatchObject({ accepted: 10, skipped: 40 });
	expect(reachedTokens(sandbox).length).toBe(10);
	sandbox.reset();
	const credentials = { ...credentialsOf(sandbox), testTokens: 'my-own-device-token' };
	const own = await pushFile(sandbox, linesOf(50), {}, { mode: 'manual', credentials });
	expect(summary(own)).toMatchObject({ accepted: 1, skipped: 50 });
	expect(reachedTokens(sandbox)).toEqual(['my-own-device-token']);
});

it('holds its limits over the files of a loop', async () => {
	const editor = { mode: 'manual' as const, executionId: randomUUID() };
	const files = [tokensOf(4), tokensOf(24).slice(4), tokensOf(34).slice(24), tokensOf(4)];
	const accepted: unknown[] = [];
	for (const tokens of files) {
		accepted.push(summary(await pushFile(sandbox, tokens.join('\n'), {}, editor))?.accepted);
	}
	expect(accepted).toEqual([4, 6, 0, 4]);
	expect(new Set(reachedTokens(sandbox))).toEqual(new Set(tokensOf(10)));

	const production = { executionId: randomUUID() };
	const options = { maximumRecipients: 25 };
	const first = await pushFile(sandbox, linesOf(20), { options }, production);
	const second = await pushFile(sandbox, linesOf(10), { options }, production);
	expect(first.error).toBeUndefined();
	expect(second.error?.message).toMatch(/^With its earlier runs .* reach 30 .* allows \(25\)$/);
});

it('shows the first requests of a dry run', async () => {
	const { outputs, hints } = await pushFile(sandbox, linesOf(12_500), { delivery: 'dryRun' });
	expect(outputs[0]).toHaveLength(10);
	expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'dryRun', tokens: 1000 });
	expect(hintWords({ hints })).toContain('to 10,000 of 12,500 push tokens');
	expect(reachedTokens(sandbox)).toEqual([]);
});

it('gives files with messages of their own to whom they belong, and a token of both gets both', async () => {
	const files = [await fileOf('T1\nT2\n'), await fileOf('T2\nT3\n')];
	const items = [{ text: 'Hallo' }, { text: 'Hello' }];
	const parameters = { body: '={{ $json.text }}', options: { maximumRecipients: 3 } };
	const { outputs, error } = await pushFile(sandbox, '', parameters, { items, files });
	expect(error).toBeUndefined();
	expect(summary({ outputs })).toMatchObject({
		accepted: 4,
		messages: [{ accepted: 2 }, { accepted: 2 }],
	});
	expect(reachedTokens(sandbox)).toEqual(['T1', 'T2', 'T2', 'T3']);
});

it('withdraws from the same file what it sent', async () => {
	const sent = await pushFile(sandbox, linesOf(3));
	const [first] = (summary(sent)?.messages ?? []) as IDataObject[];
	const { outputs } = await pushFile(sandbox, linesOf(3), {
		operation: 'revoke',
		notifyId: first?.notifyId,
	});
	expect(summary({ outputs })).toMatchObject({ accepted: 3 });
});

it('fails as a whole where nobody was taken for set-up or network', async () => {
	strike(sandbox, 'code', { code: '80300002', ...ALWAYS });
	const { error } = await pushFile(sandbox, linesOf(20));
	expect(error?.message).toContain('took none of 20 messages');
});

describe('a living customer is not given up', () => {
	const others = tokensOf(5).map((token) => `fcm-${token}`);
	const column = (tokens: string[]) => `t\n${tokens.join('\n')}`;

	it('by the column of another file in the run', async () => {
		refuse(...others);
		const rows = tokensOf(5).map((token, index) => `${token},${others[index] ?? ''}`);
		const file = await fileOf(`hw,fcm\n${rows.join('\n')}`);
		const items = [{ column: 'hw' }, { column: 'fcm' }];
		const parameters = { fileColumn: '={{ $json.column }}' };
		const run = await pushFile(sandbox, '', parameters, { items, files: [file, file] });
		expect(summary(run)).toMatchObject({
			accepted: 5,
			problems: [{ reason: 'tokenFormatError', verdict: 'fixSetup', tokens: 5 }],
		});
	});

	it('by what another file, or another column of an expression, proved in a run before', async () => {
		refuse(...others);
		const { data } = await fileOf(column(tokensOf(5)));
		const { data: other } = await fileOf(column(others));
		const binary = { ...(data && { data }), ...(other && { other }) };
		for (const fields of [
			[{ binaryField: 'data' }, { binaryField: 'other' }],
			[{ binaryField: '={{ $json.a }}' }, { binaryField: '={{ $json.a }}' }],
		]) {
			for (const [index, field] of fields.entries()) {
				const items = [{ a: index === 0 ? 'data' : 'other' }];
				const run = await pushFile(sandbox, binary, { fileColumn: 't', ...field }, { items });
				if (index === 0) expect(summary(run)).toMatchObject({ accepted: 5 });
				else expect(summary(run)).toMatchObject({ problems: [{ verdict: 'fixSetup' }] });
			}
		}
	});
});

it('closes the file of a run that ends early, and names everybody', async () => {
	const streams = await watchStreams();
	sandbox.state.settings.refuseEveryToken = 'tokenFormatError';
	const run = await pushFile(sandbox, linesOf(60_000), { options: { stopAtProblemShare: 50 } });
	expect(summary(run)).toMatchObject({ rejected: 1000, skipped: 59_000 });
	expect(run.outputs[1]).toHaveLength(60_000);
	expect(streams.length).toBeGreaterThan(1);
	expect(streams.filter(({ destroyed }) => !destroyed)).toEqual([]);
	jest.restoreAllMocks();
}, 60_000);

it('writes all problems into a file where they are too many for items', async () => {
	const count = 100_500;
	const tokens = tokensOf(count);
	sandbox.state.settings.refuseEveryToken = 'tokenFormatError';
	const options = { stopAtProblemShare: 0 };
	const { outputs, hints } = await pushFile(sandbox, tokens.join('\n'), { options });
	expect(outputs.map(({ length }) => length)).toEqual([1, 100_000]);
	expect(summary({ outputs })).toMatchObject({ rejected: count });
	expect(hintWords({ hints })).toContain('the first 100,000 came out as items');
	const file = outputs[0]?.[0]?.binary?.problems;
	const lines = (file === undefined ? '' : await contentOf(file)).trimEnd().split('\r\n');
	expect(lines[0]).toBe('pushToken,outcome,reason,code,verdict');
	expect(
		lines
			.slice(1)
			.map((line) => line.split(',')[0])
			.join(),
	).toBe(tokens.join());
	expect(lines[1]).toMatch(/,rejected,tokenFormatError,\d+,fixSetup$/);
}, 60_000);
