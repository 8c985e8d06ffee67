/** The resident memory of another process, sampled (Linux only). */
import { readFileSync } from 'node:fs';
import { sampleRegularly } from './sampling';
import type { MemorySample } from './statistics';

/** Bytes. Throws if there is no such process, or no /proc. */
export function readMemory(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
	return Number(kilobytes) * 1024;
}

/** Samples until the returned function is called, which gives all samples. */
export function watchMemory(pid: number): () => MemorySample[] {
	return sampleRegularly(() => ({ at: Date.now(), bytes: readMemory(pid) }));
}
