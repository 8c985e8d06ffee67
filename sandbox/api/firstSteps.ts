import { isNoToken } from '../rules/tokens';
import { SEED_AGENT } from '../seed/seedAgent';
import { isMessage, type Arrival } from '../state/arrival';
import type { State } from '../state/state';
import { listTokens } from '../delivery/pushRequest';
import { isSuccess, type Attempt, type ReceiptCall } from '../receipts/receiptCall';

/** What a person does to connect an n8n with this sandbox, in this order. */
const FIRST_STEPS = ['install', 'key', 'send', 'see', 'receive'] as const;
export type FirstStepName = (typeof FIRST_STEPS)[number];

/** A step of the way, as far as the sandbox has seen it happen. */
export interface FirstStep {
	name: FirstStepName;
	done: boolean;
	/** What has happened instead, and the next click; absent where nothing has. */
	trouble?: string;
}

export interface FirstSteps {
	steps: FirstStep[];
	/** The newest message that a phone took: the one to look at. */
	messageId?: number;
}

const RECEIVER_TROUBLES: ReadonlyArray<[pattern: RegExp, words: string]> = [
	[
		/^404$/,
		'n8n knows no webhook at this address. Publish the workflow and take the Production URL of the trigger; its Test URL answers once after Listen for test event.',
	],
	[
		/^401$/,
		'The trigger refused the signature. Copy User Name and Secret from here into its credential.',
	],
	[
		/ECONNREFUSED|ECONNRESET|socket hang up|ENOTFOUND|EAI_AGAIN/,
		'Nothing answers at this address. Is n8n running, and is this its address as seen from the sandbox?',
	],
	[/timeout/i, 'Nothing answered within ten seconds.'],
];

/** Of n8n's triggers while somebody listens in the editor: nobody answers there afterwards. */
const isTestUrl = (url: string): boolean => /\/webhook-test\//.test(url);

const TEST_URL_TROUBLE =
	'It went to the Test URL of the trigger, which answers once. Publish the workflow and take the Production URL.';

function explainAttempt({ status, error = '' }: Attempt): string {
	const found = RECEIVER_TROUBLES.find(([pattern]) => pattern.test(String(status ?? error)));
	const other =
		status === undefined
			? `There was no answer: ${error}.`
			: `It was answered with ${status}, not with code "0".`;
	return found?.[1] ?? other;
}

function findReceiptTrouble(calls: readonly ReceiptCall[]): string | undefined {
	const call = calls.at(-1);
	const attempt = call?.attempts.at(-1);
	if (!call || !attempt) return undefined;
	if (!isSuccess(attempt)) return explainAttempt(attempt);
	return isTestUrl(call.url) ? TEST_URL_TROUBLE : undefined;
}

/** Receipts that came from a message or look like it; the console's empty one shows nothing. */
const isReceived = ({ kind, ok, url }: ReceiptCall): boolean =>
	ok && (kind === 'delivery' || kind === 'sample') && !isTestUrl(url);

const isExample = ({ headers }: Arrival): boolean => headers['user-agent'] === SEED_AGENT;

/** A message that n8n sent and a phone took: the one to look at. */
export const isFirstMessage = (arrival: Arrival): boolean =>
	isMessage(arrival) && !isExample(arrival) && arrival.acceptedTokens.length > 0;

function isCredentialTest(arrival: Arrival): boolean {
	const tokens = listTokens(arrival);
	return (
		tokens.length > 0 && tokens.every((token) => typeof token === 'string' && isNoToken(token))
	);
}

function findSendTrouble(sends: readonly Arrival[]): string | undefined {
	const last = sends.at(-1);
	if (!last) return undefined;
	const [reason] = Object.keys(last.illegalTokens ?? {});
	if (last.problem !== undefined) return `The last message was refused: ${last.problem}`;
	if (reason !== undefined) return `The last message was refused for every token: ${reason}.`;
	return 'The last message met a fault. Look at it in the inbox.';
}

/** Which steps have happened. What the sandbox sent itself, as its examples, is none of them. */
export function findFirstSteps({ store, receipts, lookedAtMessage }: State): FirstSteps {
	const arrivals = store.arrivals.filter((arrival) => !isExample(arrival));
	const keyed = arrivals.filter(({ jwt }) => jwt.code === undefined);
	const sends = keyed.filter(
		(arrival) => arrival.endpoint === 'send' && !isCredentialTest(arrival),
	);
	const taken = sends.filter(({ acceptedTokens = [] }) => acceptedTokens.length > 0);
	const refusedKey = arrivals.at(-1)?.jwt.problem;
	const isDone: Readonly<Record<FirstStepName, boolean>> = {
		install: arrivals.length > 0,
		key: keyed.length > 0,
		send: taken.length > 0,
		see: taken.length > 0 && lookedAtMessage,
		receive: receipts.calls.some(isReceived),
	};
	const troubles: Readonly<Partial<Record<FirstStepName, string | undefined>>> = {
		key: refusedKey && `A request came with another key: ${refusedKey}`,
		send: findSendTrouble(sends),
		receive: findReceiptTrouble(receipts.calls),
	};
	return {
		steps: FIRST_STEPS.map((name) => ({
			name,
			done: isDone[name],
			trouble: isDone[name] ? undefined : troubles[name],
		})),
		messageId: taken.at(-1)?.id,
	};
}
