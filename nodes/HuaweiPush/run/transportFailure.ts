import { sayable } from '../../../push-kit/delivery/serverWords';
import type { TransportFailure } from '../../../push-kit/delivery/transport';

/**
 * Failures that happen before a request can have been written, by the code of Node.js. Most can come later
 * too, a route that breaks under an open connection for example: so the system call has to say the same.
 */
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

/** Codes of which the system call need not be known: they come from nothing but making a connection. */
const BY_NATURE: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Those of a machine that is at its end. */
const EXHAUSTED: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EMFILE', 'ENFILE']);

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
	ERR_INVALID_PROTOCOL:
		'The address is not one of http or https. Check API Base URL in the credential.',
	ERR_UNESCAPED_CHARACTERS:
		'The address has a character that no web address may have. Check API Base URL in the credential.',
	ERR_INVALID_CHAR:
		'A header of the request has a character that none may have. Check the credential.',
};

const TIMEOUTS = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/**
 * What OpenSSL says where the two sides cannot agree on how to encrypt. Certain only together with EPROTO,
 * which Node.js gives to a request that still waits to be written: in the middle of a connection the same
 * words come with a code of OpenSSL's own.
 */
const NO_TLS = /wrong version number|handshake failure|unsupported protocol|alert protocol version/;

/** What Node.js says of a connection that ended during the TLS handshake, hence before any request. */
const HANDSHAKE = /before secure TLS connection was established/;

/** Names of system calls that make a connection, or look up where to. */
const CONNECTING = /^(connect|getaddrinfo|query[A-Z]\w*)$/;

/** Most errors that are read of a chain of causes: one may be its own cause. */
const LONGEST_CHAIN = 20;

/**
 * What became of a request that threw: most of all, whether it may have been written.
 *
 * @param error what n8n's HTTP helper threw, with its chain of causes
 */
export function toFailure(
	error: unknown,
	{ signed, cancelled }: { signed: boolean; cancelled: boolean },
): TransportFailure {
	const chain = chainOf(error);
	const code = firstText(chain, 'code');
	const connecting = wasConnecting(chain, code);
	if (!signed) return never('notSigned', wordsOf(error), true);
	const blocked = chain.find((here) => textOf(here, 'name').startsWith('Ssrf'));
	if (blocked !== undefined) return never('blockedByN8n', wordsOf(blocked), true);
	const final = own(NEVER_SENT_FOR_GOOD, code);
	if (final !== undefined) return never(code, final, true);
	if (code === 'EPROTO' && says(chain, NO_TLS)) {
		return never(
			'noTls',
			'The server does not speak https at this address. Check API Base URL in the credential.',
			true,
		);
	}
	const passing = own(NEVER_SENT, code);
	if (passing !== undefined && (connecting ?? BY_NATURE.has(code))) {
		return { ...never(code, passing), ...(EXHAUSTED.has(code) && { exhausted: true }) };
	}
	if (connecting === true) {
		return never('notConnected', 'No connection to the server came about. Check the network.');
	}
	if (cancelled || code === 'ERR_CANCELED') return cancelledUnderWay();
	if (TIMEOUTS.has(code)) return timedOut();
	const named = code === '' ? '' : ` (${code})`;
	return perhaps(
		'connectionBroken',
		`The connection broke before the answer was complete${named}.`,
	);
}

/** The waiting came to its end before the answer did. */
export function timedOut(): TransportFailure {
	const failure = perhaps('timeout', 'No answer came in time (Timeout under Options).');
	return { ...failure, unanswered: true };
}

/** The run was cancelled before the answer came. */
export function cancelledUnderWay(): TransportFailure {
	return perhaps('cancelled', 'The execution was cancelled while the request was under way.');
}

function never(reason: string, description: string, final = false): TransportFailure {
	return { kind: 'failure', sent: false, final, reason, description };
}

function perhaps(reason: string, description: string): TransportFailure {
	return { kind: 'failure', sent: true, reason, description };
}

/** Whether an error arose while the connection was made; `undefined` if the error does not say. */
function wasConnecting(chain: readonly object[], code: string): boolean | undefined {
	const syscall = firstText(chain, 'syscall');
	if (syscall !== '') return CONNECTING.test(syscall);
	if (code === 'ECONNRESET' && says(chain, HANDSHAKE)) return true;
	const attempts = chain.flatMap(attemptsOf);
	if (attempts.length === 0) return undefined;
	// All addresses of a name were tried: with a single one a connection may have come about.
	return attempts.every((attempt) => CONNECTING.test(textOf(attempt, 'syscall')));
}

/** The single errors of an `AggregateError`. */
function attemptsOf(error: object): unknown[] {
	const attempts = 'errors' in error ? error.errors : undefined;
	return Array.isArray(attempts) ? attempts : [];
}

/** An error and its causes, the outermost first; told by shape, whatever realm made them. */
function chainOf(error: unknown): object[] {
	const chain: object[] = [];
	let here = error;
	while (typeof here === 'object' && here !== null && chain.length < LONGEST_CHAIN) {
		chain.push(here);
		here = 'cause' in here ? here.cause : undefined;
	}
	return chain;
}

function firstText(chain: readonly object[], member: string): string {
	return chain.map((here) => textOf(here, member)).find((text) => text !== '') ?? '';
}

function says(chain: readonly object[], words: RegExp): boolean {
	return chain.some((here) => words.test(textOf(here, 'message')));
}

/** A member of an error, inherited ones included; empty if it is no text. */
function textOf(error: unknown, member: string): string {
	if (typeof error !== 'object' || error === null) return '';
	const value: unknown = Reflect.get(error, member);
	return typeof value === 'string' ? value : '';
}

function own(sentences: Readonly<Record<string, string>>, code: string): string | undefined {
	return Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}

/** n8n puts the sentence that helps into `description`. */
function wordsOf(error: unknown): string {
	const words = [textOf(error, 'message'), textOf(error, 'description')];
	return sayable(words.filter(Boolean).join(' '), []);
}
