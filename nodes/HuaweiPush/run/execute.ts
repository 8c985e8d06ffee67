import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { deliver } from '../../../push-kit/delivery/deliver';
import { OUTGOING_RULES } from '../../../push-kit/delivery/outgoing';
import { tallyOf } from '../../../push-kit/delivery/tally';
import { textOf } from '../../../push-kit/json';
import type { Operation, Resource } from '../actions/operation';
import { explainTokenFieldMiss, readsFiles, type TokenFieldMiss } from '../form/recipients';
import { ParameterReader } from '../parameters/parameterReader';
import { isTool } from '../parameters/toolUse';
import { acceptedSummary } from './acceptedSummary';
import {
	assignOutcomes,
	hasFaults,
	planCampaign,
	type Campaign,
	type OutputLine,
} from './campaign';
import { campaignHint, mayBeShown } from './campaignHint';
import { quietHoursOf } from './deliverBetween';
import { dryRunItems } from './dryRun';
import { tellsErrors } from './errorSetting';
import { executeLists } from './executeLists';
import { outlookOfItems } from './outlook';
import { arrange, toOutputs } from './outputItems';
import { planItem } from './plan';
import { sends } from './readDelivery';
import { refuseFailure, refuseFaults } from './refusal';
import { prepareAndRun } from './prepareAndRun';
import { countSentence, messageHintList, runHints, testQuotaHint, tooManyHint } from './runHints';
import { readRunSettings, type RunSettings } from './runSettings';
import { countReached, countRecipients, refuseTooManyRecipients } from './seatBelts';
import { sendingOptions, testOf } from './sendingOptions';
import { SET_UP_RECORD } from './setUp';
import { refuseUnstorable } from './storage';
import { subjectOf } from './subject';
import { SURROUNDINGS } from './surroundings';
import { describeMiss, tellTokenFieldMiss } from './tokenFieldMiss';

/**
 * Runs the action node: everything is read and checked first, then sent, then told token by token.
 *
 * @throws {NodeOperationError} before anything is sent, for a faulty credential or message
 * @throws {NodeApiError} if nothing was taken and set-up or network is to blame
 */
export async function executeActions(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const reader = new ParameterReader(context);
	const operation = findOperation(resources, reader);
	if (operation.kind !== 'images' && readsFiles(reader)) {
		return await executeLists(context, reader, operation);
	}
	return await prepareAndRun(
		context,
		{ reader, operation },
		async () => await prepare(context, reader, operation),
		async (prepared) => await run(context, reader, prepared),
	);
}

/** @throws {RangeError} if the workflow names an operation that this version does not have */
function findOperation(resources: readonly Resource[], reader: ParameterReader): Operation {
	const resource = reader.rawValue('resource');
	const operation = reader.rawValue('operation');
	const found = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found !== undefined) return found;
	throw new RangeError(
		`Operation "${textOf(operation)}" of resource "${textOf(resource)}" does not exist. Choose one in the node.`,
	);
}

/** All that is known before anything is sent. */
interface Prepared {
	settings: RunSettings;
	campaign: Campaign;
}

async function prepare(
	context: IExecuteFunctions,
	reader: ParameterReader,
	operation: Operation,
): Promise<Prepared> {
	const settings = await readRunSettings(context, reader, operation);
	const {
		run: identity,
		testTokens,
		deliverBetween,
		variants,
		maximumRecipients,
		delivery,
		earlier,
	} = settings;
	const items = context.getInputData();
	const isPlan = delivery === 'plan';
	const keepErrors = isPlan || tellsErrors(context);
	const plan = {
		operation,
		run: identity,
		testTokens,
		earlier,
		deliverBetween,
		variants,
		keepErrors,
	};
	const campaign = await planCampaign(reader, items, plan);
	// A plan tells what is wrong, and stops at nothing.
	if (isPlan) return { settings, campaign };
	const subject = subjectOf(operation);
	refuseFaults(context, campaign.lines, subject);
	tellTokenFieldMiss(context, tokenFieldMiss(reader, settings, campaign, items), subject);
	// A dry run is how an operator finds out about the list: it shows what it can.
	if (sends(delivery)) {
		const reached = countReached(context, campaign.groups, earlier);
		refuseTooManyRecipients(context, reached, maximumRecipients, subject);
		refuseUnstorable(context, campaign.lines, settings.output === 'all', subject);
		if (maximumRecipients > 0) {
			for (const { tokens } of campaign.groups) for (const token of tokens) earlier.add(token);
		}
	}
	return { settings, campaign };
}

