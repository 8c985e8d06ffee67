import { deliver } from '../../../../push-kit/delivery/deliver';
import type { DeliveryOptions, RequestRules } from '../../../../push-kit/delivery/deliveryOptions';
import type { MessageGroup } from '../../../../push-kit/delivery/grouping';
import type { PushRequest, TransportResult } from '../../../../push-kit/delivery/transport';
import { answer, freshSetUp, RULES, type TestMessage } from './messages';
import { VirtualClock } from './virtualClock';

interface Sent {
	at: number;
	tokens: number;
	renew: boolean;
}

export type Respond = (
	request: PushRequest,
	number: number,
	clock: VirtualClock,
) => TransportResult | Promise<TransportResult>;

export const OK = answer('80000000');
export const START = 1_700_000_000_000;

/** Delivers with a fake Push Kit that answers after 10 ms; what was sent, and when, by the virtual clock. */
export async function run(
	groups: Array<MessageGroup<TestMessage>>,
	respond: Respond,
	options: Partial<Omit<DeliveryOptions, 'setUp' | 'record' | 'pace'>> = {},
	rules: RequestRules<TestMessage> = RULES,
) {
	const clock = new VirtualClock(START);
	const sent: Sent[] = [];
	let underWay = 0;
	let mostUnderWay = 0;
	const outcomes = await clock.run(
		deliver(groups, rules, {
			...freshSetUp(),
			surroundings: clock,
			concurrency: 8,
			tokensPerSecond: 0,
			transport: async (request, renew) => {
				sent.push({ at: clock.now() - START, tokens: request.tokens.length, renew });
				const number = sent.length;
				mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
				await clock.sleep(10);
				underWay -= 1;
				return await respond(request, number, clock);
			},
			...options,
		}),
	);
	const kinds = outcomes.map((ofGroup) => ofGroup.map(({ outcome }) => outcome));
	return { outcomes, kinds, sent, mostUnderWay, end: clock.now() - START };
}

export const count = (kinds: string[][], kind: string) =>
	kinds.flat().filter((one) => one === kind).length;
