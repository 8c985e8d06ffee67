/** Timers that can be stopped all at once, so that a closed sandbox leaves nothing behind. */
export class Timers {
	private readonly pending = new Map<NodeJS.Timeout, () => void>();

	/** Runs `work` after `ms` milliseconds, unless the timers are stopped before. */
	after(ms: number, work: () => void, stopped: () => void = () => {}): void {
		const timer = setTimeout(() => {
			this.pending.delete(timer);
			work();
		}, ms);
		this.pending.set(timer, stopped);
	}

	/** Waits; false when it was cut short by {@link stop}. */
	async sleep(ms: number): Promise<boolean> {
		return await new Promise((resolve) =>
			this.after(
				ms,
				() => resolve(true),
				() => resolve(false),
			),
		);
	}

	stop(): void {
		for (const [timer, stopped] of this.pending) {
			clearTimeout(timer);
			stopped();
		}
		this.pending.clear();
	}
}
