import type { NodeExecutionHint } from 'n8n-workflow';

import { TEST_REQUESTS_PER_DAY } from '../../../push-kit/catalog/limits';
import type { Verdict } from '../../../push-kit/catalog/verdicts';
import { countsOf, type Tally } from '../../../push-kit/delivery/tally';
import { formatCount, outputHint } from './outputHint';

/** What each verdict asks for, in the words of the count: "150 to remove". */
const TO_DO: Readonly<Record<Verdict, string>> = {
	keep: 'to look at',
	remove: 'to remove',
	pause: 'to pause',
	fixSetup: 'for which the set-up needs fixing',
	fixMessage: 'for which the message needs fixing',
	retryLater: 'to retry later',
};

const TO_CUSTOMERS =
	'These are the first tokens of your list: if they belong to customers, those got the test message. Enter the tokens of your own devices as Test Tokens in the Huawei Push Kit API credential, and runs from the editor go to them instead.';

/** "9,812 accepted, 188 problems: 150 to remove, 38 to retry later". Who is held out on purpose is none. */
export function countSentence(tally: Tally, faulty: number): string {
	const { accepted, ...others } = countsOf(tally);
	const counts = new Map<string, number>();
	const add = (word: string, number: number) => counts.set(word, (counts.get(word) ?? 0) + number);
	let heldOut = 0;
	for (const [{ outcome, verdict, reason }, number] of tally) {
		if (outcome === 'accepted') continue;
		if (reason === 'holdout') heldOut += number;
		else if (reason === 'noToken') add('without a push token', number);
		else if (reason === 'manualRun') add('held back in a run from the editor', number);
		else if (outcome === 'unknown') add('with unknown outcome (wait for their receipts)', number);
		else if (reason === 'quietHours') add('to send later (Deliver Between)', number);
		else if (reason === 'stopped') add('not sent because of Stop at Problem Share', number);
		else add(TO_DO[verdict], number);
	}
	if (faulty > 0) add(TO_DO.fixMessage, faulty);
	const problems = Object.values(others).reduce((sum, number) => sum + number, faulty) - heldOut;
	const details = [...counts].map(([word, number]) => `${formatCount(number)} ${word}`).join(', ');
	return `${formatCount(accepted)} accepted, ${formatCount(problems)} ${problems === 1 ? 'problem' : 'problems'}${problems > 0 ? `: ${details}` : ''}${heldOut > 0 ? `; ${formatCount(heldOut)} held out by a variant (Send Nothing)` : ''}`;
}

/** A run of test messages. */
export interface TestRun {
	/** Whether it was the editor that made it one. */
	fromEditor: boolean;
	/** Whether the tokens are the first of the list, which may be those of customers. */
	toCustomers: boolean;
}

/** The hints of a run: its counts, and what was found in its messages. */
export function runHints(
	tally: Tally,
	faulty: number,
	messageHints: ReadonlyMap<string, number>,
	test?: TestRun,
): NodeExecutionHint[] {
	const problems =
		faulty > 0 ||
		[...tally.keys()].some(({ outcome, reason }) => outcome !== 'accepted' && reason !== 'holdout');
	const counts = testWords(test) + countSentence(tally, faulty);
	return [
		outputHint(counts, problems ? 'warning' : 'info'),
		...(test?.toCustomers === true && mayHaveReached(tally)
			? [outputHint(TO_CUSTOMERS, 'warning')]
			: []),
		...messageHintList(messageHints),
	];
}

/** Nobody got what nobody was sent. */
function mayHaveReached(tally: Tally): boolean {
	return [...tally.keys()].some(({ outcome }) => outcome === 'accepted' || outcome === 'unknown');
}

function testWords(test: TestRun | undefined): string {
	if (test === undefined) return '';
	return test.fromEditor ? 'Test message (run from the editor): ' : 'Test message: ';
}

/** A dry run stops at nothing, but says what a run would stop at. */
export function tooManyHint(recipients: number, maximum: number): NodeExecutionHint[] {
	if (maximum === 0 || recipients <= maximum) return [];
	return [
		outputHint(
			`A run would stop here: it would reach ${formatCount(recipients)} different push tokens, more than Maximum Recipients allows (${formatCount(maximum)}).`,
			'warning',
		),
	];
}

/** What was found in the messages, each with the number of messages it concerns. */
export function messageHintList(messageHints: ReadonlyMap<string, number>): NodeExecutionHint[] {
	return [...messageHints].map(([sentence, count]) =>
		outputHint(count === 1 ? sentence : `${sentence} (${formatCount(count)} messages)`, 'warning'),
	);
}

/** A warning where a run of test messages uses up a good part of the day's quota. */
export function testQuotaHint(requests: number): NodeExecutionHint[] {
	if (requests < TEST_REQUESTS_PER_DAY / 10) return [];
	return [
		outputHint(
			`This run used ${formatCount(requests)} of the ${formatCount(TEST_REQUESTS_PER_DAY)} test requests that Huawei grants a project a day.`,
			'warning',
		),
	];
}
