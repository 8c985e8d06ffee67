import { toFailure } from '../../../../../nodes/HuaweiPush/run/transportFailure';

/** An error as n8n's HTTP helper throws it: the one of Node.js is the cause of the cause. */
function thrown(members: { code?: string; syscall?: string; message?: string; name?: string }) {
	const { message = 'It broke', ...rest } = members;
	const cause = Object.assign(new TypeError(message), rest);
	return new TypeError('Wrapped', { cause: new TypeError('Wrapped', { cause }) });
}

const live = { signed: true, cancelled: false };

/** What Node.js throws where it tried all addresses of a name. */
function allAddresses(attempts: Array<{ code?: string; syscall?: string }>, code = 'ETIMEDOUT') {
	const errors = attempts.map((attempt) => Object.assign(new TypeError('x'), attempt));
	const cause = Object.assign(new TypeError('x'), { code, errors });
	return new TypeError('Wrapped', { cause });
}

/** Codes that come from nothing but making a connection, or from elsewhere too. */
const CODES: Array<[string, 'by nature' | 'while connecting']> = [
	['ECONNREFUSED', 'by nature'],
	['ENOTFOUND', 'by nature'],
	['EAI_AGAIN', 'by nature'],
	['EHOSTUNREACH', 'while connecting'],
	['ENETUNREACH', 'while connecting'],
	['ENETDOWN', 'while connecting'],
	['EADDRNOTAVAIL', 'while connecting'],
	['EMFILE', 'while connecting'],
	['ENFILE', 'while connecting'],
	['ECONNRESET', 'while connecting'],
	['ECONNABORTED', 'while connecting'],
	['ETIMEDOUT', 'while connecting'],
	['EPIPE', 'while connecting'],
	['EACCES', 'while connecting'],
	['EPERM', 'while connecting'],
	['EINVAL', 'while connecting'],
	['EAI_FAIL', 'while connecting'],
	['ESERVFAIL', 'while connecting'],
	['EPROTO', 'while connecting'],
	['ERR_SOCKET_CLOSED', 'while connecting'],
	['HPE_INVALID_CONSTANT', 'while connecting'],
	['ERR_BAD_RESPONSE', 'while connecting'],
	['constructor', 'while connecting'],
];

