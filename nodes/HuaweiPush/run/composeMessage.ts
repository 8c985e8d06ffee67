import type { Connection } from '../../../push-kit/account/connection';
import { findMessageType, findMessageTypeByPushType } from '../../../push-kit/catalog/messageTypes';
import { sendUrl } from '../../../push-kit/delivery/endpoints';
import type { MessageReport, OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { rateOf } from '../../../push-kit/delivery/rates';
import { membersOf } from '../../../push-kit/json';
import type { Message } from '../../../push-kit/message/hints';
import {
	withIdentity,
	withProvisionalIdentity,
	type IdentitySource,
	type WantedIdentity,
} from '../../../push-kit/message/identity';
import { findRules } from '../../../push-kit/message/messages';
import { buildSendBody } from '../../../push-kit/message/size';
import type { Composition, Operation, SendOperation } from '../actions/operation';
import { readCampaignId } from '../form/campaignId';
import { ItemForm } from '../form/itemForm';
import { SPECIFY_MESSAGE_FIELD } from '../form/payload';
import type { ParameterReader } from '../parameters/parameterReader';
import { faultsOfVariant, type ChosenVariant } from './itemVariants';
import { readMessageOptions } from './messageOptions';
import { explainWrongPayload } from './wrongPayload';

/** push-type of a notification or a badge. */
const NOTIFICATION = 0;

/** What one run knows beside the parameters of an item. */
export interface RunContext extends IdentitySource {
	connection: Connection;
	/** Whether messages carry `testMessage`. */
	testMessage: boolean;
	workflowId: string;
}

/** A message that still lacks what is given when all its devices are known. */
export interface ComposedMessage extends OutgoingMessage {
	/**
	 * The message with its identity.
	 *
	 * @param tokens all devices it goes to; without them it may be any
	 */
	identify(tokens?: readonly string[]): OutgoingMessage;
	/** Set for a holdout, which is never sent. */
	sendsNothing?: true;
	/** Composed messages with the same key differ in nothing but their tokens, so they may travel together. */
	key: string;
}

/** The message that the node's parameters describe for the reader's present item, checked. */
export function composeMessage(
	operation: Operation,
	reader: ParameterReader,
	run: RunContext,
	variant?: ChosenVariant,
): ComposedMessage {
	if (operation.kind !== 'send') {
		const outgoing = operation.compose(new ItemForm(reader), run.connection);
		const { url, pushType, body } = outgoing;
		const key = JSON.stringify([url, pushType, body([])]);
		return { ...outgoing, identify: () => outgoing, key };
	}
	const form = new ItemForm(reader, operation.placeholders, variant);
	if (variant?.sendsNothing === true) return holdoutOf(operation, form, variant);
	const pushType = readPushType(operation, form);
	const { payload, identity: wanted = {}, hints: ofPayload = [] } = readPayload(operation, form);
	const pushOptions = readMessageOptions(form, run, variant);
	const campaign = campaignOf(readCampaignId(form), pushType, payload);
	const { campaignId } = campaign;
	// A test is a message of its own: it uses nothing of the campaign up, and revoking it leaves the campaign's.
	const identity: WantedIdentity =
		campaignId === undefined || run.testMessage ? wanted : { ...wanted, campaignId };
	const provisional = withProvisionalIdentity(payload, identity);
	const { faults, hints } = findRules(operation.messageType).inspect({
		payload: provisional,
		pushOptions,
	});
	const build = (message: Message<unknown>): OutgoingMessage => ({
		endpoint: 'send',
		url: sendUrl(run.connection),
		pushType,
		body: (tokens) => buildSendBody(message, tokens),
		maximumTokens: maximumTokens(operation, pushType, run.testMessage),
		rate: rateOf(pushType, message.payload),
		repeatable: isRepeatable(pushType, message.payload),
		report: reportOf(operation.messageType, message, run.testMessage, variant),
		...(campaign.isAlone && { campaignId }),
		// What could not be read at all would only lead to faults that nobody understands.
		...(form.faults.length === 0
			? {
					faults: faultsOfVariant(faults, variant),
					hints: [...hints, ...ofPayload, ...campaign.hints],
				}
			: { faults: form.faults, hints: [] }),
	});
	return {
		...build({ payload: provisional, pushOptions }),
		// Nobody shall revoke by an ID that only stands in for one.
		report: reportOf(operation.messageType, { payload, pushOptions }, run.testMessage, variant),
		identify: (tokens) =>
			build({ payload: withIdentity(payload, identity, tokens, run, pushOptions), pushOptions }),
		key: JSON.stringify([pushType, payload, pushOptions, identity, campaignId, variant?.name]),
	};
}

/**
 * What stands for a message that is never sent. It belongs to its campaign all the same: who is held out for one
 * item must not get it for another.
 */
function holdoutOf(
	{ messageType }: SendOperation,
	form: ItemForm,
	{ name }: ChosenVariant,
): ComposedMessage {
	const campaignId = readCampaignId(form);
	const outgoing: OutgoingMessage = {
		endpoint: 'send',
		url: '',
		pushType: NOTIFICATION,
		body: () => ({}),
		maximumTokens: 1,
		repeatable: false,
		report: { messageType, variant: name },
		...(campaignId !== undefined && { campaignId }),
		faults: [],
		hints: [],
	};
	const key = JSON.stringify(['holdout', name, campaignId]);
	return { ...outgoing, identify: () => outgoing, sendsNothing: true, key };
}

function readPushType({ pushTypeField, messageType }: SendOperation, form: ItemForm): number {
	if (pushTypeField === undefined) return findMessageType(messageType)?.pushType ?? NOTIFICATION;
	const pushType = form.member({ title: 'Push Type', type: 'integer' }, pushTypeField);
	if (typeof pushType === 'number' && Number.isInteger(pushType) && pushType >= 0) return pushType;
	form.refuse(
		pushTypeField,
		'Push Type',
		"must be Huawei's number of a message type, for example 0 for a notification.",
	);
	return NOTIFICATION;
}

function readPayload(
	{ compose }: SendOperation,
	form: ItemForm,
): Composition & { hints?: readonly string[] } {
	if (
		compose !== undefined &&
		form.choice('specifyMessage', SPECIFY_MESSAGE_FIELD, 'fields') !== 'json'
	) {
		return compose(form);
	}
	const payload = form.json('payload', 'Payload');
	const problem = explainWrongPayload(payload);
	if (problem !== undefined) form.refuse('payload', 'Payload', problem);
	const left = form.expressionLeftIn('payload');
	return { payload, ...(left !== undefined && { hints: [explainLeft(left)] }) };
}

/** JSON is sent as it stands; but this is hardly what the phone shall show. */
function explainLeft(expression: string): string {
	return `Payload holds ${expression.slice(0, 100)} as plain text and is sent like this. To have n8n fill it in, switch Payload to Expression (above the field, beside Fixed).`;
}

interface CampaignOfMessage {
	campaignId?: string;
	/** Whether it is the campaign that tells the phone which messages are the same. */
	isAlone: boolean;
	hints: readonly string[];
}

/** What a Campaign ID does to a message. */
function campaignOf(
	campaignId: string | undefined,
	pushType: number,
	payload: unknown,
): CampaignOfMessage {
	if (campaignId === undefined) return { isAlone: false, hints: [] };
	if (!isShownNotification(pushType, payload)) return { isAlone: false, hints: [NO_CAMPAIGN] };
	const { appMessageId, badge } = membersOf(membersOf(payload).notification);
	return {
		campaignId,
		isAlone: appMessageId === undefined,
		hints: addsToBadge(badge) ? [BADGE_COUNTS_AGAIN] : [],
	};
}

const NO_CAMPAIGN =
	'Campaign ID has no effect on this message: only a notification (push type 0 with a title) can be told from its repetition, so a second run sends it again.';

const BADGE_COUNTS_AGAIN =
	'Badge: Add may count again when the campaign is run again, although the message is not shown again. Badge: Set does not.';

/** A badge alone has no `appMessageId`. */
function isShownNotification(pushType: number, payload: unknown): boolean {
	return (
		pushType === NOTIFICATION && membersOf(membersOf(payload).notification).title !== undefined
	);
}

/** A notification with an `appMessageId` is shown once; a badge that is set is the same set twice. */
function isRepeatable(pushType: number, payload: unknown): boolean {
	if (pushType !== NOTIFICATION) return false;
	const notification = membersOf(membersOf(payload).notification);
	// A second copy would add a second time.
	if (addsToBadge(notification.badge)) return false;
	if (notification.appMessageId !== undefined) return true;
	const { addNum, setNum } = membersOf(notification.badge);
	return notification.title === undefined && setNum !== undefined && addNum === undefined;
}

/** `setNum` wins. */
function addsToBadge(badge: unknown): boolean {
	const { addNum, setNum } = membersOf(badge);
	return addNum !== undefined && setNum === undefined;
}

function maximumTokens(
	{ messageType, pushTypeField }: SendOperation,
	pushType: number,
	isTest: boolean,
): number {
	const row =
		pushTypeField === undefined
			? findMessageType(messageType)
			: findMessageTypeByPushType(pushType);
	return (isTest ? row?.maximumTestTokens : row?.maximumTokens) ?? 1;
}

function reportOf(
	messageType: string,
	{ payload, pushOptions }: Message<unknown>,
	testMessage: boolean,
	variant?: ChosenVariant,
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
		...(variant !== undefined && { variant: variant.name }),
	};
}
