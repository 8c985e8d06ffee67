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
import { countSentence, messageHintList, runHints, testQuotaHint } from './runHints';
import { readRunSettings, type RunSettings } from './runSettings';
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
	if (!this.continueOnFail())
		return await runOperation(this, reader, await readRunSettings(this, reader));
	let settings: RunSettings;
	try {
		settings = await readRunSettings(this, reader);
	} catch (error) {
		// With On Error: Continue, n8n would hand the incoming items on by output 0, as if accepted.
		return arrange(this, toOutputs(this, refuseAll(reader, this.getInputData(), error)));
	}
	return await runOperation(this, reader, settings);
}

async function runOperation(
	context: IExecuteFunctions,
	reader: ParameterReader,
	settings: RunSettings,
): Promise<INodeExecutionData[][]> {
	const { operation, run, safe, delivery } = settings;
	if (operation.kind === 'images') {
		const { connection } = run;
		const options = deliveryOptions(context, settings);
		return arrange(context, await verifyImages(context, connection, reader, options));
	}
	const keepErrors = context.continueOnFail();
	const plan = { operation, run, safe, keepErrors };
	const campaign = planCampaign(reader, context.getInputData(), plan);
	refuseFaults(context, campaign.lines);
	return delivery === 'dryRun'
		? showRequests(context, campaign, settings)
		: await send(context, campaign, settings);
}

function showRequests(
	context: IExecuteFunctions,
	campaign: Campaign,
	{ tokensPerSecond }: RunSettings,
): INodeExecutionData[][] {
	context.addExecutionHints(...messageHintList(campaign.hints));
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
	refuseFailure(context, campaign.lines);
	context.addExecutionHints(...runHints(told, faulty, campaign.hints));
	if (settings.run.testMessage) context.addExecutionHints(...testQuotaHint(taken.requests()));
	return arrange(context, toOutputs(context, campaign.lines));
}

function deliveryOptions(
	context: IExecuteFunctions,
	{ credentials, concurrency, tokensPerSecond, timeout }: RunSettings,
): DeliveryOptions {
	return {
		transport: createTransport(context, credentials, timeout),
		surroundings: SURROUNDINGS,
		concurrency,
		tokensPerSecond,
		signal: context.getExecutionCancelSignal(),
		...(context.getMode() === 'manual' && { onProgress: reportProgress(context) }),
	};
}
