/** Where Push Kit is reached: the operator's address, mended and checked before a JWT goes there. */

import { DEFAULT_BASE_URL } from '../catalog/pushApi';
import { plainText, trimSigns } from './pastedText';
import { hasKeyLine, PRIVATE_KEY_MEMBER } from './privateKeyPem';

/**
 * What the `key_id` of a key begins with that the sandbox made. Such a key opens nothing at Huawei, so
 * its JWT may travel over plain http to the machine that runs the container of n8n.
 */
export const SANDBOX_KEY_PREFIX = 'sandbox-';

/** Names by which Docker and Podman reach the machine they run on; not names of the public internet. */
const CONTAINER_HOSTS = ['host.docker.internal', 'host.containers.internal'];

const LABEL = 'API Base URL';

/** What stands around an address in files and sentences. */
const SURROUNDINGS = new Set(' \t\r\n"\'`,;<>()');

/** Longest address that is read, in characters. */
const MAXIMUM_LENGTH = 2000;

/** The URL parser would also take `http:host` and `http:///host`. */
const SCHEME_AND_HOST = /^https?:\/\/[^/\s]/i;

const OWN_LABEL = /^(?:api )?(?:base ?)?url["']?\s?[:=]/i;

/** What an address to which paths are added cannot have, nor hide. */
const NOT_A_BEGINNING = /[\s"'`\\?#@]/;

/** One step of a path that stands for an ID: a number, or a placeholder of the documentation. */
const ID_STEP = /^(?:\d+|\.{3}|[{[<:].*|(?:your[_-]?)?(?:project|client)[_-]?id)$/i;

/** The last step of an API address, such as `messages:send`. */
const ACTION_STEP = /^(?:messages|images)(?::[a-z]*)?$/i;

/** An address that must not be given a JWT. */
export class BaseUrlError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'BaseUrlError';
	}
}

/**
 * The beginning of the API's addresses, without a slash at its end: scheme, host and port, and the path of
 * a gateway where there is one. Quotes, blanks, invisible characters and the API's own path are cut.
 *
 * Plain http is for a sandbox on the same machine only: the JWT that travels along lets anyone send in
 * the project's name for an hour.
 *
 * @param pasted what the form holds; empty for Huawei's own address
 * @param keyId of the account whose JWT is to go there
 * @throws {BaseUrlError} in words that repeat nothing of what was pasted but scheme and host
 */
export function checkBaseUrl(pasted: string, keyId = ''): string {
	if (pasted.length > MAXIMUM_LENGTH) throw notAnAddress('');
	const unquoted = trimSigns(plainText(pasted), SURROUNDINGS);
	const address = trimSigns(unquoted.replace(OWN_LABEL, ''), SURROUNDINGS);
	if (address === '') return forKey(DEFAULT_BASE_URL, keyId);
	const url = parseUrl(address);
	if (url === undefined) throw notAnAddress(address);
	if (NOT_A_BEGINNING.test(address)) throw notABeginning();
	// A dot after the last name means the same host, but not to certificates.
	url.hostname = url.hostname.replace(/\.$/, '');
	if (url.protocol !== 'https:' && !mayGoInTheClear(url.hostname, keyId)) {
		throw new BaseUrlError(
			`${LABEL} must begin with https://; http:// is for a sandbox on this machine only: 127.0.0.1 or localhost, and with the sandbox's own key ${CONTAINER_HOSTS.join(' or ')}.`,
		);
	}
	return forKey(url.origin + gatewayPath(url), keyId);
}

/** Huawei never takes a key that a sandbox made: whoever copied it has left the address as it was. */
function forKey(baseUrl: string, keyId: string): string {
	if (baseUrl !== DEFAULT_BASE_URL || !keyId.startsWith(SANDBOX_KEY_PREFIX)) return baseUrl;
	throw new BaseUrlError(
		`The key is that of a sandbox, but ${LABEL} is Huawei's own. Copy ${LABEL} from the page Connect of the sandbox, too.`,
	);
}

function parseUrl(address: string): URL | undefined {
	if (!SCHEME_AND_HOST.test(address)) return undefined;
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}

function mayGoInTheClear(hostname: string, keyId: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname.endsWith('.localhost') ||
		hostname === '[::1]' ||
		/^127(\.\d{1,3}){3}$/.test(hostname) ||
		(CONTAINER_HOSTS.includes(hostname) && keyId.startsWith(SANDBOX_KEY_PREFIX))
	);
}

/** The path without the API's own steps at its end; whatever stands before belongs to a gateway. */
function gatewayPath({ origin, pathname }: URL): string {
	const steps = pathname.split('/').filter((step) => decodeStep(step).trim() !== '');
	const path = steps.slice(0, endOfGateway(steps.map(decodeStep)));
	const isUseless = path.some((step) => /:(?:send|revoke|verify)$/i.test(decodeStep(step)));
	// Huawei's own address has no path beside the API's.
	if (isUseless || (path.length > 0 && origin === DEFAULT_BASE_URL)) throw notABeginning();
	return path.map((step) => `/${step}`).join('');
}

/** How many steps stand before the API's own: `v3`, perhaps an ID, perhaps an action. */
function endOfGateway(steps: readonly string[]): number {
	let end = steps.length;
	const hasAction = ACTION_STEP.test(steps[end - 1] ?? '');
	if (hasAction) end -= 1;
	const hasId = hasAction ? !isVersion(steps[end - 1]) : ID_STEP.test(steps[end - 1] ?? '');
	if (hasId) end -= 1;
	return isVersion(steps[end - 1]) ? end - 1 : steps.length;
}

function isVersion(step = ''): boolean {
	return /^v[1-3]$/i.test(step);
}

function decodeStep(step: string): string {
	try {
		return decodeURIComponent(step);
	} catch {
		return step;
	}
}

function notABeginning(): BaseUrlError {
	return new BaseUrlError(
		`${LABEL} must be the beginning of the address only, such as ${DEFAULT_BASE_URL}: without question mark, #, blank, quote, backslash, user name and password. The node adds /v3/.../messages:send by itself.`,
	);
}

function notAnAddress(pasted: string): BaseUrlError {
	const isKey = hasKeyLine(pasted) || pasted.includes(PRIVATE_KEY_MEMBER);
	return new BaseUrlError(
		isKey
			? `${LABEL} holds the key. Cut it out there and paste it into the field for the key; the address is ${DEFAULT_BASE_URL}.`
			: `${LABEL} is not a web address: one begins with https://. Huawei's is ${DEFAULT_BASE_URL}.`,
	);
}
