/** A line of the inbox in words: what was sent to whom, and what became of it. */
import { findResponseCode } from '../../../../push-kit/catalog/responseCodes';
import { CONNECTION_TEST_RECIPIENT } from '../../../rules/tokens';
import type { ArrivalSummary } from '../api';
import { writeNumber } from '../dates';
import { count, nameFile, shortenToken } from '../words';

/** One sentence around a text of the message, which may be in any script and of any length. */
export interface Sentence {
	lead: string;
	title: string;
	tail: string;
}

type Writer = (arrival: ArrivalSummary, recipients: string) => Sentence;

const LIVE_VIEW_VERBS: Readonly<Record<string, string>> = {
	create: 'started on',
	update: 'updated on',
	end: 'ended on',
	'schedule create': 'scheduled on',
	'schedule end': 'scheduled to end on',
};

const sendAs =
	(lead: string, preposition = 'to'): Writer =>
	({ title = '' }, recipients) => ({ lead, title, tail: `${preposition} ${recipients}` });

const WRITERS: Readonly<Record<string, Writer>> = {
	notification: sendAs('Notification'),
	textToSpeech: sendAs('Spoken text'),
	badge: ({ detail = '' }, recipients) => ({
		lead: detail.startsWith('+') ? `Badge raised by ${detail.slice(1)}` : `Badge set to ${detail}`,
		title: '',
		tail: `on ${recipients}`,
	}),
	form: sendAs('Widget', 'updated on'),
	background: sendAs('Background data'),
	liveView: ({ title = '', action = '' }, recipients) => ({
		lead: 'Live view',
		title,
		tail: `${LIVE_VIEW_VERBS[action] ?? `${action} on`} ${recipients}`,
	}),
	location: sendAs('Location message'),
	call: sendAs('Call'),
	mdm: sendAs('MDM message'),
	revocation: ({ title = '?' }, recipients) => ({
		lead: `Notification no. ${title} withdrawn`,
		title: '',
		tail: `from ${recipients}`,
	}),
	imageCheck: ({ title = '' }) => ({
		lead: 'Check of the image',
		title: nameFile(title),
		tail: '',
	}),
};
const WRITE_UNKNOWN = sendAs('Message of an unknown type');

function nameRecipients({ tokenCount, firstToken = '' }: ArrivalSummary): string {
	if (tokenCount === 1) return shortenToken(firstToken) || 'an empty token';
	return count(tokenCount, 'device');
}

/** What was sent to whom. */
export function writeSentence(arrival: ArrivalSummary): Sentence {
	return (WRITERS[arrival.type] ?? WRITE_UNKNOWN)(arrival, nameRecipients(arrival));
}

/** The second line: what the message says besides; empty where the sentence has all of it. */
export function writeDetail({ type, detail = '', title = '' }: ArrivalSummary): string {
	if (type === 'imageCheck') return title;
	return type === 'badge' ? '' : detail;
}

/** What became of it. */
export interface OutcomeWords {
	words: string;
	kind: 'good' | 'warn' | 'bad';
}

/** What a device does with a message of a type, where all is well. */
const VERBS: Readonly<Record<string, string>> = {
	badge: 'set',
	form: 'updated',
	background: 'arrived',
	call: 'rang',
	location: 'arrived',
	mdm: 'arrived',
};

const capitalise = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function writeRefusal({ problem, code = '', tokenCount, illegalCount }: ArrivalSummary): string {
	if (problem) return `Refused: ${problem}`;
	if (illegalCount > 0) {
		return tokenCount === 1
			? 'Refused: its token'
			: `Refused: all ${writeNumber(illegalCount)} tokens`;
	}
	return `Refused: ${findResponseCode(code)?.meaning ?? `code ${code}`}`;
}

/** What became of a message on the devices: those of each kind counted, where they differ. */
function writeDelivery(arrival: ArrivalSummary): string {
	const { type, tokenCount, acceptedCount, illegalCount, revokedCount } = arrival;
	const { shownCount = acceptedCount, waitingCount = 0 } = arrival;
	const verb = VERBS[type] ?? 'shown';
	const unseen = acceptedCount - shownCount - waitingCount;
	const withdrawn = revokedCount > 0 ? ', later withdrawn' : '';
	if (shownCount === tokenCount && revokedCount % tokenCount === 0) {
		const where = tokenCount === 1 ? '' : ` on all ${writeNumber(tokenCount)} devices`;
		return capitalise(verb) + where + withdrawn;
	}
	if (tokenCount === 1) return waitingCount > 0 ? 'Waits for the device' : `Not ${verb}`;
	const parts: ReadonlyArray<[number, string]> = [
		[shownCount, verb],
		[waitingCount, 'waiting'],
		[unseen, `not ${verb}`],
		[illegalCount, 'refused'],
		[revokedCount, 'withdrawn'],
	];
	return parts
		.filter(([number]) => number > 0)
		.map(([number, words]) => `${writeNumber(number)} ${words}`)
		.join(', ');
}

/** Sent to a token that is none: that nothing else was refused is what n8n wants to know. */
function isCredentialTest({ outcome, problem, firstToken, illegalCount }: ArrivalSummary): boolean {
	return (
		outcome === 'refused' &&
		!problem &&
		illegalCount > 0 &&
		firstToken === CONNECTION_TEST_RECIPIENT
	);
}

/** What became of a request, in words and as a colour. */
export function writeOutcome(arrival: ArrivalSummary): OutcomeWords {
	const { type, outcome, faultName, acceptedCount, shownCount } = arrival;
	if (outcome === 'noAnswer') {
		const rest = acceptedCount > 0 ? 'accepted all the same' : 'nothing was accepted';
		return { words: `Fault "${faultName ?? 'no answer'}": ${rest}`, kind: 'bad' };
	}
	if (isCredentialTest(arrival)) {
		return { words: 'As it should be: the test of a credential', kind: 'good' };
	}
	if (outcome === 'refused') return { words: writeRefusal(arrival), kind: 'bad' };
	if (type === 'imageCheck') return { words: 'The image may be used', kind: 'good' };
	const words = type === 'revocation' ? 'Taken by the service' : writeDelivery(arrival);
	return { words, kind: outcome === 'partly' || shownCount === 0 ? 'warn' : 'good' };
}
