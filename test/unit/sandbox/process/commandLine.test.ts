import { readCommandLine, UsageError } from '../../../../sandbox/process/commandLine';

describe('readCommandLine', () => {
	it('has defaults', () => {
		expect(readCommandLine([])).toEqual({
			port: 7710,
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
			dataFolder: 'x',
			receiptUrl: 'http://127.0.0.1:5678/r',
			seed: true,
			help: false,
		});
	});

	it.each([
		[['--port', 'abc'], '--port'],
		[['--port', '65536'], '--port'],
		[['--port='], '--port'],
		[['--host', '0.0.0.0'], '127.0.0.1'],
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
