import { UserError } from '../../../../scripts/n8n/userError';
import { parseArguments } from '../../../../scripts/start/arguments';

describe('parseArguments', () => {
	test('nothing given: stays up, on a port of its choice', () => {
		expect(parseArguments([])).toEqual({ once: false, editor: true, help: false });
	});

	test('reads --once and --port', () => {
		expect(parseArguments(['--once', '--port', '5680'])).toEqual({
			once: true,
			editor: true,
			help: false,
			port: 5680,
		});
	});

	test('--no-editor leaves the whole n8n out', () => {
		expect(parseArguments(['--no-editor', '--once'])).toMatchObject({ editor: false, once: true });
	});

	test.each(['0', '65536', '80a', '-1', ''])('refuses the port "%s"', (port) => {
		expect(() => parseArguments([`--port=${port}`])).toThrow('from 1 to 65535');
	});

	test.each([['--twice'], ['campaign'], ['--port']])('refuses %s', (argument) => {
		expect(() => parseArguments([argument])).toThrow(UserError);
	});
});
