import axios from 'axios';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { testOnPosix } from '../../../builders/posix';
import { runProgram, type Run } from '../../../builders/program';

/** What is promised is 15 s on a machine with nothing else to do; tests run beside this one. */
const SECONDS_WITH_ROOM = 60;

describe('npm start -- --no-editor', () => {
	const folder = mkdtempSync(join(tmpdir(), 'huawei-push start ümlaut-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const start = (...args: string[]): Run =>
		runProgram('scripts/start/main.ts', ['--no-editor', ...args], folder, {
			TMPDIR: folder,
			TEMP: folder,
			// Somebody's own n8n, and a proxy that is not there: neither may matter.
			N8N_ENCRYPTION_KEY: 'short',
			HTTP_PROXY: 'http://127.0.0.1:9',
		});

	test('--once: shows who got it within the seconds promised, and leaves nothing', async () => {
		const run = start('--once');
		expect(await run.ended).toBe(0);
		const output = run.read();
		expect(output).toContain("n8n's own engine, without its editor");
		expect(output).toMatch(/Anna +ANNA01… +accepted +0 \(.+\) +keep\n/);
		expect(output).toMatch(/Elena +ELENA5… +rejected \(tokenFormatError\) +- +remove\n/);
		expect(output).toMatch(/Farid +FARID6… +accepted +2 \(.+\) +remove\n/);
		expect(output).toContain('6 customers in 1 request, 5 on output Accepted, 1 on output Problem');
		expect(output).toContain('5 came back, signed, and started the receipt workflow.');
		expect(output).toContain('Everything went as it should.');
		expect(output).not.toMatch(/demo-push-token|DIFFERENT|whole n8n/);
		const [, seconds] = /without its editor \((\d+) s\)/.exec(output) ?? [];
		expect(Number(seconds)).toBeLessThan(SECONDS_WITH_ROOM);
		expect(readdirSync(folder).filter((name) => name.startsWith('n8n-nodes'))).toEqual([]);
	});

	testOnPosix('stays up with the inbox until Ctrl-C', async () => {
		const run = start();
		await run.until('stays up until Ctrl-C');
		const [, url = ''] = /Inbox +(http:\S+)/.exec(run.read()) ?? [];
		const page = await axios.get<string>(url, { proxy: false });
		expect(page.data).toContain('<script');
		const { data } = await axios.get<{ messages: unknown[] }>(`${url}/sandbox/messages`, {
			proxy: false,
		});
		expect(data.messages).toHaveLength(1);
		run.child.kill('SIGINT');
		expect(await run.ended).toBe(0);
		await expect(axios.get(url, { proxy: false })).rejects.toThrow('ECONNREFUSED');
	});

	testOnPosix.each(['Starting the sandbox', 'Bundling the nodes', "Loading n8n's engine"])(
		'ends at a Ctrl-C while %s, and leaves nothing',
		async (step) => {
			const run = start();
			await run.until(step);
			run.child.kill('SIGINT');
			expect(await run.ended).toBe(130);
			expect(run.read()).toContain('Stopped.');
			expect(readdirSync(folder).filter((name) => name.startsWith('n8n-nodes'))).toEqual([]);
		},
	);
});
