import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { REPOSITORY } from '../../scripts/n8n/places';

interface Ended {
	exitCode: number | null;
	output: string;
}

async function runStart(args: string[]): Promise<Ended> {
	const child = spawn('npm', ['start', '--', ...args], {
		cwd: REPOSITORY,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	return await new Promise((resolve) => {
		child.once('close', (exitCode) => resolve({ exitCode, output }));
	});
}

async function occupyPort(): Promise<{ server: Server; port: number }> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
	return { server, port: address.port };
}

describe('npm start', () => {
	test('-- --once sends the campaign, receives its receipts and ends with 0', async () => {
		const { exitCode, output } = await runStart(['--once']);

		// Twice: in n8n's engine, then in the whole n8n.
		expect(output.match(/Everything went as it should\./g)).toHaveLength(2);
		expect(output).toMatch(/whole n8n[^]*Anna +ANNA01… +accepted +0 \(.+\) +keep\n/);
		expect(output).toMatch(/Elena +ELENA5… +rejected \(tokenFormatError\) +- +remove\n/);
		expect(output).toMatch(/Farid +FARID6… +accepted +2 \(.+\) +remove\n/);
		expect(output).toContain(
			'6 customers in 1 request, 5 on output Accepted, 1 on output Problem.',
		);
		expect(output).toContain('5 came back, signed, and started the receipt workflow.');
		expect(output).toMatch(/\d+ more workflows to try stand in n8n/);
		expect(output).not.toContain('demo-push-token');
		expect(exitCode).toBe(0);
	}, 480_000);

	test('names the port that is taken', async () => {
		const { server, port } = await occupyPort();
		try {
			const { exitCode, output } = await runStart(['--once', '--port', String(port)]);
			expect(output).toContain(`Port ${port} is taken`);
			expect(exitCode).toBe(1);
		} finally {
			server.close();
		}
	});

	test('names an option that it does not know', async () => {
		const { exitCode, output } = await runStart(['--twice']);
		expect(output).toContain("Unknown option '--twice'.");
		expect(exitCode).toBe(1);
	});
});
