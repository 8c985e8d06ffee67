/** What became of one push token. */

import { findVerdict, type Verdict } from '../catalog/verdicts';

/**
 * `accepted`: Huawei took the message for this token (not: shown it). `rejected`: Huawei refused this
 * token. `failed`: the request was refused or never left. `unknown`: it may have been accepted.
 * `skipped`: never tried.
 */
export type OutcomeKind = 'accepted' | 'rejected' | 'failed' | 'unknown' | 'skipped';

/** Shared by all tokens of a request that fared alike: never change it. */
export interface TokenOutcome {
	readonly outcome: OutcomeKind;
	/** Huawei's code, a string of digits, where there was one. */
	readonly code?: string;
	/** HTTP status, where the answer held no code of Huawei's. */
	readonly status?: number;
	readonly requestId?: string;
	/** One word for branching: Huawei's reason of a token, or one of this package's (`noToken`, `timeout`, ...). */
	readonly reason?: string;
	/** All reasons under which Huawei names a rejected token; not shown, see `judgement.ts`. */
	readonly reasons?: readonly string[];
	/** What else the answer says of an accepted target, by the names of the node's output. */
	readonly details?: Readonly<Record<string, string | undefined>>;
	/** When to send to it again: ISO 8601, UTC. */
	readonly notBefore?: string;
	readonly verdict: Verdict;
	/** What happened and the next click, in words. */
	readonly advice: string;
}

/** Why a token was never tried. */
export type SkipReason = 'noToken' | 'holdout' | 'manualRun' | 'cancelled' | 'stopped' | 'notRead';

const SKIPPED: Readonly<Record<SkipReason, TokenOutcome>> = {
	noToken: {
		outcome: 'skipped',
		reason: 'noToken',
		verdict: 'keep',
		advice:
			'There is no push token. Look at Recipients: drag the field that holds the token onto Token Field or, where they are defined below, fill in Push Tokens. A customer without a token has not installed the app or has not opened it yet.',
	},
	holdout: {
		outcome: 'skipped',
		reason: 'holdout',
		verdict: 'keep',
		advice:
			'Not sent on purpose: this customer falls to a variant with Send Nothing. There is nothing to do.',
	},
	manualRun: {
		outcome: 'skipped',
		reason: 'manualRun',
		verdict: 'keep',
		advice:
			'Held back, because a run from the editor sends test messages only: to the Test Tokens of the credential or, where it has none, to the first 10 tokens, in a loop to the first 10 of all its rounds. To send to all from the editor, set When Run From the Editor to Same as Delivery.',
	},
	stopped: {
		outcome: 'skipped',
		reason: 'stopped',
		verdict: 'retryLater',
		advice:
			'Not sent: more of the tokens tried before were refused than Stop at Problem Share allows. Look at their reasons on the Problem output, mend what they name, then send to this token again.',
	},
	notRead: {
		outcome: 'skipped',
		reason: 'notRead',
		verdict: 'retryLater',
		advice:
			'Not sent: the list could not be read to its end while it was sent. Send to this token again.',
	},
	cancelled: {
		outcome: 'skipped',
		reason: 'cancelled',
		verdict: 'retryLater',
		advice: 'The execution was cancelled before this token was tried. Send to it again.',
	},
};

/** The outcomes of quiet hours: a million tokens share a few dozen. */
const QUIET = new Map<number, TokenOutcome>();

/** Those kept: more than there are zones. */
const QUIET_KEPT = 1000;

/** @param until when the token may be sent to, in Unix milliseconds */
export function quietHours(until: number): TokenOutcome {
	const known = QUIET.get(until);
	if (known !== undefined) return known;
	const made: TokenOutcome = {
		outcome: 'skipped',
		reason: 'quietHours',
		notBefore: new Date(until).toISOString(),
		verdict: 'retryLater',
		advice:
			'Not sent: where this customer is, it was outside the hours of Deliver Between. Send to this token again from notBefore on, for example behind a Wait node.',
	};
	if (QUIET.size >= QUIET_KEPT) QUIET.clear();
	QUIET.set(until, made);
	return made;
}

export function skip(reason: SkipReason): TokenOutcome {
	return SKIPPED[reason];
}

/** Words for a verdict where no table row says more. */
export function adviceOf(verdict: Verdict): string {
	return findVerdict(verdict)?.advice ?? '';
}
