import type { DeliveryOptions, RequestRules } from '../../../../push-kit/delivery/deliveryOptions';
import {
	Grouping,
	type MessageGroup,
	type Recipient,
} from '../../../../push-kit/delivery/grouping';
import { ProjectPace } from '../../../../push-kit/delivery/projectPace';
import type { Rate } from '../../../../push-kit/delivery/rates';
import { SetUpRecord } from '../../../../push-kit/delivery/setUpRecord';
import { MOST_PLACES } from '../../../../push-kit/delivery/throttle';
import type { TransportAnswer, TransportFailure } from '../../../../push-kit/delivery/transport';

/** All that the engine needs to know of a message. */
export interface TestMessage {
	name: string;
	maximumTokens: number;
	repeatable: boolean;
	rate?: Rate;
	url?: string;
}

const SEND_URL = 'https://push.example/send';

export const RULES: RequestRules<TestMessage> = {
	url: ({ url = SEND_URL }) => url,
	toRequest: ({ name, url = SEND_URL }, tokens) => ({
		endpoint: 'send',
		url,
		pushType: 0,
		body: { name },
		tokens,
	}),
	maximumTokens: (message) => message.maximumTokens,
	rate: (message) => message.rate,
	repeatable: (message) => message.repeatable,
};

export function message(changes: Partial<TestMessage> = {}): TestMessage {
	return { name: 'offer', maximumTokens: 1000, repeatable: false, ...changes };
}

/** One group of `count` tokens, named `<name>-0` and so on. */
export function group(
	count: number,
	changes: Partial<TestMessage> = {},
): MessageGroup<TestMessage> {
	const one = message(changes);
	const recipients = Array.from({ length: count }, (_, item) => ({
		item,
		token: `${one.name}-${item}`,
		key: one.name,
		message: one,
	}));
	const [made] = groupByMessage(recipients);
	return made ?? { message: one, tokens: [], recipients: [] };
}

/** So many groups of one token each, every one with a message of its own. */
export const singles = (messages: number) =>
	Array.from({ length: messages }, (_, index) => group(1, { name: `message ${index}` }));

export function answer(
	code: string,
	{
		status = 200,
		msg = '',
		retryAfter,
	}: { status?: number; msg?: string; retryAfter?: string } = {},
): TransportAnswer {
	const body = { code, msg, requestId: 'request-1' };
	return { kind: 'answer', status, body, ...(retryAfter !== undefined && { retryAfter }) };
}

/** An answer of a gateway: no code of Huawei's. */
export function page(status: number, retryAfter?: string): TransportAnswer {
	return {
		kind: 'answer',
		status,
		body: '<html></html>',
		...(retryAfter !== undefined && { retryAfter }),
	};
}

export function failure(sent: boolean, final = false): TransportFailure {
	return { kind: 'failure', sent, final, reason: 'ECONNRESET', description: 'It broke.' };
}

/** `msg` of 80100000 and 80300007. */
export function illegal(reasons: Record<string, string[]>, failureCount?: number): string {
	const failure = failureCount ?? Object.values(reasons).flat().length;
	return JSON.stringify({ illegalTokens: reasons, failure });
}

/** Set-up and memory of a run that stands alone. */
export function freshSetUp(): Pick<DeliveryOptions, 'setUp' | 'record' | 'pace'> {
	return {
		setUp: { account: 'account', tokenSource: 'node' },
		record: new SetUpRecord(() => 0),
		pace: new ProjectPace(MOST_PLACES),
	};
}

/** All of them at once. */
export function groupByMessage<R extends Recipient<unknown>>(
	recipients: readonly R[],
): Array<MessageGroup<R['message'], R>> {
	const grouping = new Grouping<R>();
	for (const recipient of recipients) grouping.add(recipient);
	return grouping.groups;
}
