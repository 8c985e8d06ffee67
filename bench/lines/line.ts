import type { Bench } from '../bench';
import type { Figure } from '../figures';

/** What one line of the benchmark found out. */
export interface LineResult {
	figures: Figure[];
	/** Measured beside the figures; the document says with them what bounds the figures. */
	facts: Record<string, number>;
}

export type Line = (bench: Bench) => Promise<LineResult>;