describe('toFailure', () => {
	describe.each(CODES)('%s', (code, certain) => {
		it.each(['connect', 'getaddrinfo', 'queryA', 'queryAaaa'])(
			'of %s never left, so it may be sent again',
			(syscall) => {
				expect(toFailure(thrown({ code, syscall }), live)).toMatchObject({
					sent: false,
					final: false,
				});
			},
		);

		it.each(['read', 'write', 'writev', 'shutdown', 'open', 'query', 'reconnect', 'connected'])(
			'of %s may have left',
			(syscall) => {
				expect(toFailure(thrown({ code, syscall }), live)).toMatchObject({ sent: true });
			},
		);

		it('of nobody knows what', () => {
			const { sent } = toFailure(thrown({ code }), live);
			expect(sent).toBe(certain !== 'by nature');
		});
	});

	it('knows connections that ended during the handshake', () => {
		const message =
			'Client network socket disconnected before secure TLS connection was established';
		expect(toFailure(thrown({ code: 'ECONNRESET', message }), live)).toMatchObject({ sent: false });
	});

	it.each([
		[
			'a message that says so',
			{ message: 'disconnected before secure TLS connection was established' },
		],
		['another code', { code: 'EPIPE', message: 'before secure TLS connection was established' }],
		[
			'a system call of an open connection',
			{
				code: 'ECONNRESET',
				syscall: 'read',
				message: 'before secure TLS connection was established',
			},
		],
	])('does not believe %s alone', (_, members) => {
		expect(toFailure(thrown(members), live)).toMatchObject({ sent: true });
	});

	const connect = { code: 'ECONNREFUSED', syscall: 'connect' };
	const timeout = { code: 'ETIMEDOUT', syscall: 'connect' };

	it.each([
		['all refused', [connect, connect], 'ECONNREFUSED', false],
		['all timed out', [timeout, timeout], 'ETIMEDOUT', false],
		['one of each', [timeout, connect], 'ETIMEDOUT', false],
		['one alone', [connect], 'EHOSTUNREACH', false],
		[
			'one that came about',
			[connect, { code: 'ECONNRESET', syscall: 'read' }],
			'ECONNREFUSED',
			true,
		],
		['one that was written to', [{ code: 'EPIPE', syscall: 'write' }, timeout], 'ETIMEDOUT', true],
		['one of which nothing is known', [connect, {}], 'ECONNREFUSED', true],
		['none at all', [], 'ETIMEDOUT', true],
	])('all addresses of a name were tried, %s', (_, attempts, code, sent) => {
		expect(toFailure(allAddresses(attempts, code), live)).toMatchObject({ sent });
	});

	it.each([
		['a bad certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate'],
		[
			'a server without TLS',
			{ code: 'EPROTO', message: 'write EPROTO: SSL routines: wrong version number' },
			'does not speak https',
		],
		[
			'no common version of TLS',
			{
				code: 'EPROTO',
				syscall: 'write',
				message: 'write EPROTO: SSL routines:ssl3_read_bytes:tlsv1 alert protocol version',
			},
			'does not speak https',
		],
		['an address that is none', { code: 'ERR_INVALID_URL' }, 'API Base URL'],
		['a header that is none', { code: 'ERR_INVALID_CHAR' }, 'Check the credential'],
		['what n8n forbids', { name: 'SsrfBlockedIpError', message: 'Not allowed.' }, 'Not allowed.'],
	])('%s is final', (_, members, words) => {
		const failure = toFailure(thrown(members), live);
		expect(failure).toMatchObject({ sent: false, final: true });
		expect(failure.description).toContain(words);
	});

	it('believes no such words once the connection stood', () => {
		const message = '808C:error:0A00010B:SSL routines:ssl3_get_record:wrong version number';
		for (const code of ['ERR_SSL_WRONG_VERSION_NUMBER', 'ECONNRESET', undefined]) {
			expect(toFailure(thrown({ code, message }), live)).toMatchObject({ sent: true });
		}
	});

	it('is not kept busy by an error that is its own cause', () => {
		const error = new TypeError('round');
		error.cause = error;
		expect(toFailure(error, live)).toMatchObject({ sent: true, reason: 'connectionBroken' });
	});

	it.each([undefined, null, 'ECONNREFUSED', 5, {}, [], { code: 5, message: {} }])(
		'takes %j for a request that may have left',
		(error) => {
			expect(toFailure(error, live)).toMatchObject({ sent: true, reason: 'connectionBroken' });
		},
	);

	it('gives no secret away in the words of an error', () => {
		const message = `Cannot sign -----BEGIN PRIVATE KEY-----MIIE${'0'.repeat(200)}`;
		const failure = toFailure(new TypeError(message), { signed: false, cancelled: false });
		expect(failure.description).toBe('Cannot sign …');
	});

	it('takes a request without a signature for one that never left, in the words of the error', () => {
		const error = new TypeError('The key is broken.');
		expect(toFailure(error, { signed: false, cancelled: false })).toMatchObject({
			sent: false,
			final: true,
			reason: 'notSigned',
			description: 'The key is broken.',
		});
	});

	it.each([
		['ECONNRESET', 'read', 'connectionBroken'],
		['EPIPE', 'write', 'connectionBroken'],
		['ERR_BAD_RESPONSE', undefined, 'connectionBroken'],
		['ECONNABORTED', undefined, 'timeout'],
		['ESOCKETTIMEDOUT', undefined, 'timeout'],
		['ETIMEDOUT', 'read', 'timeout'],
		['ERR_CANCELED', undefined, 'cancelled'],
		[undefined, undefined, 'connectionBroken'],
	])('%s of %s may have left: %s', (code, syscall, reason) => {
		const failure = toFailure(thrown({ code, syscall }), live);
		expect(failure).toMatchObject({ sent: true, reason });
		expect(failure.unanswered).toBe(reason === 'timeout' ? true : undefined);
	});

	it('does not doubt a request that cannot have left because the run was cancelled', () => {
		const state = { signed: true, cancelled: true };
		expect(toFailure(thrown({ code: 'ECONNREFUSED' }), state)).toMatchObject({ sent: false });
		expect(toFailure(thrown({ code: 'ECONNRESET' }), state)).toMatchObject({
			sent: true,
			reason: 'cancelled',
		});
	});
});
