/** What is wrong with a key, and the words of the next step that several faults share. */

import { CONSOLE_PLACES } from '../catalog/consoleSteps';

export type ServiceAccountErrorKind =
	| 'empty'
	| 'tooLong'
	| 'notJson'
	| 'otherFile'
	| 'severalKeys'
	| 'missingMember'
	| 'malformedMember'
	| 'lostDigits'
	| 'notPem'
	| 'encryptedKey'
	| 'unreadableKey'
	| 'notRsa'
	| 'keyTooShort';

/** A key file or key that cannot be used. The message names the member and the next step, never its value. */
export class ServiceAccountError extends Error {
	constructor(
		readonly kind: ServiceAccountErrorKind,
		message: string,
		/** The key file's member at fault, in Huawei's spelling. */
		readonly member?: string,
	) {
		super(message);
		this.name = 'ServiceAccountError';
	}
}

/** For what copying has broken: the file itself is good. */
export const PASTE_AGAIN =
	'Open the downloaded key file in a text editor, select all, copy, and paste it here.';

/** For where the right file has yet to be found, or made. */
export const USE_SERVICE_ACCOUNT_KEY = `Paste the service account key file of your project; where there is none yet, make it in ${CONSOLE_PLACES.serviceAccountKey}.`;

/** Refuses what is too long to be searched. `label` is the field as the form calls it. */
export function tooLong(label: string, length: number, member?: string): ServiceAccountError {
	return new ServiceAccountError(
		'tooLong',
		`${label} holds ${length.toLocaleString('en-US')} characters; a key file has about 3,000. Something else was pasted, or the file many times. ${PASTE_AGAIN}`,
		member,
	);
}
