import type { IDataObject } from 'n8n-workflow';

import {
	MAXIMUM_TOKENS_PER_FORM_REQUEST,
	MAXIMUM_TOKENS_PER_REQUEST,
	MAXIMUM_TOKENS_PER_TEST_REQUEST,
} from '../../../push-kit/catalog/limits';
import { sendUrl } from '../../../push-kit/delivery/endpoints';
import type { MessageReport, OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { Fault } from '../../../push-kit/message/faults';
import type { Message } from '../../../push-kit/message/hints';
import { buildSendBody } from '../../../push-kit/message/size';
import type { PushOperation, RunContext, SendOperation } from '../operation';
import { automaticBiTag, safeAppMessageId } from './automaticIds';
import { membersOf, toNumbers } from './fieldValues';
import type { ParameterReader } from './parameterReader';

/** push-type whose requests carry exactly one token. */
const FORM = 1;

/** push-type of a notification or a badge. */
const NOTIFICATION = 0;

/** Members of a request beside the payload. No payload of Huawei's has them. */
const REQUEST_MEMBERS = ['payload', 'pushOptions', 'target'];

const WHOLE_REQUEST: Fault = {
	path: '',
	field: 'Payload',
	message:
		'Payload holds a whole request. Paste only the object that stands under "payload"; the push tokens belong under Recipients, "pushOptions" under Push Options.',
};

/** The message that the node's parameters describe for the reader's present item, checked. */
export function composeMessage(
	operation: PushOperation,
	reader: ParameterReader,
	run: RunContext,
): OutgoingMessage {
	const outgoing =
		operation.kind === 'tokens'
			? operation.compose(reader, run)
			: composeSend(operation, reader, run);
	// What could not be read at all would only lead to faults that nobody understands.
	return reader.faults.length === 0 ? outgoing : { ...outgoing, faults: reader.faults, hints: [] };
}

function composeSend(
	operation: SendOperation,
	reader: ParameterReader,
	run: RunContext,
): OutgoingMessage {
	const pushType =
		typeof operation.pushType === 'number' ? operation.pushType : operation.pushType(reader);
	refuseOddPushType(reader, pushType);
	const options = reader.collection('options');
	const message: Message<unknown> = {
		payload: readPayload(operation, reader, run),
		pushOptions: readPushOptions(reader, run, options),
	};
	const safe = isOn(options.safeRetries) && pushType === NOTIFICATION;
	return finish(operation, run, pushType, safe ? makeRetriesSafe(message, reader, run) : message);
}

/** A switch, also by an expression that gives text. */
function isOn(value: unknown): boolean {
	return value === true || value === 'true';
}

function refuseOddPushType(reader: ParameterReader, pushType: number): void {
	if (Number.isInteger(pushType) && pushType >= 0) return;
	reader.faults.push({
		path: 'pushType',
		field: 'Push Type',
		message:
			"Push Type must be Huawei's number of a message type, for example 0 for a notification.",
	});
}

function finish(
	operation: SendOperation,
	run: RunContext,
	pushType: number,
	message: Message<unknown>,
): OutgoingMessage {
	const { faults, hints } = operation.rules.inspect(message);
	return {
		endpoint: 'send',
		url: sendUrl(run.connection),
		pushType,
		body: (tokens) => buildSendBody(message, tokens),
		maximumTokens: maximumTokens(pushType, run.testMessage),
		repeatable: isRepeatable(pushType, message.payload),
		report: reportOf(operation.messageType, message, run.testMessage),
		faults,
		hints,
	};
}

function readPayload(operation: SendOperation, reader: ParameterReader, run: RunContext): unknown {
	const usesJson =
		operation.payload === undefined || reader.value('specifyMessage', 'fields') === 'json';
	if (usesJson) {
		const payload = reader.json('Payload', reader.value('payload'));
		if (REQUEST_MEMBERS.some((name) => membersOf(payload)[name] !== undefined)) {
			reader.faults.push(WHOLE_REQUEST);
		}
		return payload;
	}
	return operation.payload?.(reader, run);
}

function readPushOptions(
	reader: ParameterReader,
	run: RunContext,
	options: IDataObject,
): IDataObject {
	const chosen = toNumbers(reader.collection('pushOptions'), [
		'ttl',
		'collapseKey',
		'backgroundMode',
	]);
	return {
		...(isOn(options.automaticBiTag) && { biTag: automaticBiTag(run.workflowId, run.runId) }),
		...chosen,
		...(run.testMessage && { testMessage: true }),
	};
}

/** Gives a notification without an `appMessageId` one made from its content. */
function makeRetriesSafe(
	message: Message<unknown>,
	reader: ParameterReader,
	run: RunContext,
): Message<unknown> {
	const payload = membersOf(message.payload);
	const notification = membersOf(payload.notification);
	// A badge alone has no such field.
	if (notification.appMessageId !== undefined || notification.title === undefined) return message;
	// An automatic notify ID is another in every run: the content must be told by the rest alone.
	const automatic = reader.collection('additionalFields').notifyIdMode === 'automatic';
	const content = automatic ? { ...notification, notifyId: undefined } : notification;
	return {
		...message,
		payload: {
			...payload,
			notification: { ...notification, appMessageId: safeAppMessageId(run, content) },
		},
	};
}

/** A notification with an `appMessageId` is shown once; a badge that is set is the same set twice. */
function isRepeatable(pushType: number, payload: unknown): boolean {
	if (pushType !== NOTIFICATION) return false;
	const notification = membersOf(membersOf(payload).notification);
	if (notification.appMessageId !== undefined) return true;
	const { addNum, setNum } = membersOf(notification.badge);
	return notification.title === undefined && setNum !== undefined && addNum === undefined;
}

function maximumTokens(pushType: number, testMessage: boolean): number {
	if (pushType === FORM) return MAXIMUM_TOKENS_PER_FORM_REQUEST;
	return testMessage ? MAXIMUM_TOKENS_PER_TEST_REQUEST : MAXIMUM_TOKENS_PER_REQUEST;
}

function reportOf(
	messageType: string,
	{ payload, pushOptions }: Message<unknown>,
	testMessage: boolean,
): MessageReport {
	const members = membersOf(payload);
	const { notifyId } = membersOf(members.notification);
	const { activityId, formId } = members;
	const biTag = pushOptions?.biTag;
	return {
		messageType,
		...(testMessage && { testMessage }),
		...(biTag !== undefined && biTag !== '' && { biTag }),
		...(typeof notifyId === 'number' && { notifyId }),
		...(typeof activityId === 'number' && { activityId }),
		...(typeof formId === 'number' && { formId }),
	};
}
