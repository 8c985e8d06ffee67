/** The places that all runs of a project share: no more are taken than there are, first come first served. */

interface Waiting {
	readonly places: number;
	/** Told whether it has its places now; if not, because it was cancelled. */
	readonly resolve: (isTaken: boolean) => void;
}

export class Room {
	private taken = 0;

	/** Requests that hold places. */
	private requests = 0;

	private readonly line = new Set<Waiting>();

	/** @param places as many as there are now */
	constructor(private readonly places: () => number) {}

	/**
	 * Waits for `places`; they have to be given back.
	 *
	 * @returns whether they are taken: not if `signal` ended the waiting
	 */
	async take(places: number, signal?: AbortSignal): Promise<boolean> {
		if (this.line.size === 0 && this.isFree(places)) {
			this.hold(places);
			return true;
		}
		return await new Promise((resolve) => {
			const leave = () => {
				this.line.delete(waiting);
				resolve(false);
				this.serve();
			};
			const waiting: Waiting = {
				places,
				resolve: (isTaken) => {
					signal?.removeEventListener('abort', leave);
					resolve(isTaken);
				},
			};
			this.line.add(waiting);
			signal?.addEventListener('abort', leave, { once: true });
		});
	}

	give(places: number): void {
		this.requests -= 1;
		// Places are fractions, which do not always add up to nothing.
		this.taken = this.requests === 0 ? 0 : this.taken - places;
		this.serve();
	}

	private serve(): void {
		for (const waiting of this.line) {
			if (!this.isFree(waiting.places)) return;
			this.line.delete(waiting);
			this.hold(waiting.places);
			waiting.resolve(true);
		}
	}

	/** One request may always go, however many places it takes. */
	private isFree(places: number): boolean {
		return this.requests === 0 || this.taken + places <= this.places();
	}

	private hold(places: number): void {
		this.taken += places;
		this.requests += 1;
	}
}
