import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Connection } from '../../push-kit/account/connection';
import type { OutgoingMessage } from '../../push-kit/delivery/outgoing';
import type { MessageRules } from '../../push-kit/message/messages';
import type { AutomaticVersions } from '../../push-kit/message/version';
import type { ParameterReader } from './execution/parameterReader';

/** How the node panel and the Operation list show an operation. */
export interface OperationLabels {
	value: string;
	name: string;
	/** Sentence case: listed in the node creator as an action of its own. */
	action: string;
	description: string;
}

/** What one run knows beside the parameters of an item. */
export interface RunContext {
	connection: Connection;
	/** Whether messages carry `testMessage`. */
	testMessage: boolean;
	/** The same for all items of one run, different from run to run. */
	runId: string;
	workflowId: string;
	/** The same in every run of this node. */
	nodeId: string;
	versions: AutomaticVersions;
}

/** An operation that sends a scenario message. */
export interface SendOperation extends OperationLabels {
	kind: 'send';
	messageType: string;
	/** `push-type` header, or where it stands in the parameters. */
	pushType: number | ((reader: ParameterReader) => number);
	rules: MessageRules;
	/** What an operator fills in to describe the message. */
	fields: INodeProperties[];
	/** Whether the form offers *Using JSON* beside its fields, or knows JSON only. */
	json: 'offered' | 'only';
	/** What the JSON editor shows at first: a payload that can be sent as it is. */
	example: object;
	/** Turns the form's fields into the `payload` of the request. */
	payload?: (reader: ParameterReader, run: RunContext) => Record<string, unknown>;
}

/** An operation with a request of its own, addressed to push tokens. */
export interface TokenOperation extends OperationLabels {
	kind: 'tokens';
	fields: INodeProperties[];
	compose: (reader: ParameterReader, run: RunContext) => OutgoingMessage;
}

/** An operation on a picture of each item. */
export interface ImageOperation extends OperationLabels {
	kind: 'images';
	fields: INodeProperties[];
}

export type Operation = SendOperation | TokenOperation | ImageOperation;

/** Operations whose outcome is told token by token. */
export type PushOperation = SendOperation | TokenOperation;

export interface Resource {
	option: INodePropertyOptions;
	operations: readonly Operation[];
}