/** Set where no item has a token. */
function tokenFieldMiss(
	reader: ParameterReader,
	{ operation }: RunSettings,
	{ lines }: Campaign,
	items: readonly INodeExecutionData[],
): TokenFieldMiss | undefined {
	const isMissed = operation.kind !== 'images' && lines.every(({ token }) => token === '');
	return isMissed ? explainTokenFieldMiss(reader, items) : undefined;
}

async function run(
	context: IExecuteFunctions,
	reader: ParameterReader,
	{ settings, campaign }: Prepared,
): Promise<INodeExecutionData[][]> {
	const { delivery } = settings;
	if (delivery === 'plan') return showPlan(context, reader, campaign, settings);
	return delivery === 'dryRun'
		? showRequests(context, campaign, settings)
		: await send(context, campaign, settings);
}

function showPlan(
	context: IExecuteFunctions,
	reader: ParameterReader,
	campaign: Campaign,
	settings: RunSettings,
): INodeExecutionData[][] {
	const items = context.getInputData();
	const miss = tokenFieldMiss(reader, settings, campaign, items);
	const wrong = miss === undefined ? [] : [describeMiss(miss)];
	const outlook = outlookOfItems(campaign, SURROUNDINGS.now(), wrong);
	return arrange(context, [[planItem(outlook, settings, items.length)], []]);
}

function showRequests(
	context: IExecuteFunctions,
	campaign: Campaign,
	{ operation, tokensPerSecond, maximumRecipients }: RunSettings,
): INodeExecutionData[][] {
	context.addExecutionHints(
		...messageHintList(campaign.hints),
		...tooManyHint(countRecipients(campaign.groups), maximumRecipients),
	);
	const [, problems] = toOutputs(context, campaign.lines, subjectOf(operation));
	return arrange(context, [dryRunItems(campaign, tokensPerSecond), problems]);
}

async function send(
	context: IExecuteFunctions,
	campaign: Campaign,
	settings: RunSettings,
): Promise<INodeExecutionData[][]> {
	const { deliverBetween } = settings;
	const options = {
		...sendingOptions(context, settings),
		...(deliverBetween !== undefined && { quietHours: quietHoursOf(campaign.groups) }),
	};
	const began = SURROUNDINGS.now();
	let requestsTaken = 0;
	const onTaken = () => {
		requestsTaken += 1;
	};
	const outcomes = await deliver(campaign.groups, OUTGOING_RULES, {
		...options,
		onTaken,
		setUp: settings.setUp,
		record: SET_UP_RECORD,
	});
	assignOutcomes(campaign, outcomes);

	const told = tallyOf(campaign.lines.flatMap(({ outcome }) => outcome ?? []));
	const faulty = campaign.lines.filter(hasFaults).length;
	if (options.signal?.aborted === true) {
		// n8n throws a cancelled node's output away; the counts must not be lost with it.
		context.logger.info(`Huawei Push Kit, cancelled: ${countSentence(told, faulty)}`);
	}
	const subject = subjectOf(settings.operation);
	refuseFailure(context, told, subject);
	context.addExecutionHints(
		...runHints(told, faulty, campaign.hints, testOf(settings)),
		...(settings.run.testMessage ? testQuotaHint(requestsTaken) : []),
		...campaignHint(campaign.lines.some(isOut), began, context.getTimezone()),
	);
	if (settings.output === 'all' || isTool(context)) {
		return arrange(context, toOutputs(context, campaign.lines, subject));
	}
	const others = campaign.lines.filter(({ outcome }) => outcome?.outcome !== 'accepted');
	const [, problems] = toOutputs(context, others, subject);
	return [[acceptedSummary(campaign.lines, context.getInputData().length)], problems];
}

function isOut({ message, outcome }: OutputLine): boolean {
	return message !== undefined && outcome !== undefined && mayBeShown(message, outcome);
}
