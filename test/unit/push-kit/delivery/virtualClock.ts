import type { Surroundings } from '../../../../push-kit/delivery/surroundings';

interface Timer {
	at: number;
	end: () => void;
}

/** Chance that is the same in every run. */
export function seeded(seed: number) {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

/** Time that passes only when nobody has anything else to do. */
export class VirtualClock implements Surroundings {
	private time: number;

	private timers: Timer[] = [];

	constructor(
		start = 1_700_000_000_000,
		readonly random: () => number = () => 1,
	) {
		this.time = start;
	}

	readonly now = () => this.time;

	readonly sleep = async (ms: number, signal?: AbortSignal) => await this.pause(ms, signal);

	async pause(ms: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted === true) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				signal?.removeEventListener('abort', end);
				this.timers = this.timers.filter((timer) => timer.end !== end);
				resolve();
			};
			this.timers.push({ at: this.time + ms, end });
			signal?.addEventListener('abort', end);
		});
	}

	/** Lets time pass until `work` is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let done = false;
		const mark = () => {
			done = true;
		};
		work.then(mark, mark);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (done) return await work;
			const next = this.timers.reduce<Timer | undefined>(
				(first, timer) => (first === undefined || timer.at < first.at ? timer : first),
				undefined,
			);
			if (next === undefined) continue;
			this.time = Math.max(this.time, next.at);
			next.end();
		}
	}
}
