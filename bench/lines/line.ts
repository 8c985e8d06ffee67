import type { Bench } from '../bench';
import type { Figure } from '../figures';

/** What one line of the benchmark found out. */
export interface LineResult {
	figures: Figure[];
	/** Measured beside the figures; the document says with them what bounds the figures. */
	facts: Record<string, number>;
	/** Of the line that is measured over several. */
	networks?: NetworkResult[];
}

/** One side of a network that was measured: medians of the rounds. */
export interface NetworkSide {
	/** Milliseconds of the measured node. */
	ms: number;
	/** Milliseconds for which n8n answered nobody meanwhile, at the longest; of one round. */
	silenceMs: number;
	/** Processor time of n8n meanwhile; only Linux tells. */
	cpuMs?: number;
	requests: number;
	/** Messages that the sandbox took. */
	delivered: number;
}

/** What both sides made of the same messages over the same network. */
export interface NetworkResult {
	name: string;
	ours: NetworkSide;
	peer: NetworkSide;
}

export type Line = (bench: Bench) => Promise<LineResult>;
