/**
 * What a node has done before in one execution: a loop runs it batch by batch, and a sub-workflow that is called item by
 * item customer by customer. A limit that held for each of these runs alone would be none. Kept in the process; tokens
 * as digests only.
 */

import { TokenDigests } from './tokenDigests';
import { noTries, type Tries } from '../delivery/problemShare';

/** Places of the first table: most executions of a busy instance are for one customer. */
const FIRST_PLACES = 16;

export class EarlierRuns {
	/** How the tokens of all runs came out, for *Stop at Problem Share*. */
	readonly tries: Tries = noTries();

	private readonly tokens = new TokenDigests(Math.floor(Math.random() * 2 ** 32), FIRST_PLACES);

	/** Of lists that are too long to be kept token by token. */
	private ofLists = 0;

	/** Different tokens of all runs, those of lists counted once a run. */
	get recipients(): number {
		return this.tokens.size + this.ofLists;
	}

	has(token: string): boolean {
		return this.tokens.has(token);
	}

	/** Counts a token as reached, in this run and for those to come. */
	add(token: string): void {
		this.tokens.add(token);
	}

	/** @param recipients different tokens of one run */
	addList(recipients: number): void {
		this.ofLists += recipients;
	}
}

/** Nodes of executions that are remembered. */
const MOST_NODES = 10_000;

/** Tokens that are remembered of all of them: 32 MB at most. */
const MOST_TOKENS = 2_000_000;

/** Earlier runs by node and execution; the ones unused for longest make room. */
export class EarlierRunsByNode {
	private readonly known = new Map<string, EarlierRuns>();

	constructor(
		private readonly mostNodes = MOST_NODES,
		private readonly mostTokens = MOST_TOKENS,
	) {}

	/** @param key of the node in its execution; without one, nobody can tell what was before */
	of(key: string | undefined): EarlierRuns {
		if (key === undefined) return new EarlierRuns();
		const runs = this.known.get(key) ?? new EarlierRuns();
		// Put back at the end: the map's order is the order of last use.
		this.known.delete(key);
		this.known.set(key, runs);
		this.makeRoom();
		return runs;
	}

	private makeRoom(): void {
		let tokens = 0;
		for (const runs of this.known.values()) tokens += runs.recipients;
		for (const [key, runs] of this.known) {
			// The last one is in use.
			const isFull = this.known.size > this.mostNodes || tokens > this.mostTokens;
			if (!isFull || this.known.size === 1) return;
			tokens -= runs.recipients;
			this.known.delete(key);
		}
	}
}
