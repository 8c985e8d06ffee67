/**
 * What an operator does next about a push token or a message. One set of words for the
 * outcomes of a send and for the receipts that follow it.
 */

/** The closed set of verdicts; a workflow's Switch node branches on these words. */
export type Verdict = 'keep' | 'remove' | 'pause' | 'fixSetup' | 'fixMessage' | 'retryLater';

/** A verdict in words: `name` for a list of options, `advice` for a sentence beside a result. */
export interface VerdictText {
	readonly name: string;
	readonly advice: string;
}

export const VERDICTS: Readonly<Record<Verdict, VerdictText>> = {
	keep: {
		name: 'Keep',
		advice: 'Keep the token. Nothing needs to be changed.',
	},
	remove: {
		name: 'Remove',
		advice:
			'Remove the token from your list: no message reaches it any more. The app reports a new token the next time the user opens it.',
	},
	pause: {
		name: 'Pause',
		advice: 'Keep the token, but leave it out of sends for now.',
	},
	fixSetup: {
		name: 'Fix Setup',
		advice:
			'Keep the token. Correct the set-up in AppGallery Connect or the credential in n8n, then send again.',
	},
	fixMessage: {
		name: 'Fix Message',
		advice: 'Keep the token. Correct the message in the node, then send again.',
	},
	retryLater: {
		name: 'Retry Later',
		advice: 'Keep the token and send the message again later.',
	},
};

/** From the one that gives up least to the one that gives up most. */
const CARE: readonly Verdict[] = [
	'keep',
	'fixSetup',
	'fixMessage',
	'retryLater',
	'pause',
	'remove',
];

/** Orders verdicts by care, the most careful first: where two readings are possible, it holds. */
export function byCare(a: Verdict, b: Verdict): number {
	return CARE.indexOf(a) - CARE.indexOf(b);
}

/** Gives the name and advice of a verdict, or `undefined` for a word that is not a verdict. */
export function findVerdict(verdict: string): VerdictText | undefined {
	return isVerdict(verdict) ? VERDICTS[verdict] : undefined;
}

function isVerdict(word: string): word is Verdict {
	return Object.hasOwn(VERDICTS, word);
}
