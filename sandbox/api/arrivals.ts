import { isObject, type JsonObject } from '../rules/fields';
import type { StoredImageCheck, StoredMessage, StoredRevocation, Store } from '../state/store';

/** One line of the inbox: a request to any of Push Kit's URLs, in short. */
export interface Arrival {
	id: number;
	/** ISO 8601. */
	time: string;
	/** The message type, or `revocation` or `imageCheck`. */
	type: string;
	pushType?: number;
	/** One line of what the message says. */
	summary: string;
	biTag?: string;
	notifyId?: number;
	firstToken?: string;
	tokenCount: number;
	acceptedCount: number;
	illegalCount: number;
	/** Devices from which it was withdrawn. */
	revokedCount: number;
	/** Devices that showed it, or took it where there is nothing to show. Of messages only. */
	shownCount?: number;
	outcome: Outcome;
	status?: number;
	code?: string;
	fault?: string;
	testMessage: boolean;
}

/** Asks the list for messages that were accepted, but that no device showed. */
export const NOT_SHOWN = 'notShown';

/** `accepted`: every token; `partly`: some; `refused`: none; `noAnswer`: a fault took the answer. */
export type Outcome = 'accepted' | 'partly' | 'refused' | 'noAnswer';

const child = (value: unknown, name: string): JsonObject => {
	const found = isObject(value) ? value[name] : undefined;
	return isObject(found) ? found : {};
};
const join = (...parts: unknown[]) =>
	parts
		.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
		.join(' · ');

const OPERATIONS: Readonly<Record<string, string>> = {
	0: 'create',
	1: 'update',
	2: 'end',
	4: 'schedule create',
	6: 'schedule end',
};

/** What the message says, in one line. */
const SUMMARIES: Readonly<Record<string, (payload: JsonObject) => string>> = {
	notification: (payload) => {
		const { title, body } = child(payload, 'notification');
		return join(title, body);
	},
	textToSpeech: (payload) => {
		const { title, body } = child(payload, 'notification');
		return join(title, body);
	},
	badge: (payload) => join('Badge', child(child(payload, 'notification'), 'badge').setNum),
	form: ({ formName, formId, version }) =>
		join(formName, `form ${String(formId)}`, `version ${String(version)}`),
	background: ({ extraData }) => join(extraData),
	call: ({ extraData }) => join(extraData),
	location: ({ extraData }) => join(extraData),
	mdm: ({ extraData }) => join(extraData),
	liveView: ({ operation, event, status, activityId }) =>
		join(
			event,
			OPERATIONS[String(operation)] ?? operation,
			status,
			`activity ${String(activityId)}`,
		),
};

function findTokens(body: unknown, endpoint: 'send' | 'revoke'): string[] {
	const tokens = endpoint === 'send' ? child(body, 'target').token : isObject(body) && body.token;
	return Array.isArray(tokens) ? tokens.filter((one) => typeof one === 'string') : [];
}

const count = (tokens: Readonly<Record<string, readonly string[]>>) =>
	Object.values(tokens).reduce((sum, list) => sum + list.length, 0);

function judgeOutcome(one: StoredMessage | StoredRevocation): Outcome {
	if (!one.answer && one.acceptedTokens.length === 0) return 'noAnswer';
	if (one.fault && !one.answer) return 'noAnswer';
	if (one.acceptedTokens.length === 0) return 'refused';
	return count(one.illegalTokens) > 0 ? 'partly' : 'accepted';
}

/** A token may be any text, so what `deliveries` inherits must not count. */
function countShown({ acceptedTokens, deliveries }: StoredMessage): number {
	return acceptedTokens.filter(
		(token) => !Object.hasOwn(deliveries, token) || deliveries[token]?.shown,
	).length;
}

/** The service took it, and no phone showed it. */
const isNotShown = ({ acceptedCount, shownCount }: Arrival) =>
	acceptedCount > 0 && shownCount === 0;

function describeMessage(message: StoredMessage): Arrival {
	const payload = child(message.body, 'payload');
	const { id, time, pushType, biTag, notifyId, tokenCount, fault, testMessage, answer } = message;
	return {
		id,
		time,
		type: message.messageType,
		pushType,
		summary: SUMMARIES[message.messageType]?.(payload) ?? '',
		biTag,
		notifyId,
		firstToken: findTokens(message.body, 'send')[0],
		tokenCount,
		acceptedCount: message.acceptedTokens.length,
		illegalCount: count(message.illegalTokens),
		revokedCount: message.revokedTokens.length,
		shownCount: countShown(message),
		outcome: judgeOutcome(message),
		status: answer?.status,
		code: answer?.body.code,
		fault,
		testMessage,
	};
}

