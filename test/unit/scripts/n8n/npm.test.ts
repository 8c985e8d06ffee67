import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findNpm } from '../../../../scripts/n8n/npm';

describe('findNpm', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'find npm ü-'));
	});

	afterEach(() => rmSync(folder, { recursive: true }));

	function put(...way: string[]): string {
		const file = join(folder, ...way);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, '');
		return file;
	}

	test('takes the npm that has started us', () => {
		const script = put('elsewhere', 'npm-cli.js');
		expect(findNpm({ npm_execpath: script }, join(folder, 'node'))).toBe(script);
	});

	test.each([
		['Windows', 'node.exe', ['node_modules', 'npm', 'bin', 'npm-cli.js']],
		['elsewhere', join('bin', 'node'), ['lib', 'node_modules', 'npm', 'bin', 'npm-cli.js']],
	])('finds the one that came with Node (%s)', (_, node, way) => {
		const script = put(...way);
		expect(findNpm({}, join(folder, node))).toBe(script);
		// Not npm, or gone.
		expect(findNpm({ npm_execpath: put('yarn.js') }, join(folder, node))).toBe(script);
		const gone = join(folder, 'gone', 'npm-cli.js');
		expect(findNpm({ npm_execpath: gone }, join(folder, node))).toBe(script);
	});

	test('says so where there is none', () => {
		expect(() => findNpm({}, join(folder, 'node'))).toThrow('npm was not found');
	});
});
