/** A run's settings, as the engine takes them and as its hints tell of them. */

import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendingOptions } from '../../../push-kit/delivery/deliveryOptions';
import { paceOf } from './pace';
import { reportProgress } from './progress';
import type { TestRun } from './runHints';
import type { RunSettings } from './runSettings';
import { SURROUNDINGS } from './surroundings';
import { createTransport } from './transport';

export function sendingOptions(context: IExecuteFunctions, settings: RunSettings): SendingOptions {
	const { credentials, concurrency, tokensPerSecond, timeout, stopAtProblemShare, earlier } =
		settings;
	return {
		transport: createTransport(context, credentials, timeout),
		surroundings: SURROUNDINGS,
		pace: paceOf(settings.run.connection),
		...(concurrency > 0 && { concurrency }),
		tokensPerSecond,
		...(stopAtProblemShare > 0 && { stopAtProblemShare, tries: earlier.tries }),
		signal: context.getExecutionCancelSignal(),
		...(context.getMode() === 'manual' && { onProgress: reportProgress(context) }),
	};
}

/** What a run of test messages tells of itself; `undefined` for any other. */
export function testOf({ run, testTokens }: RunSettings): TestRun | undefined {
	if (!run.testMessage) return undefined;
	return { fromEditor: testTokens !== undefined, toCustomers: testTokens?.length === 0 };
}