function describeRevocation(revocation: StoredRevocation): Arrival {
	const tokens = findTokens(revocation.body, 'revoke');
	const { id, time, pushType, fault, answer, body } = revocation;
	const notifyId = isObject(body) && typeof body.notifyId === 'number' ? body.notifyId : undefined;
	return {
		id,
		time,
		type: 'revocation',
		pushType,
		summary: `Withdraw notifyId ${String(notifyId ?? '?')}`,
		notifyId,
		firstToken: tokens[0],
		tokenCount: tokens.length,
		acceptedCount: revocation.acceptedTokens.length,
		illegalCount: count(revocation.illegalTokens),
		revokedCount: 0,
		outcome: judgeOutcome(revocation),
		status: answer?.status,
		code: answer?.body.code,
		fault,
		testMessage: false,
	};
}

const VERIFIED = '83010000';

function describeImageCheck({ id, time, pushType, imageUrl, answer, fault }: StoredImageCheck) {
	const refusedOr: Outcome = answer ? 'refused' : 'noAnswer';
	const arrival: Arrival = {
		id,
		time,
		type: 'imageCheck',
		pushType,
		summary: imageUrl ?? '',
		tokenCount: 0,
		acceptedCount: 0,
		illegalCount: 0,
		revokedCount: 0,
		outcome: answer?.body.code === VERIFIED ? 'accepted' : refusedOr,
		status: answer?.status,
		code: answer?.body.code,
		fault,
		testMessage: false,
	};
	return arrival;
}

export interface ArrivalFilter {
	type?: string;
	/** Part of a token. */
	token?: string;
	/** Part of the batch tag. */
	biTag?: string;
	/** One of {@link Outcome}, or `notShown`: accepted, but no device showed it. */
	outcome?: string;
	/** Anything in the body, upper and lower case alike. */
	text?: string;
}

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

const hasOutcome = (arrival: Arrival, outcome: string) =>
	outcome === NOT_SHOWN ? isNotShown(arrival) : arrival.outcome === outcome;

function passes(
	{ type, token, biTag, outcome, text }: ArrivalFilter,
	arrival: Arrival,
	stored: { body?: unknown; acceptedTokens?: string[] },
): boolean {
	if (type && arrival.type !== type) return false;
	if (outcome && !hasOutcome(arrival, outcome)) return false;
	if (biTag && !contains(arrival.biTag ?? '', biTag)) return false;
	if (token) {
		const endpoint = arrival.type === 'revocation' ? 'revoke' : 'send';
		if (!findTokens(stored.body, endpoint).some((one) => contains(one, token))) return false;
	}
	if (!text) return true;
	return contains(`${arrival.summary} ${JSON.stringify(stored.body ?? '')}`, text);
}

/** What arrived, the newest first, as far as it passes the filter. */
export function listArrivals(
	store: Store,
	filter: ArrivalFilter,
	limit: number,
): { total: number; matching: number; arrivals: Arrival[] } {
	const { messages, revocations, imageChecks } = store;
	const all: Arrival[] = [
		...messages.map((one) => [describeMessage(one), one] as const),
		...revocations.map((one) => [describeRevocation(one), one] as const),
		...imageChecks.map((one) => [describeImageCheck(one), {}] as const),
	]
		.filter(([arrival, stored]) => passes(filter, arrival, stored))
		.map(([arrival]) => arrival)
		.sort((a, b) => b.id - a.id);
	return {
		total: messages.length + revocations.length + imageChecks.length,
		matching: all.length,
		arrivals: all.slice(0, limit),
	};
}

/** Every stored change of the live view that a message belongs to, the oldest first. */
export function findCourse(store: Store, message: StoredMessage): StoredMessage[] {
	const { activityId } = child(message.body, 'payload');
	const [token] = findTokens(message.body, 'send');
	if (message.messageType !== 'liveView' || token === undefined) return [];
	return store.messages.filter(
		(one) =>
			one.messageType === 'liveView' &&
			child(one.body, 'payload').activityId === activityId &&
			findTokens(one.body, 'send').includes(token),
	);
}
