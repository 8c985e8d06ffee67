/** What a credential says about reaching Push Kit: account, app and address, checked. */

import {
	createServiceAccount,
	parseServiceAccountKey,
	type ServiceAccount,
} from './serviceAccount';

/** The one host in every V3 page of Huawei's documentation. */
export const DEFAULT_BASE_URL = 'https://push-api.cloud.huawei.com';

/** The fields of the credential, as n8n hands them over. */
export interface ConnectionSettings {
	keyFormat?: unknown;
	serviceAccountKey?: unknown;
	projectId?: unknown;
	keyId?: unknown;
	subAccount?: unknown;
	privateKey?: unknown;
	clientId?: unknown;
	baseUrl?: unknown;
}

export interface Connection {
	account: ServiceAccount;
	/** App-level Client ID, part of the revoke URL; empty if the credential names none. */
	clientId: string;
	/** Without a slash at its end. */
	baseUrl: string;
}

/** An address that must not be given a JWT. */
export class BaseUrlError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'BaseUrlError';
	}
}

/**
 * @throws {ServiceAccountError} if the key is incomplete
 * @throws {BaseUrlError} if the address is neither https nor on this machine
 */
export function readConnection(settings: ConnectionSettings): Connection {
	return {
		account: readAccount(settings),
		clientId: text(settings.clientId),
		baseUrl: checkBaseUrl(text(settings.baseUrl) || DEFAULT_BASE_URL),
	};
}

function readAccount(settings: ConnectionSettings): ServiceAccount {
	if (settings.keyFormat === 'fields') {
		return createServiceAccount({
			projectId: text(settings.projectId),
			keyId: text(settings.keyId),
			subAccount: text(settings.subAccount),
			privateKey: text(settings.privateKey),
		});
	}
	// An expression or an external secret store may hand over the file already parsed.
	const key = settings.serviceAccountKey;
	return parseServiceAccountKey(
		typeof key === 'object' && key !== null ? JSON.stringify(key) : text(key),
	);
}

/**
 * The address, without a slash at its end. Plain http is for a sandbox on the same machine only: the
 * JWT that travels along lets anyone send in the project's name for an hour.
 *
 * @throws {BaseUrlError}
 */
export function checkSecureUrl(address: string): string {
	const url = parseUrl(address);
	if (url === null) {
		throw new BaseUrlError(
			`API Base URL "${address}" is not a web address. Huawei's is ${DEFAULT_BASE_URL}.`,
		);
	}
	const secure =
		url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
	if (!secure) {
		throw new BaseUrlError(
			`API Base URL "${url.origin}" must begin with https://; http:// is for a sandbox on 127.0.0.1 or localhost only.`,
		);
	}
	return address.replace(/\/+$/, '');
}

/**
 * An address to which the API's paths can be added: nothing may stand behind its own path.
 *
 * @throws {BaseUrlError}
 */
export function checkBaseUrl(address: string): string {
	const base = checkSecureUrl(address);
	const { search, hash, username, pathname } = new URL(base);
	if (search + hash + username === '' && !/:(send|revoke|verify)$/.test(pathname)) return base;
	throw new BaseUrlError(
		`API Base URL must be the beginning of the address only, such as ${DEFAULT_BASE_URL}: the node adds /v3/.../messages:send by itself.`,
	);
}

function parseUrl(address: string): URL | null {
	try {
		return new URL(address);
	} catch {
		return null;
	}
}

function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname.endsWith('.localhost') ||
		hostname === '[::1]' ||
		/^127(\.\d{1,3}){3}$/.test(hostname)
	);
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
