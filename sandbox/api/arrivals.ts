import { findFaultKind } from '../delivery/faultKinds';
import { listTokens } from '../delivery/pushRequest';
import { isMessage, type Arrival, type Message } from '../state/arrival';
import type { Store } from '../state/store';
import { child, describeSubject, writeSummary, type Subject } from './subjects';

/** One line of the inbox: a request to any of Push Kit's URLs, in short. */
export interface ArrivalSummary
	extends Subject,
		Pick<Arrival, 'id' | 'time' | 'pushType' | 'biTag' | 'notifyId' | 'fault' | 'problem'> {
	/** The message type, or `revocation` or `imageCheck`. */
	type: string;
	/** One line of what the message says. */
	summary: string;
	/** The name of the fault that struck it. */
	faultName?: string;
	firstToken?: string;
	tokenCount: number;
	acceptedCount: number;
	illegalCount: number;
	/** Devices from which it was withdrawn. */
	revokedCount: number;
	/** Devices that showed it, or took it where there is nothing to show. Of messages only. */
	shownCount?: number;
	/** Devices on which it waits until they are back. Of messages only. */
	waitingCount?: number;
	outcome: Outcome;
	status?: number;
	code?: string;
	testMessage: boolean;
}

/** Asks the list for messages that were accepted, but that no device showed. */
export const NOT_SHOWN = 'notShown';

/** `accepted`: every token; `partly`: some; `refused`: none; `noAnswer`: a fault took the answer. */
export type Outcome = 'accepted' | 'partly' | 'refused' | 'noAnswer';

/** The type of an arrival as lists name it. */
export function nameType({ endpoint, messageType = 'unknown' }: Arrival): string {
	if (endpoint === 'send') return messageType;
	return endpoint === 'revoke' ? 'revocation' : 'imageCheck';
}

const findTexts = (arrival: Arrival) =>
	listTokens(arrival).filter((one): one is string => typeof one === 'string');

const VERIFIED = '83010000';

export function judgeOutcome(arrival: Arrival): Outcome {
	const { endpoint, answer, fault, acceptedTokens = [], illegalTokens = {} } = arrival;
	if (!answer && (fault || acceptedTokens.length === 0)) return 'noAnswer';
	if (endpoint === 'verify') return answer?.body.code === VERIFIED ? 'accepted' : 'refused';
	if (acceptedTokens.length === 0) return 'refused';
	return Object.keys(illegalTokens).length > 0 ? 'partly' : 'accepted';
}

/** A token may be any text, so what `deliveries` inherits must not count. */
function countShown({ acceptedTokens, deliveries }: Message): number {
	return acceptedTokens.filter(
		(token) => !Object.hasOwn(deliveries, token) || deliveries[token]?.shown,
	).length;
}

/** Neither a receipt nor a place on the screen: it waits for a device that is offline. */
function countWaiting({ acceptedTokens, deliveries }: Message): number {
	return acceptedTokens.filter((token) => {
		const outcome = Object.hasOwn(deliveries, token) ? deliveries[token] : undefined;
		return outcome && outcome.result === undefined && !outcome.shown;
	}).length;
}

/** The service took it, and no phone showed it. */
export const isNotShown = (arrival: Arrival): boolean =>
	isMessage(arrival) && arrival.acceptedTokens.length > 0 && countShown(arrival) === 0;

/** Characters of a line of the list: nobody reads more there. */
const MAX_SUMMARY = 300;

/** An arrival as a line of the list. */
export function summarise(arrival: Arrival): ArrivalSummary {
	const { id, time, pushType, biTag, notifyId, fault, answer, testMessage = false } = arrival;
	const { acceptedTokens = [], illegalTokens = {}, revokedTokens = [] } = arrival;
	const tokens = findTexts(arrival);
	return {
		id,
		time,
		type: nameType(arrival),
		pushType,
		...describeSubject(arrival),
		summary: writeSummary(arrival).slice(0, MAX_SUMMARY),
		problem: arrival.problem?.slice(0, MAX_SUMMARY),
		faultName: fault && findFaultKind(fault)?.name,
		biTag,
		notifyId,
		firstToken: tokens[0],
		tokenCount: arrival.tokenCount ?? tokens.length,
		acceptedCount: acceptedTokens.length,
		illegalCount: Object.values(illegalTokens).flat().length,
		revokedCount: revokedTokens.length,
		shownCount: isMessage(arrival) ? countShown(arrival) : undefined,
		waitingCount: isMessage(arrival) ? countWaiting(arrival) : undefined,
		outcome: judgeOutcome(arrival),
		status: answer?.status,
		code: answer?.body.code,
		fault,
		testMessage,
	};
}

/** Every stored change of the live view that a message belongs to, the oldest first. */
export function findCourse(store: Store, arrival: Arrival): Message[] {
	const { activityId } = child(arrival.body, 'payload');
	const [token] = findTexts(arrival);
	if (arrival.messageType !== 'liveView' || token === undefined) return [];
	return store.messages.filter(
		(one) =>
			one.messageType === 'liveView' &&
			child(one.body, 'payload').activityId === activityId &&
			findTexts(one).includes(token),
	);
}
