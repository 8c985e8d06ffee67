import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findMissingTools, putFirstOnPath } from '../../../../scripts/n8n/searchPath';

describe('the search path', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'search path ä-'));
	});

	afterEach(() => rmSync(folder, { recursive: true }));

	test('says which tools are missing; what may not be run is missing too', () => {
		const tools = ['python3', 'make', 'g++'];
		expect(findMissingTools(tools, { PATH: folder })).toEqual(tools);
		writeFileSync(join(folder, 'make'), '', { mode: 0o755 });
		writeFileSync(join(folder, 'g++'), '', { mode: 0o644 });
		const path = ['/nowhere', folder].join(delimiter);
		expect(findMissingTools(tools, { PATH: path })).toEqual(['python3', 'g++']);
		expect(findMissingTools(tools, { Path: path })).toEqual(['python3', 'g++']);
		expect(findMissingTools([], {})).toEqual([]);
	});

	test.each(['PATH', 'Path'])('gets a folder in front, as %s', (name) => {
		expect(putFirstOnPath('/first', { [name]: '/usr/bin', HOME: '/' })).toEqual({
			[name]: `/first${delimiter}/usr/bin`,
			HOME: '/',
		});
	});

	test('begins with the folder where there was none', () => {
		expect(putFirstOnPath('/first', {})).toEqual({ PATH: '/first' });
	});
});
