/** What a credential says about reaching Push Kit: account, app and address, checked. */

import { checkBaseUrl } from './baseUrl';
import { IDENTIFIERS, mendIdentifier } from './identifiers';
import { isTooLong } from './pastedText';
import {
	createServiceAccount,
	parseServiceAccountKey,
	type ServiceAccount,
} from './serviceAccount';
import { ServiceAccountError } from './serviceAccountError';

export { BaseUrlError, checkBaseUrl } from './baseUrl';

/** The fields of the credential, as n8n hands them over: text, or what an expression made of them. */
export interface ConnectionSettings {
	keyFormat?: unknown;
	serviceAccountKey?: unknown;
	projectId?: unknown;
	keyId?: unknown;
	subAccount?: unknown;
	privateKey?: unknown;
	clientId?: unknown;
	testTokens?: unknown;
	baseUrl?: unknown;
}

export interface Connection {
	account: ServiceAccount;
	/** App-level Client ID, part of the revoke URL; empty if the credential names none. */
	clientId: string;
	/** Push tokens of one's own devices, as they were entered; empty if the credential names none. */
	testTokens: string;
	/** Without a slash at its end. */
	baseUrl: string;
}

/**
 * @throws {ServiceAccountError} if the key is incomplete, or an ID is none
 * @throws {BaseUrlError} if the address is neither https nor on this machine
 */
export function readConnection(settings: ConnectionSettings): Connection {
	const account = readAccount(settings);
	return {
		account,
		clientId: mendIdentifier(settings.clientId, IDENTIFIERS.clientId),
		testTokens: readTestTokens(settings.testTokens),
		baseUrl: checkBaseUrl(textOf(settings.baseUrl), account.keyId),
	};
}

function readAccount(settings: ConnectionSettings): ServiceAccount {
	if (settings.keyFormat === 'fields') return createServiceAccount(settings);
	// An expression or an external secret store may hand over the file already parsed.
	const key = settings.serviceAccountKey;
	return parseServiceAccountKey(typeof key === 'object' && key !== null ? key : textOf(key));
}

/** An expression may give a list; of what else it gives nothing is lost, so that a run can say what it does not read. */
function readTestTokens(value: unknown): string {
	const text = (Array.isArray(value) ? value : [value]).map(textOrJson).join('\n').trim();
	if (!isTooLong(text)) return text;
	throw new ServiceAccountError(
		'tooLong',
		'Test Tokens is far too long. It is for the few push tokens of your own devices: enter only those. The list of your customers belongs into the node, under Recipients.',
	);
}

function textOrJson(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
