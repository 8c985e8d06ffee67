/** What a process holds, second by second (Linux). */
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

import { readMemory } from '../processMemory';
import type { Sample } from './flat';

const INTERVAL_MS = 1_000;

/** Open sockets of a process, of whatever kind. Throws if there is no such process, or no /proc. */
export function countSockets(pid: number): number {
	const folder = `/proc/${pid}/fd`;
	return readdirSync(folder).filter((name) => readLink(join(folder, name)).startsWith('socket:'))
		.length;
}

/** A descriptor may be closed between the list and the look at it. */
function readLink(path: string): string {
	try {
		return readlinkSync(path);
	} catch {
		return '';
	}
}

/** Samples `pid` until `stop`. A process that has gone ends it: the load notices by its own failures. */
export class Sampler {
	readonly samples: Sample[] = [];
	private readonly started = Date.now();
	private readonly timer: NodeJS.Timeout;

	constructor(private readonly pid: number) {
		this.timer = setInterval(() => this.take(), INTERVAL_MS);
		this.take();
	}

	/** Seconds. */
	get elapsed(): number {
		return (Date.now() - this.started) / 1000;
	}

	get latest(): Sample {
		return this.samples.at(-1) ?? { at: 0, memory: 0, sockets: 0 };
	}

	stop(): void {
		clearInterval(this.timer);
	}

	private take(): void {
		try {
			this.samples.push({
				at: this.elapsed,
				memory: readMemory(this.pid),
				sockets: countSockets(this.pid),
			});
		} catch {
			this.stop();
		}
	}
}
