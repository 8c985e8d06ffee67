/**
 * What the trigger answers. Huawei's pages ask for `code` and `message`, both strings, and leave
 * open what follows another answer than success. Source page: `push-api-msg-receipt`.
 */
import { CONSOLE_PLACES } from '../../push-kit/catalog/consoleSteps';
import { MAXIMUM_RECEIPT_STATUSES } from '../../push-kit/catalog/limits';
import { type BodyFault, MOST_STATUSES } from '../../push-kit/receipt/parse';
import type { SignatureFault } from '../../push-kit/receipt/signature';

/** The one answer for a call that was taken, filtered away or seen before; status 200. */
export const SUCCESS = { code: '0', message: 'success' } as const;

export type Refusal =
	| SignatureFault
	| BodyFault
	| 'replay'
	| 'forgotten'
	| 'pending'
	| 'noCredential'
	| 'credentialUnreadable'
	| 'internal';

export interface RefusalAnswer {
	readonly status: 400 | 401 | 500 | 503;
	/** Goes to the caller: says what to change, and nothing about what would have been right. */
	readonly message: string;
	/** `debug` for what anybody can cause, so that a stranger cannot fill the log. */
	readonly logLevel: 'debug' | 'warn';
}

export const REFUSALS: Readonly<Record<Refusal, RefusalAnswer>> = {
	missing: {
		status: 401,
		message:
			'The call is not signed, and it is no empty test either. Enter a user name and a key in the receipt configuration in AppGallery Connect.',
		logLevel: 'debug',
	},
	malformed: {
		status: 401,
		message: 'The header X-HUAWEI-CALLBACK-ID is malformed.',
		logLevel: 'debug',
	},
	mismatch: {
		status: 401,
		message:
			'The signature does not match. Compare user name and key in AppGallery Connect with the credential in n8n.',
		logLevel: 'debug',
	},
	stale: {
		status: 401,
		message: 'The signature is too old. Check the clock of the machine that runs n8n.',
		logLevel: 'warn',
	},
	future: {
		status: 401,
		message: 'The signature lies in the future. Check the clock of the machine that runs n8n.',
		logLevel: 'warn',
	},
	replay: {
		status: 401,
		message: 'The signature was used before, with another body.',
		logLevel: 'warn',
	},
	forgotten: {
		status: 401,
		message:
			'So many signed calls came since this one was signed that it can no longer be told from a repeated one. Sign it anew.',
		logLevel: 'warn',
	},
	noCredential: {
		status: 401,
		message:
			'The trigger cannot verify signatures yet. Choose a Huawei Push Kit Receipt API credential with user name and secret in the trigger and publish the workflow.',
		logLevel: 'warn',
	},
	version1: {
		status: 400,
		message: `This is a receipt of version V1. In ${CONSOLE_PLACES.receipts} edit the receipt and choose version V2.`,
		logLevel: 'warn',
	},
	empty: {
		status: 400,
		message: 'The body is empty. A receipt is a JSON object with an array "statuses".',
		logLevel: 'warn',
	},
	notJson: {
		status: 400,
		message: 'The body is not JSON. A receipt is a JSON object with an array "statuses".',
		logLevel: 'warn',
	},
	noStatuses: {
		status: 400,
		message:
			'The body has no array "statuses". Check that version V2 is chosen for the receipt in AppGallery Connect.',
		logLevel: 'warn',
	},
	tooManyStatuses: {
		status: 400,
		message: `The body holds more than ${MOST_STATUSES} statuses. Huawei sends at most ${MAXIMUM_RECEIPT_STATUSES} in a call.`,
		logLevel: 'warn',
	},
	pending: {
		status: 503,
		message: 'The same call is being taken at this moment. Try again later.',
		logLevel: 'debug',
	},
	credentialUnreadable: {
		status: 503,
		message: 'The credential of the trigger could not be read. Try again later.',
		logLevel: 'warn',
	},
	internal: {
		status: 500,
		message: 'The receipt could not be taken. Try again later.',
		logLevel: 'warn',
	},
};
