import { revokeUrl } from '../../../push-kit/delivery/endpoints';
import type { OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import { MAXIMUM_TOKENS_PER_REQUEST, NOTIFY_ID_MAXIMUM } from '../../../push-kit/catalog/limits';
import type { Fault } from '../../../push-kit/message/faults';
import type { TokenOperation } from '../operation';

/** What revoking cannot do, told where it is chosen. */
const NOTICE =
	'Withdraws a message that is not yet delivered, or shown and not yet tapped. The message must have been sent with a Notify ID. Badge numbers stay as they are. All tokens of one run must belong to the app of the Client ID.';

const NO_CLIENT_ID: Fault = {
	path: 'clientId',
	field: 'Client ID',
	message:
		'Client ID is missing: enter it here or in the Huawei Push Kit API credential. It is the OAuth 2.0 client ID of the app (not of the project): AppGallery Connect > the app > app information page (查看应用信息).',
};

const NO_NOTIFY_ID: Fault = {
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
				default: 0,
				required: true,
				description:
					'The ID the message was sent with: notifyId of the items of the Accepted output',
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
			const notifyId = readNotifyId(reader.value('notifyId'));
			const clientId = reader.text('clientId').trim() || connection.clientId;
			const faults = [
				...(clientId === '' ? [NO_CLIENT_ID] : []),
				...(notifyId === undefined ? [NO_NOTIFY_ID] : []),
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

function readNotifyId(value: unknown): number | undefined {
	const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	const valid =
		typeof id === 'number' && Number.isInteger(id) && id >= 0 && id <= NOTIFY_ID_MAXIMUM;
	return valid ? id : undefined;
}
