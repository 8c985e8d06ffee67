import fc from 'fast-check';
import { DEFAULT_BASE_URL } from '../../../../push-kit/catalog/pushApi';

import {
	BaseUrlError,
	checkBaseUrl,
	SANDBOX_KEY_PREFIX,
} from '../../../../push-kit/account/baseUrl';
import { makeKeyFile } from '../../../builders/serviceAccounts';

const keyFile = makeKeyFile();

/** The message with which an address is refused. */
function refusalOf(address: string, keyId?: string): string {
	try {
		const base = checkBaseUrl(address, keyId);
		return `taken as ${base}`;
	} catch (error) {
		if (error instanceof BaseUrlError) return error.message;
		throw error;
	}
}

const HUAWEI = 'push-api.cloud.huawei.com';

describe('checkBaseUrl', () => {
	it.each([
		['', DEFAULT_BASE_URL],
		['  ', DEFAULT_BASE_URL],
		[`https://${HUAWEI}/`, DEFAULT_BASE_URL],
		[`https://${HUAWEI}/ `, DEFAULT_BASE_URL],
		[`https://${HUAWEI}/%20`, DEFAULT_BASE_URL],
		[`HTTPS://${HUAWEI.toUpperCase()}`, DEFAULT_BASE_URL],
		[`https://${HUAWEI}:443`, DEFAULT_BASE_URL],
		[`https://${HUAWEI}.`, DEFAULT_BASE_URL],
		[`"https://${HUAWEI}",`, DEFAULT_BASE_URL],
		[`“https://${HUAWEI}”`, DEFAULT_BASE_URL],
		[`<https://${HUAWEI}>`, DEFAULT_BASE_URL],
		[`\`https://${HUAWEI}\``, DEFAULT_BASE_URL],
		[`API Base URL: https://${HUAWEI}`, DEFAULT_BASE_URL],
		[`url=https://${HUAWEI}`, DEFAULT_BASE_URL],
		[`Base URL : https://${HUAWEI}`, DEFAULT_BASE_URL],
		[`"baseUrl": "https://${HUAWEI}"`, DEFAULT_BASE_URL],
		[`ｈｔｔｐｓ：／／${HUAWEI}`, DEFAULT_BASE_URL],
		[`https://push-api\u200B.cloud.huawei.com\0`, DEFAULT_BASE_URL],
		[`\uFEFFhttps://${HUAWEI}\r\n`, DEFAULT_BASE_URL],
		['http://127.0.0.1:7710', 'http://127.0.0.1:7710'],
		['http://127.255.0.9:7710', 'http://127.255.0.9:7710'],
		['http://localhost:7710//', 'http://localhost:7710'],
		['http://LOCALHOST.', 'http://localhost'],
		['http://push.localhost:7710', 'http://push.localhost:7710'],
		['http://[::1]:7710', 'http://[::1]:7710'],
		['https://gateway.example/huawei', 'https://gateway.example/huawei'],
		['https://gateway.example//huawei//', 'https://gateway.example/huawei'],
		['https://gateway.example:8443/a%20b/c', 'https://gateway.example:8443/a%20b/c'],
		['https://bücher.example', 'https://xn--bcher-kva.example'],
	])('takes %j as %s', (address, base) => {
		expect(checkBaseUrl(address)).toBe(base);
	});

	it.each([
		'/v3',
		'/v3/',
		'//v3//',
		'/V3',
		'/v3/101653523863411111',
		'/v3/101653523863411111/',
		'/v3//101653523863411111//messages:send',
		'/v3/101653523863411111/messages:send',
		'/v3/101653523863411111/messages',
		'/v3/messages:send',
		'/v3/{projectId}/messages:send',
		'/v3/{projectId}',
		'/v3/[projectId]/messages:send',
		'/v3/:projectId',
		'/v3/<projectId>',
		'/v3/YOUR_PROJECT_ID',
		'/v3/your-project-id',
		'/v3/yourProjectId',
		'/v1/client_id',
		'/v3/.../messages:send',
		'/v3/…/messages%3Asend',
		'/v1/110000000/messages:revoke',
		'/v1/clientId/messages:revoke',
		'/v2/101653523863411111/images:verify',
		'/v1',
		'/v2/101653523863411111',
	])('cuts the tail %s, and leaves the path of a gateway', (tail) => {
		expect(checkBaseUrl(`https://${HUAWEI}${tail}`)).toBe(DEFAULT_BASE_URL);
		expect(checkBaseUrl(`https://gateway.example/huawei/push${tail}`)).toBe(
			'https://gateway.example/huawei/push',
		);
		expect(checkBaseUrl(`http://127.0.0.1:7710${tail}`)).toBe('http://127.0.0.1:7710');
	});

	it.each([
		'https://gateway.example/v3/push',
		'https://gateway.example/v1/team-a/huawei',
		'https://gateway.example/messages',
		'https://gateway.example/v4',
		'https://gateway.example/7',
		'https://gateway.example/a/110000000',
		'https://gateway.example/v3/..a',
		'https://gateway.example/v3/7a',
		'https://gateway.example/v3x',
		'https://gateway.example/xv3',
		'https://gateway.example/v3/7/xmessages',
		'https://gateway.example/v3/7/messages-old',
		'https://gateway.example/a:sender/b',
		'https://gateway.example/%E0%A4%A',
	])('leaves %s, whose end is not the API’s', (address) => {
		expect(checkBaseUrl(address)).toBe(address);
	});

	it.each([
		`http://${HUAWEI}`,
		'http://127.0.0.1.example.com',
		'http://localhost.example.com',
		'http://xlocalhost',
		'http://[::ffff:127.0.0.1]',
		'http://0.0.0.0:7710',
		'http://128.0.0.1',
		'http://host.docker.internal:7710',
		'http://192.168.0.2:7710',
	])('refuses %s, which would carry the JWT in the clear', (address) => {
		expect(refusalOf(address)).toContain('must begin with https://');
	});

	it.each([
		'ftp://localhost',
		HUAWEI,
		`https:${HUAWEI}`,
		`https:/${HUAWEI}`,
		`https:///${HUAWEI}`,
		`//${HUAWEI}`,
		'https://',
		'https://a b',
		'https://[::1',
		'https://huawei.com:99999',
		'javascript:alert(1)',
		`see https://${HUAWEI}`,
		`my url: https://${HUAWEI}`,
		`https://${'a'.repeat(1_985)}.example`,
	])('refuses %j, which is no web address', (address) => {
		expect(refusalOf(address)).toContain('is not a web address');
	});

	it.each([
		`https://${HUAWEI}/?x=1`,
		`https://${HUAWEI}?`,
		`https://${HUAWEI}#`,
		`https://${HUAWEI}/#top`,
		`https://user:word@${HUAWEI}`,
		`https://:word@${HUAWEI}`,
		`https://@${HUAWEI}`,
		`https://${HUAWEI}\\@evil.example`,
		`https://${HUAWEI}/a b`,
		`https://${HUAWEI}/"a`,
		`https://${HUAWEI}/a\nb`,
		`https://${HUAWEI}/push`,
		`https://${HUAWEI}/v3/101/messages:send/more`,
		'https://gateway.example/v3/101/messages:send/more',
		'https://gateway.example/messages:send',
	])('refuses %j, to which no path can be added', (address) => {
		expect(refusalOf(address)).toContain('must be the beginning of the address only');
	});

	it.each(['host.docker.internal', 'host.containers.internal'])(
		'takes http://%s, matched exactly, with a key of the sandbox only',
		(host) => {
			const sandboxKey = `${SANDBOX_KEY_PREFIX}9f8e7d6c`;
			expect(checkBaseUrl(`http://${host}:7710/`, sandboxKey)).toBe(`http://${host}:7710`);
			expect(checkBaseUrl(`https://${host}:7710/`)).toBe(`https://${host}:7710`);
			for (const keyId of ['9f8e7d6c', '', `x${sandboxKey}`, 'SANDBOX-1']) {
				expect(refusalOf(`http://${host}:7710`, keyId)).toContain('must begin with https://');
			}
			for (const other of [`a.${host}`, `${host}.example.com`, `x${host}`, '192.168.0.2']) {
				expect(refusalOf(`http://${other}:7710`, sandboxKey)).toContain('must begin with https://');
			}
		},
	);

	it.each(['', `https://${HUAWEI}/v3`, `  ${HUAWEI.replace('push', 'https://push')} `])(
		'says where to go on, where "%s" stands beside the key of a sandbox',
		(address) => {
			expect(refusalOf(address, `${SANDBOX_KEY_PREFIX}9f8e7d6c`)).toMatch(/page Connect/);
			expect(refusalOf(address, '9f8e7d6c')).toBe(`taken as ${DEFAULT_BASE_URL}`);
		},
	);

	it.each([
		['the key file', JSON.stringify(keyFile), 'holds the key'],
		['the private key', keyFile.private_key, 'holds the key'],
		['the key behind a scheme', `https://${keyFile.private_key}`, 'holds the key'],
		['a secret', 'sk_live_51H8xQ2eZvKYlo2C', 'is not a web address'],
		['an address with a password', 'https://me:51H8xQ2eZvKYlo2C@gateway.example', 'beginning'],
		['a query with a secret', 'https://gateway.example/?key=51H8xQ2eZvKYlo2C', 'beginning'],
		['a secret in the clear', 'http://gateway.example/51H8xQ2eZvKYlo2C', 'https://'],
		['a long text', `https://${'51H8xQ2eZvKYlo2C'.repeat(200)}`, 'is not a web address'],
	])('repeats nothing of %s', (_what, pasted, words) => {
		const message = refusalOf(pasted);
		expect(message).toContain(words);
		expect(message).not.toContain('51H8xQ2eZvKYlo2C');
		expect(message).not.toMatch(/BEGIN|PRIVATE|MII|101653523863411111/);
	});

	it('takes an address of 2,000 characters, and none longer', () => {
		const path = 'a'.repeat(2_000 - 'https://gateway.example/'.length);
		expect(checkBaseUrl(`https://gateway.example/${path}`)).toHaveLength(2_000);
		expect(refusalOf(`https://gateway.example/${path}a`)).toContain('is not a web address');
	});

	it('law: what it gives has no slash at its end, and comes back from every address built on it', () => {
		const paths = fc.array(fc.constantFrom('', 'v3', 'v1', '42', 'push', 'messages:send', '..'), {
			maxLength: 5,
		});
		const hosts = fc.constantFrom('gateway.example', HUAWEI, '[::1]:77', 'a.b:8443', 'x.');
		fc.assert(
			fc.property(hosts, paths, fc.constantFrom('', '/', ' ', '",'), (host, path, end) => {
				const address = `https://${host}/${path.join('/')}${end}`;
				const base = refusalOf(address).startsWith('taken as ') ? checkBaseUrl(address) : undefined;
				if (base === undefined) return;
				expect(base).toMatch(/^https:\/\/[^/]+(\/.*[^/])?$/);
				expect(new URL(base).href.replace(/\/$/, '')).toBe(base);
				expect(checkBaseUrl(`${base}/v3/1/messages:send`)).toBe(base);
			}),
			{ numRuns: 500 },
		);
	});
});
