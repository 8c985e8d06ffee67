/** What a delivery is told: how its messages become requests, and how fast and how long it may send. */

import type { SetUp } from './judgement';
import type { Tries } from './problemShare';
import type { ProjectPace } from './projectPace';
import type { QuietHours } from './quietHours';
import type { Rate } from './rates';
import type { RetryLimits } from './retryPolicy';
import type { SetUpRecord } from './setUpRecord';
import type { Surroundings } from './surroundings';
import type { PushRequest, Transport } from './transport';

/** How messages of one kind become requests. */
export interface RequestRules<M> {
	toRequest(message: M, tokens: readonly string[]): PushRequest;
	/** Where the requests of the message go. */
	url(message: M): string;
	/** Tokens that one request may carry. */
	maximumTokens(message: M): number;
	/** What Huawei lets an app send of such messages, beside its rate for all. */
	rate(message: M): Rate | undefined;
	/** Whether a second copy of this message does no harm, see `classifyRetry`. */
	repeatable(message: M): boolean;
}

/** What it takes to send. */
export interface SendingOptions {
	transport: Transport;
	surroundings: Surroundings;
	/** Of the project: shared with all other runs of this process. */
	pace: ProjectPace;
	/** Most requests at a time of this run; without it as many as the project's pace permits. */
	concurrency?: number;
	/** Devices per second; 0 for no limit. */
	tokensPerSecond: number;
	/** From 0 to 1: the run ends once this share of the tokens tried is rejected or failed, see `ProblemShare`. */
	stopAtProblemShare?: number;
	/** Of earlier runs that count together with this one, which adds its own. */
	tries?: Tries;
	/** Who is not to be disturbed, asked as each request leaves. */
	quietHours?: QuietHours;
	retryLimits?: RetryLimits;
	signal?: AbortSignal;
	/** Called for each request that Huawei took: those use up the quota of test messages, refused ones do not. */
	onTaken?: () => void;
	/** Called after each request that has settled. */
	onProgress?: (settledTokens: number, totalTokens: number) => void;
}

/** What it takes to send and to judge. */
export interface DeliveryOptions extends SendingOptions {
	/** What the run's verdicts rest on, see `judgement.ts`. */
	setUp: SetUp;
	record: SetUpRecord;
}
