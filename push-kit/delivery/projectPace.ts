/** The pace of a project: what all runs of this process share, and what is kept of it for the next. */

import { MAXIMUM_TOKENS_PER_REQUEST } from '../catalog/limits';
import { TokenBucket } from './pace';
import type { Rate } from './rates';
import { Room } from './room';
import { Throttle } from './throttle';

/** Milliseconds after its last run for which it is remembered how fast a project may send. */
const KEPT = 600_000;

/** Milliseconds by which a clock only goes back if somebody sets it. */
const CLOCK_SET_BACK = 1000;

export class ProjectPace {
	/** What the runs found out: it holds for the next one, too. */
	readonly throttle: Throttle;

	readonly room: Room;

	private bucket = new TokenBucket(0);

	private readonly rates = new Map<string, TokenBucket>();

	/** Of the runs that are under way. */
	private readonly figures = new Set<{ readonly tokensPerSecond: number }>();

	private usedAt = 0;

	/** Huawei asked for silence until then, in Unix milliseconds. */
	private silence = 0;

	private answered = 0;

	private stageAtAnswer = 0;

	/** When a turn was last asked for, in Unix milliseconds. */
	private askedAt = 0;

	/** @param mostPlaces requests at a time, of all runs together */
	constructor(mostPlaces: number) {
		this.throttle = new Throttle(mostPlaces, MAXIMUM_TOKENS_PER_REQUEST);
		this.room = new Room(() => this.throttle.places);
	}

	/**
	 * A run begins. Of the rates that the runs were given the smallest holds for all of them together.
	 *
	 * @param tokensPerSecond devices per second; 0 for no limit
	 * @returns to be called at the run's end
	 */
	join(tokensPerSecond: number, now: () => number): () => void {
		const figure = { tokensPerSecond };
		this.figures.add(figure);
		this.bucket.setRate(this.tokensPerSecond);
		return () => {
			this.figures.delete(figure);
			this.bucket.setRate(this.tokensPerSecond);
			this.usedAt = now();
		};
	}

	/** Devices per second; 0 for no limit. */
	get tokensPerSecond(): number {
		const set = [...this.figures].map(({ tokensPerSecond }) => tokensPerSecond).filter(Boolean);
		return set.length === 0 ? 0 : Math.min(...set);
	}

	/**
	 * Reserves a turn for a request to `count` devices.
	 *
	 * @param rate that its kind of message has of its own
	 * @param now Unix time in milliseconds
	 * @returns when it may go, in Unix milliseconds
	 */
	reserve(count: number, rate: Rate | undefined, now: number): number {
		if (now < this.askedAt - CLOCK_SET_BACK) this.forgetTurns();
		this.askedAt = now;
		const earliest = this.bucket.take(count, Math.max(now, this.silence));
		return rate === undefined ? earliest : this.bucketOf(rate).take(count, earliest);
	}

	/** When Huawei last answered something that needs no repeat, to whichever run; in Unix milliseconds. */
	get answeredAt(): number {
		return this.answered;
	}

	noteAnswer(now: number): void {
		this.answered = now;
		this.stageAtAnswer = this.throttle.stage;
	}

	/** How often the pace gave way since then. */
	get stepsBack(): number {
		return this.throttle.stage - this.stageAtAnswer;
	}

	/** Huawei asked for silence until `at`, in Unix milliseconds. */
	keepSilent(at: number): void {
		this.silence = Math.max(this.silence, at);
	}

	get silentUntil(): number {
		return this.silence;
	}

	isForgotten(now: number): boolean {
		return this.figures.size === 0 && now - this.usedAt > KEPT;
	}

	/** A clock that was set back would have everybody wait until it is as late again. */
	private forgetTurns(): void {
		this.bucket = new TokenBucket(this.tokensPerSecond);
		this.rates.clear();
		this.silence = 0;
		this.answered = 0;
	}

	private bucketOf({ name, count, span }: Rate): TokenBucket {
		const known = this.rates.get(name) ?? new TokenBucket(count, span);
		this.rates.set(name, known);
		return known;
	}
}

/** The paces of all projects that a process sends for. */
export class ProjectPaces {
	private readonly known = new Map<string, ProjectPace>();

	/** @param now Unix time in milliseconds */
	constructor(private readonly now: () => number) {}

	/**
	 * @param project in any form that tells two apart
	 * @param mostPlaces requests at a time
	 */
	of(project: string, mostPlaces: number): ProjectPace {
		for (const [name, pace] of this.known) {
			if (pace.isForgotten(this.now())) this.known.delete(name);
		}
		const known = this.known.get(project) ?? new ProjectPace(mostPlaces);
		this.known.set(project, known);
		return known;
	}
}
