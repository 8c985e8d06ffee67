import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { MessageReport } from '../../../push-kit/delivery/outgoing';
import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import type { Fault } from '../../../push-kit/message/faults';
import { isTool } from '../parameters/toolUse';
import type { Subject } from './subject';
import { hasFaults, type FaultyLine, type OutputLine } from './campaign';

const NOT_READY = { outcome: 'failed', reason: 'notReady', verdict: 'fixSetup' };
const FAULTY_MESSAGE = { outcome: 'failed', reason: 'faultyMessage', verdict: 'fixMessage' };

/** Accepted, Problem. */
export type Outputs = [accepted: INodeExecutionData[], problems: INodeExecutionData[]];

/** The node's outputs; all on the first for an AI agent, which reads no other. */
export function arrange(
	context: IExecuteFunctions,
	[accepted, problems]: Outputs,
): INodeExecutionData[][] {
	return isTool(context) ? [[...accepted, ...problems]] : [accepted, problems];
}

/** One item for each line, in the lines' order. */
export function toOutputs(
	context: IExecuteFunctions,
	lines: readonly OutputLine[],
	{ target }: Pick<Subject, 'target'>,
): Outputs {
	const describeFault = isTool(context) ? plainFaultItem : errorItem;
	const outputs: Outputs = [[], []];
	const [accepted, problems] = outputs;
	for (const line of lines) {
		const { item, token, message, outcome } = line;
		if (outcome !== undefined) {
			const output = outcome.outcome === 'accepted' ? accepted : problems;
			output.push(outcomeItem(item, { [target]: token }, message?.report, outcome));
		} else if (hasFaults(line)) {
			problems.push(describeFault(line, target));
		}
	}
	return outputs;
}

/** The item of one token: on Accepted if Huawei took the message, else on Problem. */
export function outcomeItem(
	item: number,
	named: IDataObject,
	report: MessageReport | undefined,
	{ outcome, code, status, reason, verdict, advice, requestId, details, notBefore }: TokenOutcome,
): INodeExecutionData {
	const json: IDataObject =
		outcome === 'accepted'
			? { ...named, outcome, ...report, ...details, requestId, code }
			: {
					...named,
					outcome,
					reason,
					code,
					status,
					verdict,
					notBefore,
					advice,
					requestId,
					...report,
				};
	return { json: withoutUndefined(json), pairedItem: { item } };
}

/**
 * A line that cannot be sent, in n8n's form for errors: n8n moves it to the error output where there is
 * one, and it keeps its data on the way. Must never be the first item of output 0, see `plainFaultItem`.
 */
function errorItem(line: FaultyLine, target: string): INodeExecutionData {
	const { advice, ...details } = describeFaults(line, target);
	const fields = line.faults.map(({ field }) => field).filter((field) => field !== '');
	return {
		json: {
			error: advice,
			message: advice,
			details: { ...details, ...(fields.length > 0 && { fields }) },
		},
		pairedItem: { item: line.item },
	};
}

/**
 * The same for output 0, where *Retry On Fail* takes a truthy `error` for a reason to run the node again, and where
 * a model reads it, which knows of no items.
 */
function plainFaultItem(line: FaultyLine, target: string): INodeExecutionData {
	const advice = sentencesOf(line.faults);
	return { json: { ...describeFaults(line, target), advice }, pairedItem: { item: line.item } };
}

/** For output 0, too: why nothing was sent at all. */
export function refusalItem(advice: string): INodeExecutionData {
	return { json: { ...NOT_READY, advice }, pairedItem: { item: 0 } };
}

function describeFaults(
	{ item, token, message, faults, ofRun }: FaultyLine,
	target: string,
): IDataObject {
	return {
		[target]: token,
		// Without a message it was the set-up that failed, before there was any.
		...(message === undefined ? NOT_READY : FAULTY_MESSAGE),
		advice: ofRun === true ? sentencesOf(faults) : faultSentence(item, faults),
	};
}

/** All faults of an item in one sentence each. */
export function faultSentence(item: number, faults: readonly Fault[]): string {
	return `Item ${item + 1}: ${sentencesOf(faults)}`;
}

function sentencesOf(faults: readonly Fault[]): string {
	return faults.map(({ message }) => message).join(' ');
}

function withoutUndefined(fields: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
