/** What bounds the figures of each line, in words around what was measured. */
import type { LineName } from './arguments';
import type { Figure } from './figures';
import { formatMeasured, formatNumber } from './table';

type Facts = Readonly<Record<string, number>>;

/** A paragraph of Markdown. */
type Note = (facts: Facts, figures: readonly Figure[]) => string;

const fact = (facts: Facts, name: string): string => {
	const value = facts[name];
	return value === undefined || !Number.isFinite(value) ? '?' : formatNumber(value);
};

const noteCampaign: Note = (facts) =>
	`**One message to many.** Parameters without an expression are read once, equal messages travel 1,000 tokens at a time, and the token is read from the item without n8n's expression engine: what is left is ten requests and one output item per customer. The whole execution, with making the customers and storing the result, took ${fact(facts, 'executionMs')} ms here and ${fact(facts, 'peerExecutionMs')} ms with the HTTP Request node, which needs ${fact(facts, 'peerMsPerItem')} ms an item, opens a connection for each, and keeps n8n from answering anybody meanwhile.`;

const notePersonalised: Note = (facts) =>
	`**Personalised messages.** A message of its own for each customer is a request of its own: ${fact(facts, 'requests')} here, ${fact(facts, 'peerRequests')} with the HTTP Request node. ${fact(facts, 'msPerItem')} ms an item against ${fact(facts, 'peerMsPerItem')} ms. Taken apart: ${fact(facts, 'msPerExpression')} ms per expression (two an item, the price of n8n's expression engine for any node) and ${fact(facts, 'msPerRequest')} ms per request (n8n's HTTP helper, which opens a connection for each request, and the sandbox's answer); without expressions the same 1,000 customers take ${fact(facts, 'fixedMs')} ms. So: fewer fields by expression, and texts that many customers share, are what makes a campaign faster.`;

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
	account: noteAccount,
	growth: noteGrowth,
	receipts: noteReceipts,
};
