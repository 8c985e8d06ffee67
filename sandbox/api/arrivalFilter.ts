import { listTokens } from '../delivery/pushRequest';
import { isMessage, type Arrival } from '../state/arrival';
import { isNotShown, judgeOutcome, nameType, NOT_SHOWN } from './arrivals';
import { writeSummary } from './subjects';

/** What every list of arrivals can be asked for. Absent or empty: nothing is left out. */
export interface ArrivalQuery {
	/** Message type (`liveView`), push-type (`7`), `revocation`, or `imageCheck`. */
	type?: string;
	token?: string;
	biTag?: string;
	/** Code of the answer. */
	code?: string;
	/** One of {@link Outcome}, or `notShown`: accepted, but no device showed it. */
	outcome?: string;
	/** Anything in the body, upper and lower case alike. */
	text?: string;
	/** Only higher ids. */
	after?: string;
	/** Only the newest so many. */
	limit?: string;
	/** Leaves out so many of the newest, for one page after the other. */
	offset?: string;
	/** `false` leaves out lists of tokens and bodies, for large runs. */
	tokens?: string;
}

/**
 * How tokens and batch tags are compared: tests ask for the whole one, who looks through the inbox
 * types a part of it.
 */
export type Comparison = (text: string, wanted: string) => boolean;

export const isSame: Comparison = (text, wanted) => text === wanted;
export const contains: Comparison = (text, wanted) =>
	text.toLowerCase().includes(wanted.toLowerCase());

/** The tokens of a request: those it was judged by, or those of its body where it was not. */
function hasToken(arrival: Arrival, wanted: string, compare: Comparison): boolean {
	const { acceptedTokens = [], illegalTokens = {} } = arrival;
	return [acceptedTokens, ...Object.values(illegalTokens), listTokens(arrival)].some((tokens) =>
		tokens.some((token) => typeof token === 'string' && compare(token, wanted)),
	);
}

type Filter = (arrival: Arrival, wanted: string, compare: Comparison) => boolean;

const FILTERS: Readonly<
	Record<Exclude<keyof ArrivalQuery, 'limit' | 'offset' | 'tokens'>, Filter>
> = {
	type: (arrival, wanted) =>
		nameType(arrival) === wanted || (isMessage(arrival) && String(arrival.pushType) === wanted),
	token: hasToken,
	biTag: ({ biTag = '' }, wanted, compare) => compare(biTag, wanted),
	code: ({ answer }, wanted) => answer?.body.code === wanted,
	outcome: (arrival, wanted) =>
		wanted === NOT_SHOWN ? isNotShown(arrival) : judgeOutcome(arrival) === wanted,
	text: (arrival, wanted) =>
		contains(`${writeSummary(arrival)} ${JSON.stringify(arrival.body ?? '')}`, wanted),
	after: ({ id }, wanted) => id > Number(wanted),
};

/** The arrivals that a query asks for, in the order in which they are given, whatever its limit. */
export function filterArrivals<T extends Arrival>(
	arrivals: readonly T[],
	query: ArrivalQuery,
	compare: Comparison,
): T[] {
	const given = Object.entries(FILTERS).flatMap(([name, passes]) => {
		const wanted = Object.entries(query).find(([member]) => member === name)?.[1];
		return wanted ? [(arrival: T) => passes(arrival, wanted, compare)] : [];
	});
	return arrivals.filter((arrival) => given.every((passes) => passes(arrival)));
}

/** A whole number of the query, at least `least`; undefined where it is none. */
function readWhole(text: string | undefined, least: number): number | undefined {
	return text ? Math.max(least, Math.floor(Number(text)) || least) : undefined;
}

/** The newest of a list that begins with the oldest, as many as the query asks for. */
export function takeNewest<T>(arrivals: T[], query: ArrivalQuery, most = Infinity): T[] {
	const wanted = readWhole(query.limit, 1) ?? most;
	const end = arrivals.length - (readWhole(query.offset, 0) ?? 0);
	return wanted < end || end < arrivals.length
		? arrivals.slice(Math.max(0, end - wanted), Math.max(0, end))
		: arrivals;
}

const count = (tokens: readonly unknown[] = []) => tokens.length;

/** An arrival with the numbers of its tokens in place of the tokens and the body. */
export function leaveTokensOut<T extends Arrival>(arrival: T) {
	const { acceptedTokens, illegalTokens = {}, revokedTokens, ...rest } = arrival;
	return {
		...rest,
		body: undefined,
		acceptedCount: count(acceptedTokens),
		illegalCount: count(Object.values(illegalTokens).flat()),
		revokedCount: count(revokedTokens),
	};
}
