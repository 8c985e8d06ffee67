/** What bounds the figures of each line, in words around what was measured. */
import { FIRST_PLACES, MOST_PLACES } from '../push-kit/delivery/throttle';
import type { LineName } from './arguments';
import type { Figure } from './figures';
import type { NetworkResult } from './lines/line';
import { formatMarkdownNetworks } from './networkTable';
import { formatMeasured, formatNumber } from './table';

type Facts = Readonly<Record<string, number>>;

/** A paragraph of Markdown. */
type Note = (
	facts: Facts,
	figures: readonly Figure[],
	networks?: readonly NetworkResult[],
) => string;

const fact = (facts: Facts, name: string): string => {
	const value = facts[name];
	return value === undefined || !Number.isFinite(value) ? '?' : formatNumber(value);
};

const noteCampaign: Note = (facts) =>
	`**One message to many.** Parameters without an expression are read once, equal messages travel 1,000 tokens at a time, and the token is read from the item without n8n's expression engine: what is left is ten requests and one output item per customer. The whole execution, with making the customers and storing the result, took ${fact(facts, 'executionMs')} ms here and ${fact(facts, 'peerExecutionMs')} ms with the HTTP Request node, which needs ${fact(facts, 'peerMsPerItem')} ms an item, opens a connection for each, and keeps n8n from answering anybody meanwhile; of its messages ${fact(facts, 'peerDelivered')} arrived.`;

const notePersonalised: Note = (facts, _figures, networks = []) => {
	const parts = `**Personalised messages.** A message of its own for each customer is a request of its own, on both sides. How many are under way at a time the node finds out by itself: it begins with ${FIRST_PLACES} and has up to ${MOST_PLACES} (half as many over https), gives way by half where Huawei refuses (503), and keeps for ten minutes what it has found; here each round begins anew. The HTTP Request node sends all at once, after it has worked out all its expressions and before n8n can answer anybody: that is the silence below. Expressions such as \`{{ $json.name }}\` are read from the item without n8n's expression engine: ${fact(facts, 'msPerPlainExpression')} ms each, against ${fact(facts, 'msPerEngineExpression')} ms for one that calls a function, such as \`{{ $json.name.trim() }}\`. Without a network a request takes ${fact(facts, 'msPerRequest')} ms, most of it n8n's HTTP helper, which opens a connection for each, and with https makes a handshake for each: one core's work is what bounds 0 ms and https, and the answers' way bounds 300 ms. With the same wording for all, the same 1,000 customers take ${fact(facts, 'fixedMs')} ms: texts that many customers share are what makes a campaign faster still.`;
	return networks.length === 0
		? parts
		: `${parts}\n\n${formatMarkdownNetworks(networks)}\n\n${SIDES}`;
};

const SIDES =
	'Silence: the longest time for which n8n answered nobody while the node ran, asked every ten milliseconds in one more round, which is not in the other figures. CPU: processor time of n8n meanwhile, which other work on the machine disturbs least. Delivered: messages that the service took. The HTTP Request node goes on when an item fails.';

const noteOpenFiles: Note = (facts, figures) =>
	figures.length === 0
		? '**Open files.** Left out: the limit is set with `prlimit`, of util-linux on Linux.'
		: `**Open files.** A connection is an open file, and n8n opens one for each request. This package has at most ${MOST_PLACES} requests under way, so that ${fact(facts, 'openFiles')} files are enough for several campaigns at once; it took ${fact(facts, 'ms')} ms. The HTTP Request node opens all connections together (${fact(facts, 'peerMs')} ms): what is above the limit fails.`;

const noteFile: Note = (facts) => {
	const way =
		'**A million devices.** The node reads the file as a stream, twice: to know before anything is sent that it is whole and how many it goes to, and to send. By a profile its time is garbage collection (1.7 GB of short-lived strings pass through), the check that every line is a token, the digests that tell doubles apart, and n8n’s HTTP helper, which writes a body of 107 kB as JSON and opens a connection for each of the 1,000 requests; one core does all of it. A token that was taken leaves nothing behind but a count, so memory grows with the 16 bytes that tell doubles apart, and n8n stores one item of counts';
	const problems = ` and one for each problem, here ${fact(facts, 'problems')} of the larger list.`;
	if (facts.peerCount === undefined) return way + problems;
	return `${way}${problems} An array of ${fact(facts, 'peerCount')} in one item reached ${fact(facts, 'peerReached')}: n8n makes it, holds it, and writes it and an item for each token to its database.`;
};

const noteAccount: Note = (facts) =>
	`**JWT and credential.** A JWT is signed once an hour and key for the whole process, the credential is read once per execution however many requests it makes (${fact(facts, 'requestsPerExecution')} here). Read from n8n's log of its database queries and from the JWTs that arrived.`;

const noteGrowth: Note = (facts) =>
	`**Growth.** Until our node is done, n8n has at most grown as the table says over its level before the execution; with a node that does nothing in the same place it grew by ${fact(facts, 'idleMemory')} MB. Most of the memory is taken afterwards, when n8n writes the execution with its items to the database: ${fact(facts, 'wholeMemory')} MB with our node and ${fact(facts, 'idleWholeMemory')} MB without; the last row is the difference. Switch off "Save successful production executions" in the settings of large campaigns.`;

const noteReceipts: Note = (_facts, figures) => {
	const rates = figures
		.filter(({ ours }) => ours.unit === 'calls/s')
		.map(({ name, ours }) => `${name.replace(/^.*, /, '')} ${formatMeasured(ours)}`);
	return `**Receipts.** Calls of 100 statuses over 8 connections, each with a signature and a nonce of its own. The trigger's own share is the last row; all else is n8n's cost of a webhook call, above all the expression isolate that n8n acquires for every call of a community trigger, even where nothing needs one: ${rates.join(', ')} for a call that is filtered away.`;
};

export const LINE_NOTES: Readonly<Record<LineName, Note>> = {
	campaign: noteCampaign,
	personalised: notePersonalised,
	openFiles: noteOpenFiles,
	file: noteFile,
	account: noteAccount,
	growth: noteGrowth,
	receipts: noteReceipts,
};
