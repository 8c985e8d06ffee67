import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { deliver, type DeliveryOptions } from '../../../push-kit/delivery/deliver';
import { OUTGOING_RULES } from '../../../push-kit/delivery/outgoing';
import { countTaken } from './countTaken';
import { assignOutcomes, hasFaults, planCampaign, refuseAll, type Campaign } from './campaign';
import { dryRunItems } from './dryRun';
import { arrange, toOutputs } from './outputItems';
import { ParameterReader } from './parameterReader';
import { reportProgress } from './progress';
import { refuseFailure, refuseFaults } from './refusal';
import {
	countSentence,
	messageHintList,
	runHints,
	testQuotaHint,
	tooManyHint,
	type TestRun,
} from './runHints';
import { readRunSettings, type RunSettings } from './runSettings';
import { countRecipients, refuseTooManyRecipients } from './seatBelts';
import { SET_UP_RECORD } from './setUp';
import { subjectOf } from './subject';
import { SURROUNDINGS } from './surroundings';
import { createTransport } from './transport';
import { verifyImages } from './verifyImages';

/**
 * Runs the action node: everything is read and checked first, then sent, then told token by token.
 *
 * @throws {NodeOperationError} before anything is sent, for a faulty credential or message
 * @throws {NodeApiError} if nothing was taken and set-up or network is to blame
 */
export async function executeHuaweiPush(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const reader = new ParameterReader(this);
	if (!this.continueOnFail()) return await run(this, await prepare(this, reader), reader);
	let prepared: Prepared;
	try {
		prepared = await prepare(this, reader);
	} catch (error) {
		// With On Error: Continue, n8n would hand the incoming items on by output 0, as if accepted.
		return arrange(this, toOutputs(this, refuseAll(reader, this.getInputData(), error)));
	}
	return await run(this, prepared, reader);
}

/** All that is known before anything is sent; an image check has no campaign. */
interface Prepared {
	settings: RunSettings;
	campaign?: Campaign;
}

async function prepare(context: IExecuteFunctions, reader: ParameterReader): Promise<Prepared> {
	const settings = await readRunSettings(context, reader);
	const { operation, run, testTokens, maximumRecipients, delivery } = settings;
	if (operation.kind === 'images') return { settings };
	const keepErrors = context.continueOnFail();
	const plan = { operation, run, testTokens, keepErrors };
	const campaign = planCampaign(reader, context.getInputData(), plan);
	const subject = subjectOf(operation);
	refuseFaults(context, campaign.lines, subject);
	// A dry run is how an operator finds out about the list: it shows what it can.
	if (delivery !== 'dryRun') {
		refuseTooManyRecipients(context, campaign.groups, maximumRecipients, subject);
	}
	return { settings, campaign };
}

async function run(
	context: IExecuteFunctions,
	{ settings, campaign }: Prepared,
	reader: ParameterReader,
): Promise<INodeExecutionData[][]> {
	if (campaign === undefined) {
		const { connection } = settings.run;
		const options = deliveryOptions(context, settings);
		return arrange(context, await verifyImages(context, connection, reader, options));
	}
	return settings.delivery === 'dryRun'
		? showRequests(context, campaign, settings)
		: await send(context, campaign, settings);
}

function showRequests(
	context: IExecuteFunctions,
	campaign: Campaign,
	{ tokensPerSecond, maximumRecipients }: RunSettings,
): INodeExecutionData[][] {
	context.addExecutionHints(
		...messageHintList(campaign.hints),
		...tooManyHint(countRecipients(campaign.groups), maximumRecipients),
	);
	const [, problems] = toOutputs(context, campaign.lines);
	return arrange(context, [dryRunItems(campaign, tokensPerSecond), problems]);
}

async function send(
	context: IExecuteFunctions,
	campaign: Campaign,
	settings: RunSettings,
): Promise<INodeExecutionData[][]> {
	const options = deliveryOptions(context, settings);
	const taken = countTaken(options.transport);
	const outcomes = await deliver(campaign.groups, OUTGOING_RULES, {
		...options,
		transport: taken.transport,
	});
	assignOutcomes(campaign, outcomes);

	const told = campaign.lines.flatMap(({ outcome }) => outcome ?? []);
	const faulty = campaign.lines.filter(hasFaults).length;
	if (options.signal?.aborted === true) {
		// n8n throws a cancelled node's output away; the counts must not be lost with it.
		context.logger.info(`Huawei Push Kit, cancelled: ${countSentence(told, faulty)}`);
	}
	refuseFailure(context, campaign.lines, subjectOf(settings.operation));
	context.addExecutionHints(
		...runHints(told, faulty, campaign.hints, testOf(settings)),
		...(settings.run.testMessage ? testQuotaHint(taken.requests()) : []),
	);
	return arrange(context, toOutputs(context, campaign.lines));
}

function testOf({ run, testTokens }: RunSettings): TestRun | undefined {
	if (!run.testMessage) return undefined;
	return { fromEditor: testTokens !== undefined, toCustomers: testTokens?.length === 0 };
}

function deliveryOptions(
	context: IExecuteFunctions,
	{ credentials, concurrency, tokensPerSecond, timeout, setUp, stopAtProblemShare }: RunSettings,
): DeliveryOptions {
	return {
		transport: createTransport(context, credentials, timeout),
		surroundings: SURROUNDINGS,
		concurrency,
		tokensPerSecond,
		setUp,
		record: SET_UP_RECORD,
		...(stopAtProblemShare > 0 && { stopAtProblemShare }),
		signal: context.getExecutionCancelSignal(),
		...(context.getMode() === 'manual' && { onProgress: reportProgress(context) }),
	};
}
