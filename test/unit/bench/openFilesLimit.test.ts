import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { limitOpenFiles } from '../../../bench/openFilesLimit';

const onLinux = process.platform === 'linux' ? test : test.skip;

describe('limitOpenFiles', () => {
	onLinux('limits a process that runs, or says that it has not', () => {
		const child = spawn('sleep', ['20']);
		const { pid = 0 } = child;
		const done = limitOpenFiles(pid, 64);
		const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
		child.kill();

		expect(/^Max open files\s+64\s+64\s/m.test(limits)).toBe(done);
	});

	test('no such process', () => {
		expect(limitOpenFiles(2 ** 30, 64)).toBe(false);
	});
});
