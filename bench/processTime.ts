/** The processor time of another process, sampled: what it costs, however busy the machine is (Linux only). */
import { existsSync, readFileSync } from 'node:fs';
import { sampleRegularly } from './sampling';
import type { CpuSample } from './statistics';

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const MS_PER_TICK = 10;
/** Of user and system time, in the fields after the command's name. */
const USER_FIELD = 11;
const SYSTEM_FIELD = 12;

/** Milliseconds of processor time since the process began. Throws if there is no such process. */
export function readCpuTime(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name may hold blanks and brackets.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[USER_FIELD]) + Number(fields[SYSTEM_FIELD])) * MS_PER_TICK;
}

/** Samples until the returned function is called, which gives all samples: none where there is no /proc. */
export function watchCpuTime(pid: number): () => CpuSample[] {
	return sampleRegularly(() =>
		// No /proc, or the process has ended.
		existsSync(`/proc/${pid}/stat`) ? { at: Date.now(), ms: readCpuTime(pid) } : undefined,
	);
}
