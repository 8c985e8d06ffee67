import { CONSOLE_STEPS } from '../../../push-kit/catalog/consoleSteps';
import { NOTIFICATION_REACH } from '../../../push-kit/catalog/devices';
import { findMessageType } from '../../../push-kit/catalog/messageTypes';
import { MAXIMUM_TOKENS_PER_REQUEST, NOTIFY_ID_MAXIMUM } from '../../../push-kit/catalog/limits';
import { revokeUrl } from '../../../push-kit/delivery/endpoints';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { Fault } from '../../../push-kit/message/faults';
import { NOTIFICATION_RULES } from '../../../push-kit/message/notification';
import type { Rule } from '../../../push-kit/message/rule';
import { formField, notice } from '../form/formField';
import type { ItemForm } from '../form/itemForm';
import type { TokenOperation } from './operation';

// A constant, because n8n's linter wants a number here, and 0 is the ID of a message like any other: a run
// with the field untouched would withdraw that one.
const NOTIFY_ID_OF_ITEM = '={{ $json.notifyId }}';

/** What revoking cannot do, told where it is chosen. */
const NOTICE = `Withdraws a message that is not yet delivered, or shown and not yet tapped. The message must have been sent with a Notify ID. Badge numbers stay as they are. It works on watches ${NOTIFICATION_REACH.watch}, and for notifications on TVs ${NOTIFICATION_REACH.tv}. All tokens of one run must belong to the app of the Client ID. Execute step also runs nodes before it that have no output yet, and so may send again: to withdraw what was sent earlier, use the notifyId and tokens of that run.`;

const NO_CLIENT_ID: Fault = {
	path: 'clientId',
	field: 'Client ID',
	message: `Client ID is missing: enter it here or in the Huawei Push Kit API credential. ${CONSOLE_STEPS.clientId}`,
};

const ODD_CLIENT_ID: Fault = {
	path: 'clientId',
	field: 'Client ID',
	message:
		"Client ID is filled in, but gives no ID for this item: no message is withdrawn from the credential's app instead. Correct it, or empty the field to use the client ID of the credential.",
};

const NO_NOTIFY_ID: Fault = {
	path: 'notifyId',
	field: 'Notify ID',
	message:
		'Notify ID is empty. This item has no notifyId: the message was sent without one and cannot be withdrawn. Send it with Notify ID: Automatic, which is the default of the form, and revoke with the items of the Accepted output.',
};

const ODD_NOTIFY_ID: Fault = {
	path: 'notifyId',
	field: 'Notify ID',
	message: `Notify ID must be the number the message was sent with, from 0 to ${NOTIFY_ID_MAXIMUM}. The items of the Accepted output carry it as notifyId.`,
};

const CLIENT_ID: Rule = { title: 'Client ID', type: 'string' };

/** The Revoke operation of a message type that can be withdrawn. */
export function revokeOperation(of: { action: string; messageType: string }): TokenOperation {
	const pushType = findMessageType(of.messageType)?.pushType ?? 0;
	return {
		kind: 'tokens',
		value: 'revoke',
		name: 'Revoke',
		action: of.action,
		description: 'Withdraw a message that was sent with a Notify ID',
		fields: [
			notice('revokeNotice', NOTICE),
			formField({ ...NOTIFICATION_RULES.notifyId, title: 'Notify ID', minimum: 0 }, 'notifyId', {
				default: NOTIFY_ID_OF_ITEM,
				required: true,
				description:
					'The ID the message was sent with; the items of the Accepted output carry it as notifyId',
			}),
			formField(CLIENT_ID, 'clientId', {
				placeholder: 'e.g. 110000000',
				description: "The app's OAuth 2.0 client ID; empty for the one in the credential",
			}),
		],
		compose: (form, connection): OutgoingMessage => {
			const notifyId = readNotifyId(form);
			const clientId = readClientId(form, connection.clientId);
			return {
				endpoint: 'revoke',
				url: revokeUrl(connection, clientId),
				pushType,
				body: (token) => ({ notifyId, token }),
				maximumTokens: MAXIMUM_TOKENS_PER_REQUEST,
				// Withdrawing twice withdraws once.
				repeatable: true,
				report: { messageType: of.messageType, ...(notifyId !== undefined && { notifyId }) },
				faults: form.faults,
				hints: [],
			};
		},
	};
}

/**
 * The app to revoke from. Whoever fills Client ID in means another app than that of the credential: if
 * nothing can be read there, the message must not be withdrawn from that one.
 */
function readClientId(form: ItemForm, ofCredential: string): string {
	if (!form.isEntered('clientId')) {
		if (ofCredential === '') form.faults.push(NO_CLIENT_ID);
		return ofCredential;
	}
	const clientId = form.member(CLIENT_ID, 'clientId');
	// Huawei's are numbers; a switch or a word is none.
	if (typeof clientId === 'string' && /^(?=.*\d)[0-9A-Za-z_.-]+$/.test(clientId)) return clientId;
	if (form.faults.every(({ path }) => path !== 'clientId')) form.faults.push(ODD_CLIENT_ID);
	return '';
}

function readNotifyId(form: ItemForm): number | undefined {
	const id = form.member(NOTIFICATION_RULES.notifyId, 'notifyId');
	if (id === undefined) form.faults.push(NO_NOTIFY_ID);
	const isValid =
		typeof id === 'number' && Number.isInteger(id) && id >= 0 && id <= NOTIFY_ID_MAXIMUM;
	if (isValid) return id;
	if (id !== undefined) form.faults.push(ODD_NOTIFY_ID);
	return undefined;
}
