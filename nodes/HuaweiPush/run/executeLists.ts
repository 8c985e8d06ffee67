/** Runs the action node on files: read once to know what would be sent, and once more to send. */

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CountedTokens, Judgement } from '../../../push-kit/delivery/judgement';
import { skip } from '../../../push-kit/delivery/outcome';
import { OutcomeLedger, type MessageTally } from '../../../push-kit/delivery/outcomeLedger';
import { OUTGOING_RULES, type OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { sendPortions } from '../../../push-kit/delivery/sendPortions';
import { supplyFrom } from '../../../push-kit/delivery/supply';
import { sumOf } from '../../../push-kit/delivery/tally';
import type { Operation } from '../actions/operation';
import type { ParameterReader } from '../parameters/parameterReader';
import { campaignHint, mayBeShown } from './campaignHint';
import { dryRunOfLists } from './dryRun';
import { tellsErrors } from './errorSetting';
import { storedCharacters } from './itemFile';
import { makeSet, planLists, type ListCampaign } from './listCampaign';
import { listHints } from './listHints';
import { ListQuietHours } from './listQuietHours';
import { listResults, MOST_ITEMS } from './listResults';
import { targetOf } from './listTarget';
import { outlookOfLists } from './outlook';
import { arrange, toOutputs } from './outputItems';
import { planItem } from './plan';
import { sends } from './readDelivery';
import { refuseFailure, refuseFaults } from './refusal';
import { prepareAndRun } from './prepareAndRun';
import { countSentence, messageHintList, runHints, testQuotaHint, tooManyHint } from './runHints';
import { readRunSettings, type RunSettings } from './runSettings';
import { refuseTooManyRecipients } from './seatBelts';
import { sendingOptions, testOf } from './sendingOptions';
import { SET_UP_RECORD } from './setUp';
import { refuseUnstorableFiles } from './storage';
import { subjectOf } from './subject';
import { SURROUNDINGS } from './surroundings';

/**
 * Sends to the tokens of the items' files. What comes out is one item of counts, and one for each problem up to
 * `MOST_ITEMS`.
 *
 * @throws {NodeOperationError} before anything is sent, for a faulty credential, message or file
 * @throws {NodeApiError} if nothing was taken and set-up or network is to blame
 */
export async function executeLists(
	context: IExecuteFunctions,
	reader: ParameterReader,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	return await prepareAndRun(
		context,
		{ reader, operation },
		async () => await prepare(context, reader, operation),
		async (prepared) => await runLists(context, prepared),
	);
}

async function runLists(
	context: IExecuteFunctions,
	prepared: Prepared,
): Promise<INodeExecutionData[][]> {
	const { settings, campaign } = prepared;
	if (settings.delivery === 'plan') {
		const outlook = outlookOfLists(campaign, SURROUNDINGS.now());
		return arrange(context, [[planItem(outlook, settings, context.getInputData().length)], []]);
	}
	return settings.delivery === 'dryRun'
		? await showRequests(context, prepared)
		: await send(context, prepared);
}

interface Prepared {
	readonly settings: RunSettings;
	readonly campaign: ListCampaign;
}

async function prepare(
	context: IExecuteFunctions,
	reader: ParameterReader,
	operation: Operation,
): Promise<Prepared> {
	const settings = await readRunSettings(context, reader, operation);
	const subject = subjectOf(operation);
	refuseUnstorableFiles(context, storedCharacters(context), subject);
	const { run, deliverBetween, variants } = settings;
	const isPlan = settings.delivery === 'plan';
	const keepErrors = isPlan || tellsErrors(context);
	const plan = {
		operation,
		run,
		keepErrors,
		...(variants && { variants }),
		...(deliverBetween && { deliverBetween }),
	};
	const campaign = await planLists(context, reader, plan);
	// A plan tells what is wrong, and stops at nothing.
	if (!isPlan) refuseFaults(context, campaign.faulty, subject);
	if (sends(settings.delivery)) {
		const { maximumRecipients, testTokens, earlier } = settings;
		// Test messages are few by themselves.
		const before = testTokens === undefined ? earlier.recipients : 0;
		const reached = { now: campaign.counts.people, before };
		refuseTooManyRecipients(context, reached, maximumRecipients, subject);
	}
	return { settings, campaign };
}

async function showRequests(
	context: IExecuteFunctions,
	{ settings, campaign }: Prepared,
): Promise<INodeExecutionData[][]> {
	const { people } = campaign.counts;
	context.addExecutionHints(
		...messageHintList(campaign.hints),
		...listHints(campaign.counts),
		...tooManyHint(people, settings.maximumRecipients),
	);
	const { items, hint } = await dryRunOfLists(campaign, settings.tokensPerSecond);
	context.addExecutionHints(...hint);
	const [, problems] = toOutputs(context, campaign.faulty, subjectOf(settings.operation));
	return arrange(context, [items, problems]);
}

async function send(
	context: IExecuteFunctions,
	{ settings, campaign }: Prepared,
): Promise<INodeExecutionData[][]> {
	const { total, heldOut, ofMessage, heldBack, portions } = await targetOf(settings, campaign);
	const hasSeveralSources = campaign.hasSeveralSources && !settings.testTokens?.length;
	// Tokens of one kind differ, so their number says it all.
	const judgement = new Judgement(
		{ ...settings.setUp, hasSeveralSources },
		SET_UP_RECORD,
		campaign.hasSeveralKinds ? makeSet : () => new CountedTokens(),
	);
	const { url } = OUTGOING_RULES;
	const ledger = new OutcomeLedger<OutgoingMessage>(total, url, judgement, MOST_ITEMS);
	const quietHours = new ListQuietHours(campaign.parts);
	const options = sendingOptions(context, settings);
	let requestsTaken = 0;
	const onTaken = () => {
		requestsTaken += 1;
	};
	const began = SURROUNDINGS.now();
	const list = quietHours.watch(portions());
	const { rest, broken } = await sendPortions(
		supplyFrom(total, list),
		OUTGOING_RULES,
		{ ...options, onTaken, quietHours },
		(portion, outcomes) => ledger.add(portion, outcomes),
	);
	// A run that ends early leaves its file in the middle, and nobody else would close it. What that says is no matter.
	await list.return(undefined).catch(() => undefined);
	const tallies = ledger.tallies();
	const tally = sumOf([
		...tallies.map((ofMessage) => ofMessage.tally),
		new Map([[rest, ledger.notAskedFor]]),
		new Map([[skip('manualRun'), heldBack]]),
		new Map([[skip('holdout'), heldOut]]),
	]);
	const faulty = campaign.faulty.length;
	if (options.signal?.aborted === true) {
		context.logger.info(`Huawei Push Kit, cancelled: ${countSentence(tally, faulty)}`);
	}
	const subject = subjectOf(settings.operation);
	refuseFailure(context, tally, subject);
	// Of a run that failed nobody got anything: its next try is the same one.
	if (settings.testTokens === undefined) settings.earlier.addList(campaign.counts.people);
	const results = await listResults(context, {
		campaign,
		ledger,
		portions,
		rest,
		tally,
		ofMessage,
	});
	judgement.remember();
	context.addExecutionHints(
		...runHints(tally, faulty, campaign.hints, testOf(settings)),
		...listHints(campaign.counts, broken),
		...results.hints,
		...campaignHint(tallies.some(isOut), began, context.getTimezone()),
		...(settings.run.testMessage ? testQuotaHint(requestsTaken) : []),
	);
	const [accepted, problems] = results.outputs;
	const [, refused] = toOutputs(context, campaign.faulty, subject);
	return arrange(context, [accepted, [...refused, ...problems]]);
}

function isOut({ message, tally }: MessageTally<OutgoingMessage>): boolean {
	return [...tally.keys()].some((outcome) => mayBeShown(message, outcome));
}
