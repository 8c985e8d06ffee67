import { toFailure } from '../../../../../nodes/HuaweiPush/run/transportFailure';

/** An error as n8n's HTTP helper throws it: the one of Node.js is the cause of the cause. */
function thrown(members: { code?: string; syscall?: string; message?: string; name?: string }) {
	const { message = 'It broke', ...rest } = members;
	const cause = Object.assign(new TypeError(message), rest);
	return new TypeError('Wrapped', { cause: new TypeError('Wrapped', { cause }) });
}

const live = { signed: true, cancelled: false };

describe('toFailure', () => {
	it.each([
		['ECONNREFUSED', 'connect'],
		['ENOTFOUND', 'getaddrinfo'],
		['EAI_AGAIN', 'getaddrinfo'],
		['EMFILE', 'connect'],
		['ENFILE', 'connect'],
		['EADDRNOTAVAIL', 'connect'],
		['EHOSTUNREACH', 'connect'],
		['ECONNRESET', 'connect'],
		['ETIMEDOUT', 'connect'],
	])('%s of %s never left, so it may be sent again', (code, syscall) => {
		expect(toFailure(thrown({ code, syscall }), live)).toMatchObject({ sent: false, final: false });
	});

	it('knows connections that ended during the handshake', () => {
		const message =
			'Client network socket disconnected before secure TLS connection was established';
		expect(toFailure(thrown({ code: 'ECONNRESET', message }), live)).toMatchObject({ sent: false });
	});

	it('knows that none of the addresses of a name answered', () => {
		const attempts = [thrown({}), Object.assign(new TypeError('x'), { syscall: 'connect' })];
		const error = Object.assign(new TypeError('x'), { code: 'ETIMEDOUT', errors: attempts });
		expect(toFailure(error, live)).toMatchObject({ sent: false, reason: 'notConnected' });
	});

	it.each([
		['a bad certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate'],
		[
			'a server without TLS',
			{ code: 'EPROTO', message: 'write EPROTO: SSL routines: wrong version number' },
			'does not speak https',
		],
		['what n8n forbids', { name: 'SsrfBlockedIpError', message: 'Not allowed.' }, 'Not allowed.'],
	])('%s is final', (_, members, words) => {
		const failure = toFailure(thrown(members), live);
		expect(failure).toMatchObject({ sent: false, final: true });
		expect(failure.description).toContain(words);
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
		['ETIMEDOUT', 'read', 'timeout'],
		['ERR_CANCELED', undefined, 'cancelled'],
		[undefined, undefined, 'connectionBroken'],
	])('%s of %s may have left: %s', (code, syscall, reason) => {
		expect(toFailure(thrown({ code, syscall }), live)).toMatchObject({ sent: true, reason });
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
