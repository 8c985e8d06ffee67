import type { TransportFailure } from '../../../push-kit/delivery/transport';

/** Failures that happen before a request can have been written, by the code of Node.js. */
const NEVER_SENT: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'The server refused the connection. Check API Base URL in the credential.',
	ENOTFOUND:
		'The address of the server was not found. Check API Base URL in the credential and the network of the machine that runs n8n.',
	EAI_AGAIN:
		'The address of the server could not be looked up. Check the network (DNS) of the machine that runs n8n.',
	EHOSTUNREACH: 'The server cannot be reached from the machine that runs n8n. Check its network.',
	ENETUNREACH: 'The network cannot be reached from the machine that runs n8n.',
	ENETDOWN: 'The network of the machine that runs n8n is down.',
	EADDRNOTAVAIL:
		'The machine that runs n8n has no free port left for a connection. Lower Concurrent Requests under Options.',
	EMFILE:
		'The process that runs n8n has no free socket left. Lower Concurrent Requests under Options.',
	ENFILE:
		'The machine that runs n8n has no free socket left. Lower Concurrent Requests under Options.',
};

/** The same, where trying again cannot help. */
const NEVER_SENT_FOR_GOOD: Readonly<Record<string, string>> = {
	CERT_HAS_EXPIRED: 'The certificate of the server has expired.',
	CERT_NOT_YET_VALID:
		'The certificate of the server is not valid yet. Check the clock of the machine that runs n8n.',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is self-signed.',
	SELF_SIGNED_CERT_IN_CHAIN:
		'The certificate of the server is self-signed: a proxy may stand between n8n and Huawei.',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
		'The issuer of the server certificate is not known: a proxy may stand between n8n and Huawei.',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the server cannot be verified.',
	ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another address.',
	ERR_INVALID_URL: 'The address is not a web address. Check API Base URL in the credential.',
};

const TIMEOUTS = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** What OpenSSL says where the two sides cannot agree on how to encrypt. */
const NO_TLS = /wrong version number|handshake failure|unsupported protocol/;

/** What Node.js says of a connection that ended during the TLS handshake, hence before any request. */
const HANDSHAKE = /before secure TLS connection was established/;

/**
 * What became of a request that threw: most of all, whether it may have been written.
 *
 * @param error what n8n's HTTP helper threw, with its chain of causes
 */
export function toFailure(
	error: unknown,
	{ signed, cancelled }: { signed: boolean; cancelled: boolean },
): TransportFailure {
	const code = textOf(
		find(error, (here) => textOf(here, 'code') !== ''),
		'code',
	);
	if (!signed) return never('notSigned', wordsOf(error), true);
	const blocked = find(error, (here) => textOf(here, 'name').startsWith('Ssrf'));
	if (blocked !== undefined) return never('blockedByN8n', wordsOf(blocked), true);
	const final = NEVER_SENT_FOR_GOOD[code];
	if (final !== undefined) return never(code, final, true);
	if (find(error, (here) => NO_TLS.test(textOf(here, 'message'))) !== undefined) {
		return never(
			'noTls',
			'The server does not speak https at this address. Check API Base URL in the credential.',
			true,
		);
	}
	const passing = NEVER_SENT[code];
	if (passing !== undefined) return never(code, passing);
	if (find(error, isBeforeRequest) !== undefined) {
		return never('notConnected', 'No connection to the server came about. Check the network.');
	}
	if (cancelled || code === 'ERR_CANCELED') {
		return perhaps('cancelled', 'The execution was cancelled while the request was under way.');
	}
	if (TIMEOUTS.has(code)) {
		return perhaps('timeout', 'No answer came in time (Timeout under Options).');
	}
	const named = code === '' ? '' : ` (${code})`;
	return perhaps(
		'connectionBroken',
		`The connection broke before the answer was complete${named}.`,
	);
}

function never(reason: string, description: string, final = false): TransportFailure {
	return { kind: 'failure', sent: false, final, reason, description };
}

function perhaps(reason: string, description: string): TransportFailure {
	return { kind: 'failure', sent: true, reason, description };
}

/** Whether an error arose while the connection was made. */
function isBeforeRequest(error: object): boolean {
	const syscall = textOf(error, 'syscall');
	return (
		syscall === 'connect' ||
		syscall === 'getaddrinfo' ||
		HANDSHAKE.test(textOf(error, 'message')) ||
		// All addresses of a name were tried, none answered.
		attemptsOf(error).some((attempt) => textOf(attempt, 'syscall') === 'connect')
	);
}

/** The single errors of an `AggregateError`. */
function attemptsOf(error: object): unknown[] {
	const attempts = 'errors' in error ? error.errors : undefined;
	return Array.isArray(attempts) ? attempts : [];
}

/** The first error in the chain of causes that `matches`; told by shape, whatever realm made it. */
function find(error: unknown, matches: (error: object) => boolean): object | undefined {
	let here = error;
	while (typeof here === 'object' && here !== null) {
		if (matches(here)) return here;
		here = 'cause' in here ? here.cause : undefined;
	}
	return undefined;
}

/** A member of an error, inherited ones included; empty if it is no text. */
function textOf(error: unknown, member: string): string {
	if (typeof error !== 'object' || error === null) return '';
	const value: unknown = Reflect.get(error, member);
	return typeof value === 'string' ? value : '';
}

/** n8n puts the sentence that helps into `description`. */
function wordsOf(error: unknown): string {
	return [textOf(error, 'message'), textOf(error, 'description')].filter(Boolean).join(' ');
}
