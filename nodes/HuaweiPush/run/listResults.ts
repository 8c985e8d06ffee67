/** What a run to the tokens of files says: one item of counts, the first problems, and a file of them all. */

import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import type {
	ListPortion,
	ListProblem,
	OutcomeLedger,
} from '../../../push-kit/delivery/outcomeLedger';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { countsOf, type Tally } from '../../../push-kit/delivery/tally';
import { pairing } from './acceptedSummary';
import { Breaks } from './breaks';
import { explainBroken, isStreamed } from './itemFile';
import type { ListCampaign } from './listCampaign';
import { outcomeItem, type Outputs } from './outputItems';
import { ProblemFile } from './problemFile';
import { formatCount, outputHint } from './outputHint';

/** Problems that become items; n8n holds and stores each. */
export const MOST_ITEMS = 100_000;

/** A run that is over. */
export interface ListRun {
	readonly campaign: ListCampaign;
	readonly ledger: OutcomeLedger<OutgoingMessage>;
	/** The tokens of the run, once more. */
	portions(): AsyncIterable<ListPortion<OutgoingMessage>>;
	/** Outcome of the tokens that were never asked for. */
	readonly rest: TokenOutcome;
	/** Of everything. */
	readonly tally: Tally;
	/** Tokens that were to get each message. */
	readonly ofMessage: ReadonlyMap<OutgoingMessage, number>;
}

export interface ListResults {
	readonly outputs: Outputs;
	readonly hints: NodeExecutionHint[];
}

export async function listResults(context: IExecuteFunctions, run: ListRun): Promise<ListResults> {
	const { campaign, ledger } = run;
	const problems: INodeExecutionData[] = [];
	const isLong = ledger.problemTokens > MOST_ITEMS;
	const file = new ProblemFile(context, keepsFiles(context) ? Number.POSITIVE_INFINITY : 1);
	let unread: string | undefined;
	const breaks = new Breaks();
	const onUnread = (error: unknown) => {
		unread = explainBroken(error);
	};
	for await (const { message, list, token, outcome } of problemsOf(run, onUnread)) {
		if (problems.length < MOST_ITEMS) {
			const item = campaign.items[list] ?? 0;
			problems.push(outcomeItem(item, { pushToken: token }, message.report, outcome));
		}
		if (isLong) await file.add(token, outcome);
		if (breaks.isDueAfterStep) await breaks.take();
	}
	const binary = await file.finish();
	const hints = isLong ? [longHint(ledger.problemTokens, file.problem)] : [];
	if (unread !== undefined) hints.push(unreadHint(unread));
	return { outputs: [[summaryItem(context, run, binary)], problems], hints };
}

/** @param onUnread told why the list cannot be read again; then those come that are known without it */
async function* problemsOf(
	{ ledger, portions, rest }: ListRun,
	onUnread: (error: unknown) => void,
): AsyncGenerator<ListProblem<OutgoingMessage>> {
	const named = ledger.namedProblems();
	if (named !== undefined) return void (yield* named);
	let read = 0;
	try {
		for await (const { message, list, first, tokens } of portions()) {
			for (const [index, token] of tokens.entries()) {
				read = first + index + 1;
				const outcome = ledger.problemAt(first + index, { message, token }, rest);
				if (outcome !== undefined) yield { message, list, token, outcome };
			}
		}
	} catch (error) {
		onUnread(error);
		yield* ledger.namedFrom(read);
	}
}

function summaryItem(
	context: IExecuteFunctions,
	{ campaign, ledger, tally, ofMessage }: ListRun,
	binary: IBinaryKeyData,
): INodeExecutionData {
	const { rows, withoutToken, doubles } = campaign.counts;
	const json: IDataObject = {
		...countsOf(tally),
		rows,
		rowsWithoutToken: withoutToken,
		doubles,
		messages: messagesOf(ledger, ofMessage),
		problems: reasonsOf(tally),
	};
	return {
		json,
		...(Object.keys(binary).length > 0 && { binary }),
		...pairing(context.getInputData().length),
	};
}

/** Counts by message; who was never asked for was skipped. */
function messagesOf(
	ledger: OutcomeLedger<OutgoingMessage>,
	ofMessage: ListRun['ofMessage'],
): IDataObject[] {
	const settled = new Map(ledger.tallies().map((one) => [one.message, one]));
	return [...ofMessage].map(([message, tokens]) => {
		const { tally, requests } = settled.get(message) ?? { tally: new Map(), requests: 0 };
		const counts = countsOf(tally);
		const known = Object.values(counts).reduce((sum, number) => sum + number, 0);
		const skipped = counts.skipped + tokens - known;
		return { ...message.report, ...counts, skipped, requests };
	});
}

/** Counts by reason, the most frequent first. */
function reasonsOf(tally: Tally): IDataObject[] {
	const counts = new Map<string, IDataObject & { tokens: number }>();
	for (const [{ outcome, reason, verdict }, tokens] of tally) {
		if (outcome === 'accepted') continue;
		const key = JSON.stringify([outcome, reason, verdict]);
		const known = counts.get(key) ?? { outcome, reason, verdict, tokens: 0 };
		known.tokens += tokens;
		counts.set(key, known);
	}
	return [...counts.values()].sort((a, b) => b.tokens - a.tokens);
}

function longHint(problems: number, problem: string | undefined): NodeExecutionHint {
	const where =
		problem === undefined
			? 'All of them stand in the file on the item of the Accepted output.'
			: `The file of them all is not complete: ${problem}.`;
	return outputHint(
		`${formatCount(problems)} problems: the first ${formatCount(MOST_ITEMS)} came out as items. ${where}`,
		'warning',
	);
}

function unreadHint(words: string): NodeExecutionHint {
	return outputHint(
		`Not every problem could be named, because the list could not be read again: ${words} The counts on the Accepted output are complete.`,
		'warning',
	);
}

/** Whether n8n keeps files apart from the execution. */
function keepsFiles(context: IExecuteFunctions): boolean {
	return context
		.getInputData()
		.some(({ binary }) => Object.values(binary ?? {}).some((file) => isStreamed(file)));
}
