/** What lies between n8n and the service, and what is to be reached there. */
import type { Goal } from '../figures';

export interface Network {
	/** How the rows begin. */
	name: string;
	/** Part of addresses. */
	id: string;
	/** Messages, one for each customer. */
	count: number;
	scheme: 'http' | 'https';
	/** Milliseconds until each answer. */
	latency: number;
	/** Requests that the service takes a second, if there is a limit. */
	perSecond?: number;
	/** How many times faster than the peer, where both deliver everything. */
	faster?: number;
	/** Milliseconds in all, where the peer does not. */
	within?: number;
	/** Milliseconds for which n8n may answer nobody. */
	silence?: number;
	/** Whether `--quick` measures it. */
	quick?: boolean;
}

const MANY = 10_000;
const FEW = 1_000;
const LIMIT = 200;

const over = (latency: number, faster: number, quick?: boolean): Network => ({
	name: `1,000 personalised messages, ${latency} ms`,
	id: `${latency}ms`,
	count: FEW,
	scheme: 'http',
	latency,
	faster,
	quick,
});

export const NETWORKS: readonly Network[] = [
	over(0, 3),
	over(30, 2),
	over(100, 1.5, true),
	over(300, 1),
	{
		name: '1,000 personalised messages, https, 100 ms',
		id: 'https',
		count: FEW,
		scheme: 'https',
		latency: 100,
		faster: 1.5,
	},
	{
		name: `1,000 personalised messages, ${LIMIT} requests a second, 100 ms`,
		id: 'limited',
		count: FEW,
		scheme: 'http',
		latency: 100,
		perSecond: LIMIT,
		within: 6_000,
		quick: true,
	},
	{
		name: '10,000 personalised messages, 100 ms',
		id: 'many',
		count: MANY,
		scheme: 'http',
		latency: 100,
		faster: 2.5,
		silence: 250,
	},
];

/** The goal of the time, if both sides deliver the same. */
export function timeGoal({ faster, within }: Pick<Network, 'faster' | 'within'>): Goal | undefined {
	if (faster !== undefined) return { kind: 'ratioAtLeast', value: faster };
	return within === undefined ? undefined : { kind: 'atMost', value: within };
}
