/** Answers that refuse single tokens: which, and why. What that says of a token, the run decides (`judgement.ts`). */

import type { ResponseCode } from '../catalog/responseCodes';
import { findTokenReason } from '../catalog/tokenReasons';
import { adviceOf, type TokenOutcome } from './outcome';
import { parseJson, type PushAnswer } from './pushAnswer';
import { sayableWord } from './serverWords';

/** What `msg` holds with 80100000 and 80300007, read defensively. */
interface RefusedTokens {
	/** Huawei's reasons of each token; more than one where a token is named under several. */
	reasonsOf: ReadonlyMap<string, readonly string[]>;
	/** How many tokens Huawei says it refused; `NaN` for what is no count, `undefined` if it does not say. */
	failure?: number;
	/** The same for those it took. */
	success?: number;
}

const NOTHING_NAMED: RefusedTokens = { reasonsOf: new Map() };

/** The outcome of a token that Huawei took the message for. */
function acceptedBy({ code, requestId }: PushAnswer): TokenOutcome {
	return { outcome: 'accepted', code, requestId, verdict: 'keep', advice: '' };
}

/**
 * 80100000, and 80100020 of revoking: the tokens that `msg` does not name were accepted, unless its counts
 * say otherwise, or it names a token that nobody sent: a part of one, perhaps.
 */
export function partialSuccess(answer: PushAnswer, tokens: readonly string[]): TokenOutcome[] {
	const refused = readRefusedTokens(answer.msg);
	const isComplete = refused.reasonsOf.size > 0 && isConsistent(refused, tokens);
	const others = isComplete ? acceptedBy(answer) : notNamed(answer);
	return withRejections(answer, tokens, refused, others);
}

/** A success for all. What `msg` says of refusals all the same is not believed to be one. */
export function fullSuccess(answer: PushAnswer, tokens: readonly string[]): TokenOutcome[] {
	const refused = answer.msg.startsWith('{') ? readRefusedTokens(answer.msg) : NOTHING_NAMED;
	const saysMore = countListed(refused, tokens) > 0 || 'failure' in refused || 'success' in refused;
	const isBelieved = !saysMore || isConsistent(refused, tokens);
	return withRejections(
		answer,
		tokens,
		refused,
		isBelieved ? acceptedBy(answer) : notNamed(answer),
	);
}

/** Whether all who are named are of this request, and the counts are theirs. */
function isConsistent(refused: RefusedTokens, tokens: readonly string[]): boolean {
	const listed = countListed(refused, tokens);
	const { failure = listed, success = tokens.length - listed, reasonsOf } = refused;
	return reasonsOf.size === listed && failure === listed && success === tokens.length - listed;
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
	const refused = readRefusedTokens(answer.msg);
	const { failure = tokens.length, success = 0 } = refused;
	const contradicted = failure !== tokens.length || success !== 0;
	const unnamed: TokenOutcome = contradicted
		? notNamed(answer)
		: {
				outcome: 'rejected',
				code: answer.code,
				requestId: answer.requestId,
				reason: 'allTokensInvalid',
				// Without a reason nobody knows whether the tokens or the set-up are at fault: none is given up.
				verdict: 'fixSetup',
				advice: row === undefined ? adviceOf('fixSetup') : `${row.meaning} ${row.remedy}`,
			};
	return withRejections(answer, tokens, refused, unnamed);
}

/** If Huawei refused other tokens than it names, any of the rest may be among them, or among the accepted. */
function notNamed({ code, requestId }: PushAnswer): TokenOutcome {
	return {
		outcome: 'unknown',
		code,
		requestId,
		reason: 'notNamed',
		verdict: 'keep',
		advice:
			'Huawei refused some tokens of this request without naming them all. Wait for the receipts before you send to this token again.',
	};
}

function countListed({ reasonsOf }: RefusedTokens, tokens: readonly string[]): number {
	return reasonsOf.size === 0 ? 0 : tokens.filter((token) => reasonsOf.has(token)).length;
}

/** Tokens refused for the same reasons share one outcome. */
function withRejections(
	answer: PushAnswer,
	tokens: readonly string[],
	{ reasonsOf }: RefusedTokens,
	others: TokenOutcome,
): TokenOutcome[] {
	const shared = new Map<string, TokenOutcome>();
	return tokens.map((token) => {
		const reasons = reasonsOf.get(token);
		if (reasons === undefined) return others;
		const key = reasons.join('\n');
		const outcome =
			shared.get(key) ??
			rejected(
				answer,
				reasons.map((word) => sayableReason(word, tokens)),
			);
		shared.set(key, outcome);
		return outcome;
	});
}

/** Huawei's own words are known; what else an answer calls a reason is made fit to be shown. */
function sayableReason(reason: string, tokens: readonly string[]): string {
	return findTokenReason(reason)?.reason ?? sayableWord(reason, tokens);
}

/** Before the run is judged: with the careful verdict of its first reason. */
function rejected({ code, requestId }: PushAnswer, reasons: readonly string[]): TokenOutcome {
	const [reason = ''] = reasons;
	const row = findTokenReason(reason);
	const verdict = row?.setUp?.verdict ?? row?.verdict ?? 'keep';
	return {
		outcome: 'rejected',
		code,
		requestId,
		reason,
		reasons,
		verdict,
		advice:
			row === undefined
				? `Huawei gives the reason "${reason}", which this version does not know. ${adviceOf(verdict)}`
				: `${row.meaning} ${row.setUp?.remedy ?? row.remedy}`,
	};
}

function readRefusedTokens(msg: string): RefusedTokens {
	const value = parseJson(msg);
	if (typeof value !== 'object' || value === null) return NOTHING_NAMED;
	const members = new Map<string, unknown>(Object.entries(value));
	const reasonsOf = new Map<string, string[]>();
	const illegal = members.get('illegalTokens');
	const lists = typeof illegal === 'object' && illegal !== null ? Object.entries(illegal) : [];
	for (const [reason, list] of lists) {
		for (const name of Array.isArray(list) ? list : []) {
			if (typeof name !== 'string') continue;
			const token = name.trim();
			const known = reasonsOf.get(token);
			if (known === undefined) reasonsOf.set(token, [reason.trim()]);
			else if (!known.includes(reason.trim())) known.push(reason.trim());
		}
	}
	return { reasonsOf, ...count(members, 'failure'), ...count(members, 'success') };
}

/** A count that is there but is none contradicts every other one: `NaN` equals nothing. */
function count<Name extends 'failure' | 'success'>(
	members: ReadonlyMap<string, unknown>,
	name: Name,
): Partial<Record<Name, number>> {
	const value = members.get(name);
	if (value === undefined || value === null) return {};
	const number =
		typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
	const counts: Partial<Record<Name, number>> = {};
	counts[name] = Number.isInteger(number) && value !== '' ? number : Number.NaN;
	return counts;
}
