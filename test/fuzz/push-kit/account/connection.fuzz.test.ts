/** API Base URL: whoever is given a JWT may send in the project's name. */
import fc, { type Arbitrary } from 'fast-check';

import { BaseUrlError, readConnection } from '../../../../push-kit/account/connection';
import { ServiceAccountError } from '../../../../push-kit/account/serviceAccount';
import { revokeUrl, sendUrl, verifyUrl } from '../../../../push-kit/delivery/endpoints';
import { makeAccount } from '../../../builders/serviceAccounts';
import { checkCases, checkEndless } from '../../cases';
import { damaged, mostly, wildText, wildValue } from '../../hostile';
import { holdToLaws, piecesOf } from '../../laws';

const { keyFile } = makeAccount();
const SECRET = Buffer.from('a secret of receipts, for this test only').toString('base64');
const LAWS = {
	errors: [BaseUrlError, ServiceAccountError],
	secrets: [...piecesOf(keyFile.private_key.replace(/-----[^-]+-----/g, '')), ...piecesOf(SECRET)],
};

const HOSTS = [
	...['push-api.cloud.huawei.com', 'localhost', '127.0.0.1', '[::1]', 'a.localhost', '0.0.0.0'],
	...['127.0.0.1.example.com', 'localhost.example.com', '127.1', '0x7f000001', '2130706433'],
	...['[::ffff:127.0.0.1]', 'host.docker.internal', 'host.containers.internal', '10.0.0.1'],
	...[
		'127.0.0.1:7710',
		'user@localhost',
		':word@localhost',
		'localhost%2eexample.com',
		'ｌocalhost',
	],
];

const PIECES = [
	...[
		'https://',
		'http://',
		'HTTP://',
		'ftp://',
		'file:///',
		'javascript:',
		'/',
		'/v3',
		'\\',
		'@',
		':',
	],
	...['#', '?', '?x=1', '/v3/1/messages:send', '/..', '/%2e%2e', '.', ':443', ':99999', ...HOSTS],
];

const address: Arbitrary<string> = fc.oneof(
	fc
		.tuple(
			fc.constantFrom('https://', 'http://', 'https:/', 'HTTPS://', '//', ''),
			fc.constantFrom(...HOSTS),
			fc.constantFrom('', '/', '/v3', '/v3/42', '/gateway/push', '/v3/1/messages:send', '?', '#'),
		)
		.map((parts) => parts.join('')),
	// What else is at hand when the form is filled in.
	fc.constantFrom(JSON.stringify(keyFile), keyFile.private_key, SECRET, `https://${SECRET}`),
	wildText,
);

/** Written anew: the test must not believe the code under test. */
function isSecure({ protocol, hostname }: URL): boolean {
	if (protocol === 'https:') return true;
	const loopback = /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost)$/.test(hostname);
	return protocol === 'http:' && loopback;
}

/** Where a run would send. */
function addressesOf(baseUrl: unknown): string[] {
	const connection = readConnection({
		serviceAccountKey: keyFile,
		clientId: '1100',
		baseUrl,
	});
	return [sendUrl(connection), revokeUrl(connection, connection.clientId), verifyUrl(connection)];
}

test('an address that is taken leads to https or to this machine, and nowhere else', () => {
	checkCases(mostly(damaged(address, PIECES), PIECES), (baseUrl) => {
		const addresses = holdToLaws(() => addressesOf(baseUrl), LAWS) ?? [];
		for (const sent of addresses) {
			expect(URL.canParse(sent)).toBe(true);
			const url = new URL(sent);
			expect({ sent, secure: isSecure(url) }).toEqual({ sent, secure: true });
			expect(url.username + url.password + url.search + url.hash).toBe('');
			expect(url.pathname).toMatch(/\/v\d\/[^/]+\/(messages:send|messages:revoke|images:verify)$/);
		}
	});
});

test('what an expression gives in the place of a text', () => {
	checkCases(wildValue, (baseUrl) => {
		holdToLaws(() => addressesOf(baseUrl), LAWS);
	});
});

test('a Project ID or a Client ID leaves the address where it is', () => {
	const id = mostly(damaged(fc.constantFrom('101653523863411111', '..', '../..', '1/2')), PIECES);
	checkCases(fc.tuple(id, id), ([projectId, clientId]) => {
		const addresses = holdToLaws(() => {
			const connection = readConnection({
				serviceAccountKey: { ...keyFile, project_id: projectId },
				clientId,
			});
			return [
				sendUrl(connection),
				verifyUrl(connection),
				...(connection.clientId === '' ? [] : [revokeUrl(connection, connection.clientId)]),
			];
		}, LAWS);
		for (const sent of addresses ?? []) {
			const { origin, pathname, search, hash } = new URL(sent);
			expect(origin).toBe('https://push-api.cloud.huawei.com');
			expect(pathname).toMatch(/^\/v\d\/[^/]+\/(messages:send|messages:revoke|images:verify)$/);
			expect(search + hash).toBe('');
		}
	});
});

test('no piece of an address is slow, however often it stands there', () => {
	checkEndless(PIECES, (text) => void holdToLaws(() => addressesOf(text), LAWS));
});
