import { readCommandLine, UsageError } from '../../../../sandbox/process/commandLine';

describe('readCommandLine', () => {
	it('has defaults', () => {
		expect(readCommandLine([])).toEqual({
			port: 7710,
			host: '127.0.0.1',
			allowedHosts: [],
			dataFolder: '.sandbox',
			receiptUrl: undefined,
			seed: false,
			help: false,
		});
	});

	it('reads every flag', () => {
		const args = ['--port', '0', '--host', '127.0.0.1', '--data', 'x', '--seed'];
		expect(readCommandLine([...args, '--receipt-url', 'http://127.0.0.1:5678/r'])).toEqual({
			port: 0,
			host: '127.0.0.1',
			allowedHosts: [],
			dataFolder: 'x',
			receiptUrl: 'http://127.0.0.1:5678/r',
			seed: true,
			help: false,
		});
	});

	it.each([
		[['Host.Docker.Internal'], ['host.docker.internal']],
		[
			['host.docker.internal', 'push_sandbox', 'HOST.docker.internal'],
			['host.docker.internal', 'push_sandbox'],
		],
		[['sandbox-1'], ['sandbox-1']],
	])(
		'takes the names %j in lower case, each once, and may listen everywhere with them',
		(names, allowedHosts) => {
			const flags = names.flatMap((name) => ['--allow-host', name]);
			expect(readCommandLine(flags)).toMatchObject({ host: '127.0.0.1', allowedHosts });
			const everywhere = readCommandLine(['--host', '0.0.0.0', ...flags]);
			expect(everywhere).toMatchObject({ host: '0.0.0.0', allowedHosts });
		},
	);

	it.each([
		'',
		'*',
		'*.internal',
		'.internal',
		'sandbox.',
		'sandbox:7710',
		'http://sandbox',
		'sandbox/',
		'a@sandbox',
		'a b',
		'-sandbox',
		'192.168.1.5',
		'0.0.0.0',
		'[::1]',
		'2130706433',
	])('allows no host "%s": neither pattern, nor address, nor URL', (name) => {
		expect(() => readCommandLine([`--allow-host=${name}`])).toThrow(UsageError);
	});

	it.each([
		[['--port', 'abc'], '--port'],
		[['--port', '65536'], '--port'],
		[['--port='], '--port'],
		[['--host', '0.0.0.0'], '--allow-host'],
		[['--host', '192.168.1.5', '--allow-host', 'sandbox'], '--host'],
		[['--host', '::', '--allow-host', 'sandbox'], '--host'],
		[['--data', ''], '--data'],
		[['--receipt-url', 'ftp://x'], '--receipt-url'],
		[['--receipt-url', 'somewhere'], '--receipt-url'],
		[['--prot', '1'], '--prot'],
		[['stray'], 'stray'],
	])('refuses %j with words that name the flag', (args, word) => {
		expect(() => readCommandLine(args)).toThrow(UsageError);
		expect(() => readCommandLine(args)).toThrow(word);
	});
});
