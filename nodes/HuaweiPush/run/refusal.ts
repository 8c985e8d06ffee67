import { NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import type { Tally } from '../../../push-kit/delivery/tally';
import { hasFaults, type OutputLine } from './campaign';
import { tellsErrors } from './errorSetting';
import { formatCount } from './outputHint';
import { faultSentence } from './outputItems';
import type { Subject } from './subject';

const GO_ON_WITH_THE_OTHERS =
	"To go on with the others all the same, set On Error in the node's settings to one of the Continue choices.";

/**
 * A faulty message stops the run before its first request, unless the node continues on errors.
 *
 * @throws {NodeOperationError}
 */
export function refuseFaults(
	context: IExecuteFunctions,
	lines: readonly OutputLine[],
	{ nothingDone }: Subject,
): void {
	if (tellsErrors(context)) return;
	const faulty = lines.filter(hasFaults);
	const [first] = faulty;
	if (first === undefined) return;
	const items = countItems(faulty);
	const all = countItems(lines);
	// A fault says by itself what to do where it is more than to fill in its field otherwise.
	const field = first.faults.find((fault) => fault.field !== '')?.field;
	throw new NodeOperationError(context.getNode(), faultSentence(first.item, first.faults), {
		// The message counts items from 1; n8n would add its own count from 0.
		description: [
			nothingDone,
			...(all > 1
				? [items === 1 ? 'One item is faulty.' : `${formatCount(items)} items are faulty.`]
				: []),
			...(field === undefined ? [] : [`Correct ${field}.`]),
			...(items < all ? [GO_ON_WITH_THE_OTHERS] : []),
		].join(' '),
	});
}

function countItems(lines: readonly OutputLine[]): number {
	return new Set(lines.map(({ item }) => item)).size;
}

/**
 * Fails the run only if a rerun of the node is harmless and useful: nobody got the message, and nobody may
 * have got it. With a Continue choice of On Error nothing fails, because n8n would then hand the incoming
 * items on as if they had been accepted.
 *
 * @throws {NodeApiError}
 */
export function refuseFailure(
	context: IExecuteFunctions,
	tally: Tally,
	{ one, many }: Subject,
): void {
	if (tellsErrors(context) || context.getExecutionCancelSignal()?.aborted === true) return;
	const tried = [...tally].filter(([{ outcome }]) => outcome !== 'skipped');
	const [first] = tried;
	if (first === undefined || !tried.every(([outcome]) => isOfSetUpOrNetwork(outcome))) return;
	const [{ advice, code, status }] = first;
	const number = tried.reduce((sum, [, tokens]) => sum + tokens, 0);
	const messages = number === 1 ? `did not take the ${one}` : `took none of ${number} ${many}`;
	// The failure is the run's, not the first item's: no item is named.
	throw new NodeApiError(
		context.getNode(),
		{ code: code ?? '', status: status ?? '' },
		{
			// Lists of executions and error workflows show no more than this.
			message: `Push Kit ${messages}${code === undefined ? '' : ` (code ${code})`}`,
			description: advice,
			...(status !== undefined && { httpCode: String(status) }),
		},
	);
}

/** Whether it was neither the message nor the token: what the next try may find mended. */
function isOfSetUpOrNetwork({ outcome, verdict, code }: TokenOutcome): boolean {
	if (outcome !== 'failed') return false;
	// With a code, Huawei looked at the request: "later" then means a quota, which a rerun would only strain.
	return verdict === 'fixSetup' || (verdict === 'retryLater' && code === undefined);
}
