/** A request and its answer, read once; once more with a new JWT where only the old one was refused. */

import { isTaken } from './answer';
import { readResult, type PushAnswer } from './pushAnswer';
import { classifyRetry, type RetryKind } from './retryPolicy';
import { sendSafely, type PushRequest, type Transport, type TransportResult } from './transport';

/** What came back for a request. */
export interface Exchange {
	readonly result: TransportResult;
	readonly answer: PushAnswer | undefined;
	readonly retry: RetryKind;
}

export interface ExchangeOptions {
	readonly transport: Transport;
	/** Whether a second copy of the message does no harm, see `classifyRetry`. */
	readonly repeatable: boolean;
	/** Whether nothing more shall go out. */
	isCancelled(): boolean;
	/** Called with each result, that of a refused JWT too. */
	onResult(result: TransportResult): void;
	/** Called for each request that Huawei took. */
	readonly onTaken?: () => void;
}

/** Never throws: whatever breaks is a result, too. */
export async function exchange(request: PushRequest, options: ExchangeOptions): Promise<Exchange> {
	const first = await ask(request, options, false);
	if (first.retry !== 'renew' || options.isCancelled()) return first;
	const second = await ask(request, options, true);
	// Refused with a new JWT too: so would be all others.
	return { ...second, retry: second.retry === 'renew' ? 'giveUp' : second.retry };
}

async function ask(
	request: PushRequest,
	{ transport, repeatable, onResult, onTaken }: ExchangeOptions,
	renew: boolean,
): Promise<Exchange> {
	const result = await sendSafely(transport, request, renew);
	onResult(result);
	const answer = readResult(result);
	if (answer !== undefined && isTaken(answer)) tell(() => onTaken?.());
	return { result, answer, retry: classifyRetry(result, repeatable, answer) };
}

/** Tells a watcher, who may miss something, while no token may. */
export function tell(watcher: () => void): void {
	try {
		watcher();
	} catch {
		// What it says of itself would not be about the run.
	}
}
