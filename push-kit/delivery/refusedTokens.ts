/** Answers that refuse single tokens: which, why, and what that says about the others. */

import type { ResponseCode } from '../catalog/responseCodes';
import { findTokenReason } from '../catalog/tokenReasons';
import { adviceOf, type TokenOutcome } from './outcome';
import { parseJson, type PushAnswer } from './pushAnswer';

/** What `msg` holds with 80100000 and 80300007, read defensively. */
interface RefusedTokens {
	reasonOf: ReadonlyMap<string, string>;
	/** How many tokens Huawei says it refused; `undefined` if it does not say. */
	failure?: number;
}

/** The outcome of a token that Huawei took the message for. */
export function acceptedBy({ code, requestId }: PushAnswer): TokenOutcome {
	return { outcome: 'accepted', code, requestId, verdict: 'keep', advice: '' };
}

/** 80100000, and 80100020 of revoking: the tokens that `msg` does not name were accepted. */
export function partialSuccess(answer: PushAnswer, tokens: readonly string[]): TokenOutcome[] {
	const refused = readRefusedTokens(answer.msg);
	const listed = tokens.filter((token) => refused?.reasonOf.has(token)).length;
	const complete = listed > 0 && (refused?.failure ?? listed) <= listed;
	// If Huawei refused more tokens than it names, any of the others may be among them.
	const others: TokenOutcome = complete
		? acceptedBy(answer)
		: {
				outcome: 'unknown',
				code: answer.code,
				requestId: answer.requestId,
				reason: 'notNamed',
				verdict: 'keep',
				advice:
					'Huawei refused some tokens of this request without naming them all. Wait for the receipts before you send to this token again.',
			};
	const outcomes = rejectionOutcomes(answer, tokens, refused);
	return tokens.map((token) => outcomes.get(token) ?? others);
}

/**
 * 80300007: every token was refused, each for its reason, if `msg` names it.
 *
 * @param row the code's row of the table
 */
export function allRefused(
	answer: PushAnswer,
	row: ResponseCode | undefined,
	tokens: readonly string[],
): TokenOutcome[] {
	const outcomes = rejectionOutcomes(answer, tokens, readRefusedTokens(answer.msg));
	const unnamed: TokenOutcome = {
		outcome: 'rejected',
		code: answer.code,
		requestId: answer.requestId,
		reason: 'allTokensInvalid',
		// Without a reason nobody knows whether the tokens or the set-up are at fault: none is given up.
		verdict: 'fixSetup',
		advice: row === undefined ? answer.msg : `${row.meaning} ${row.remedy}`,
	};
	return tokens.map((token) => outcomes.get(token) ?? unnamed);
}

/** Outcomes of the tokens that Huawei names; tokens refused for the same reason share one object. */
function rejectionOutcomes(
	answer: PushAnswer,
	tokens: readonly string[],
	refused: RefusedTokens | undefined,
): Map<string, TokenOutcome> {
	const reasonOf = refused?.reasonOf ?? new Map<string, string>();
	const reasons = new Set(tokens.map((token) => reasonOf.get(token)));
	// One reason for every token points at the set-up rather than at the tokens.
	const unanimous = reasons.size === 1;
	const shared = new Map<string, TokenOutcome>();
	const outcomes = new Map<string, TokenOutcome>();
	for (const token of tokens) {
		const reason = reasonOf.get(token);
		if (reason === undefined) continue;
		const outcome = shared.get(reason) ?? rejected(answer, reason, unanimous);
		shared.set(reason, outcome);
		outcomes.set(token, outcome);
	}
	return outcomes;
}

function rejected(answer: PushAnswer, reason: string, unanimous: boolean): TokenOutcome {
	const row = findTokenReason(reason);
	const verdict = (unanimous ? row?.verdictWhenAll : undefined) ?? row?.verdict ?? 'keep';
	return {
		outcome: 'rejected',
		code: answer.code,
		requestId: answer.requestId,
		reason,
		verdict,
		advice:
			row === undefined
				? `Huawei gives the reason "${reason}", which this version does not know. ${adviceOf(verdict)}`
				: `${row.meaning} ${row.remedy}`,
	};
}

/** The outcome with the verdict of the token's own reason, where the set-up is known to work. */
export function ownVerdict(outcome: TokenOutcome): TokenOutcome {
	const row = outcome.reason === undefined ? undefined : findTokenReason(outcome.reason);
	return row?.verdictWhenAll === undefined ? outcome : { ...outcome, verdict: row.verdict };
}

function readRefusedTokens(msg: string): RefusedTokens | undefined {
	const value = parseJson(msg);
	if (typeof value !== 'object' || value === null) return undefined;
	const members = new Map<string, unknown>(Object.entries(value));
	const illegal = members.get('illegalTokens');
	if (typeof illegal !== 'object' || illegal === null) return undefined;
	const reasonOf = new Map<string, string>();
	for (const [reason, list] of Object.entries(illegal)) {
		for (const token of Array.isArray(list) ? list : []) {
			if (typeof token === 'string') reasonOf.set(token.trim(), reason.trim());
		}
	}
	const failure = Number(members.get('failure'));
	return { reasonOf, ...(Number.isInteger(failure) && { failure }) };
}
