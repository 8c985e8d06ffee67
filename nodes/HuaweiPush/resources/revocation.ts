import { revokeUrl } from '../../../push-kit/delivery/endpoints';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { MAXIMUM_TOKENS_PER_REQUEST, NOTIFY_ID_MAXIMUM } from '../../../push-kit/catalog/limits';
import type { Fault } from '../../../push-kit/message/faults';
import { hasExpression, type ParameterReader } from '../execution/parameterReader';
import type { TokenOperation } from '../operation';

// A constant, because n8n's linter wants a number here, and 0 is the ID of a message like any other: a run
// with the field untouched would withdraw that one.
const NOTIFY_ID_OF_ITEM = '={{ $json.notifyId }}';

/** What revoking cannot do, told where it is chosen. */
const NOTICE =
	'Withdraws a message that is not yet delivered, or shown and not yet tapped. The message must have been sent with a Notify ID. Badge numbers stay as they are. All tokens of one run must belong to the app of the Client ID.';

const NO_CLIENT_ID: Fault = {
	path: 'clientId',
	field: 'Client ID',
	message:
		'Client ID is missing: enter it here or in the Huawei Push Kit API credential. It is the OAuth 2.0 client ID of the app (not of the project): AppGallery Connect > the app > app information page (查看应用信息).',
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
		'This item has no notifyId: the message was sent without one and cannot be withdrawn. Next time add Notify ID under Additional Fields when you send, and revoke with the items of the Accepted output.',
};

const ODD_NOTIFY_ID: Fault = {
	path: 'notifyId',
	field: 'Notify ID',
	message: `Notify ID must be the number the message was sent with, from 0 to ${NOTIFY_ID_MAXIMUM}. The items of the Accepted output carry it as notifyId.`,
};

/** The Revoke operation of a message type that can be withdrawn. */
export function revokeOperation(of: {
	action: string;
	messageType: string;
	pushType: number;
}): TokenOperation {
	return {
		kind: 'tokens',
		value: 'revoke',
		name: 'Revoke',
		action: of.action,
		description: 'Withdraw a message that was sent with a Notify ID',
		fields: [
			{
				displayName: NOTICE,
				name: 'revokeNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Notify ID',
				name: 'notifyId',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: NOTIFY_ID_MAXIMUM },
				default: NOTIFY_ID_OF_ITEM,
				required: true,
				description:
					'The ID the message was sent with; the items of the Accepted output carry it as notifyId',
			},
			{
				displayName: 'Client ID',
				name: 'clientId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 110000000',
				description: "The app's OAuth 2.0 client ID; empty for the one in the credential",
			},
		],
		compose: (reader, { connection }): OutgoingMessage => {
			const given = reader.value('notifyId');
			const notifyId = readNotifyId(given);
			const { clientId, fault } = readClientId(reader, connection.clientId);
			const faults = [
				...(fault === undefined ? [] : [fault]),
				...(isMissing(given) ? [NO_NOTIFY_ID] : notifyId === undefined ? [ODD_NOTIFY_ID] : []),
			];
			return {
				endpoint: 'revoke',
				url: revokeUrl(connection, clientId),
				pushType: of.pushType,
				body: (token) => ({ notifyId, token }),
				maximumTokens: MAXIMUM_TOKENS_PER_REQUEST,
				// Withdrawing twice withdraws once.
				repeatable: true,
				report: { messageType: of.messageType, notifyId },
				faults,
				hints: [],
			};
		},
	};
}

/**
 * The app to revoke from. Whoever fills Client ID in means another app than that of the credential: if
 * nothing can be read there, the message must not be withdrawn from that one.
 */
function readClientId(
	reader: ParameterReader,
	ofCredential: string,
): { clientId: string; fault?: Fault } {
	const given = reader.value('clientId', '');
	if (given === '' && !hasExpression(reader.rawValue('clientId'))) {
		return { clientId: ofCredential, ...(ofCredential === '' && { fault: NO_CLIENT_ID }) };
	}
	const clientId =
		typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
	return /^[\w.-]+$/.test(clientId) ? { clientId } : { clientId: '', fault: ODD_CLIENT_ID };
}

function isMissing(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

function readNotifyId(value: unknown): number | undefined {
	const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	const valid =
		typeof id === 'number' && Number.isInteger(id) && id >= 0 && id <= NOTIFY_ID_MAXIMUM;
	return valid ? id : undefined;
}
