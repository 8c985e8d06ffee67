/** Addresses that refuse everything: found out by a few requests, not by thousands. */

import type { TokenOutcome } from './outcome';
import type { RetryKind } from './retryPolicy';

/** So many alike in a row, nothing good between them, are no accident. */
export const NO_ACCIDENT = 5;

interface Address {
	/** Requests that are on their way there. */
	underWay: number;
	/** Refusals of the account or the address since anything else was answered. */
	refusals: number;
	/** What became of the last one refused so. */
	latest?: TokenOutcome;
	/** Wakes those who wait for news of the address. */
	wake: Array<() => void>;
}

/**
 * Keeps a refused account or a wrong address from costing a request for each message, without giving a
 * campaign up for a stray answer of a gateway: that would keep a message from everybody. After a refusal the
 * requests under way are heard first; then one goes at a time, until one is answered otherwise or
 * `NO_ACCIDENT` were refused in a row. Who succeeded before does not count: a key may be deleted on the way.
 */
export class Addresses {
	private readonly known = new Map<string, Address>();

	/**
	 * Waits until a request may go to `url`, and counts it as on its way: then `leave` has to follow.
	 *
	 * @returns the outcome of all requests to an address that is given up: then nothing goes there
	 */
	async enter(url: string): Promise<TokenOutcome | undefined> {
		const address = this.at(url);
		while (address.refusals > 0 && address.underWay > 0) {
			await new Promise<void>((resolve) => address.wake.push(resolve));
		}
		const refusal = this.refusal(url);
		if (refusal === undefined) address.underWay += 1;
		return refusal;
	}

	leave(url: string): void {
		const address = this.at(url);
		address.underWay -= 1;
		this.wake(address);
	}

	/** The outcome of all requests to an address that is given up; `undefined` for any other. */
	refusal(url: string): TokenOutcome | undefined {
		const { refusals, latest } = this.at(url);
		return refusals < NO_ACCIDENT ? undefined : latest;
	}

	/**
	 * Learns from what became of a request, before it is left.
	 *
	 * @param outcomes of its tokens
	 */
	learn(url: string, [first]: readonly TokenOutcome[], retry: RetryKind): void {
		const address = this.at(url);
		if (retry === 'giveUp') {
			address.refusals += 1;
			// Huawei's ID of this request is none of the others.
			address.latest = first && { ...first, requestId: undefined };
		} else if (first?.code !== undefined && retry !== 'renew') {
			// Huawei's code, whatever it says, shows that there is somebody who knows the account.
			address.refusals = 0;
			this.wake(address);
		}
	}

	private wake(address: Address): void {
		for (const wake of address.wake.splice(0)) wake();
	}

	private at(url: string): Address {
		const known = this.known.get(url);
		if (known !== undefined) return known;
		const address: Address = { underWay: 0, refusals: 0, wake: [] };
		this.known.set(url, address);
		return address;
	}
}
