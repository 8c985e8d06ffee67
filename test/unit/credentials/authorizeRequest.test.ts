import { createPublicKey, verify, constants } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { authorizeRequest } from '../../../credentials/authorizeRequest';
import { BaseUrlError } from '../../../push-kit/account/connection';
import { makeAccount } from '../../builders/serviceAccounts';

const { keyFile, publicKey } = makeAccount();
const HUAWEI = 'https://push-api.cloud.huawei.com';

function credential(changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	return {
		keyFormat: 'json',
		serviceAccountKey: JSON.stringify(keyFile),
		clientId: '110000000',
		baseUrl: HUAWEI,
		...changes,
	};
}

/** A request as the HTTP Request node makes it: the address is called `uri`. */
const withUri = (uri: string): IHttpRequestOptions =>
	({ uri, headers: {} }) as unknown as IHttpRequestOptions;

const tokenOf = ({ headers }: IHttpRequestOptions): string => {
	const header = String(headers?.Authorization);
	expect(header).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
	return header.slice('Bearer '.length);
};

function isSignedBy(key: string, token: string): boolean {
	const end = token.lastIndexOf('.');
	return verify(
		'sha256',
		Buffer.from(token.slice(0, end)),
		{
			key: createPublicKey(key),
			padding: constants.RSA_PKCS1_PSS_PADDING,
			saltLength: 32,
		},
		Buffer.from(token.slice(end + 1), 'base64url'),
	);
}

describe('authorizeRequest', () => {
	it.each([
		[
			'{projectId}',
			`${HUAWEI}/v3/{projectId}/messages:send`,
			'/v3/101653523863411111/messages:send',
		],
		['{clientId}', `${HUAWEI}/v1/{clientId}/messages:revoke`, '/v1/110000000/messages:revoke'],
		['neither', `${HUAWEI}/v3/7/messages:send?x=1`, '/v3/7/messages:send?x=1'],
		['a path alone', '/v3/{projectId}/messages:send', '/v3/101653523863411111/messages:send'],
		['a path without a slash', 'v3/7/messages:send', '/v3/7/messages:send'],
		['capitals', 'HTTPS://PUSH-API.CLOUD.HUAWEI.COM:443/v3/7/messages:send', '/v3/7/messages:send'],
	])('signs a URL with %s, called url or uri', async (_what, url, path) => {
		for (const request of [{ url }, withUri(url)]) {
			const signed = await authorizeRequest(credential(), request);
			expect(signed).toBe(request);
			expect(signed.url).toBe(HUAWEI + path);
			expect('uri' in signed ? signed.uri : signed.url).toBe(HUAWEI + path);
			expect(isSignedBy(publicKey, tokenOf(signed))).toBe(true);
		}
	});

	it('keeps the other headers', async () => {
		const { headers } = await authorizeRequest(credential(), {
			url: '/v3/7/messages:send',
			headers: { 'push-type': '0' },
		});
		expect(headers).toMatchObject({ 'push-type': '0' });
	});

	it.each([
		[`${HUAWEI}/v3/ `, HUAWEI],
		['https://gateway.example/huawei/v3/7/messages:send', 'https://gateway.example/huawei'],
		['http://127.0.0.1:7710', 'http://127.0.0.1:7710'],
	])('puts a path behind the mended API Base URL %s', async (baseUrl, base) => {
		const { url, baseURL } = await authorizeRequest(credential({ baseUrl }), { url: '/v3/7/x' });
		expect(url).toBe(`${base}/v3/7/x`);
		expect(baseURL).toBeUndefined();
	});

	it('takes the base URL of another node only at its own origin', async () => {
		const request = { url: '/v3/7/x', baseURL: `${HUAWEI}/gateway/` };
		expect((await authorizeRequest(credential(), request)).url).toBe(`${HUAWEI}/gateway/v3/7/x`);
		expect(request.baseURL).toBeUndefined();
	});

	it.each([
		['another host', 'https://evil.example/v3/7/messages:send'],
		['another port', `${HUAWEI}:8443/`],
		['another scheme', HUAWEI.replace('https', 'http')],
		['a scheme that is none of the web', 'ftp://push-api.cloud.huawei.com/'],
		['a host that goes on', `${HUAWEI}.evil.example/`],
		['a dot behind the host', `${HUAWEI}./v3/7/messages:send`],
		['the host as a user name', `${HUAWEI}@evil.example/`],
		['the host as a user name and password', `${HUAWEI}:443@evil.example/`],
		['a user name', 'https://me@push-api.cloud.huawei.com/'],
		['a password', 'https://:word@push-api.cloud.huawei.com/'],
		['two slashes', '//evil.example/v3/7/messages:send'],
		['two backslashes', '\\\\evil.example/'],
		['a slash and a backslash', '/\\evil.example/'],
		['a backslash before the host', `https:\\\\evil.example/`],
		['one slash', 'https:/evil.example/'],
		['a blank before', ' https://evil.example/'],
		['a letter that only looks alike', 'https://push-api.cloud.huawеi.com/'],
		['data', 'data:text/plain,x'],
		['nothing a URL can be', 'https://['],
	])('refuses %s before it signs, and names its own origin', async (_what, url) => {
		for (const request of [{ url }, withUri(url)]) {
			const refusal = await authorizeRequest(credential(), request).catch((error) => error);
			expect(refusal).toBeInstanceOf(BaseUrlError);
			expect(String(refusal)).toContain(`signs requests to ${HUAWEI} only`);
			expect(String(refusal)).not.toContain('evil');
			expect(request.headers?.Authorization).toBeUndefined();
		}
	});

	it.each(['/\t/evil.example/', '/\n/evil.example/', '\t', '', '/../../evil.example'])(
		'sends %j to no other place than the one it checked',
		async (url) => {
			const signed = await authorizeRequest(credential(), { url });
			expect(signed.url).toMatch(/^https:\/\/push-api\.cloud\.huawei\.com\/[!-~]*$/);
			expect(new URL(signed.url).href).toBe(signed.url);
		},
	);

	it('refuses a foreign base URL, whatever the path', async () => {
		const request = { url: '/v3/7/messages:send', baseURL: 'https://evil.example' };
		await expect(authorizeRequest(credential(), request)).rejects.toThrow(BaseUrlError);
		expect(request).toEqual({ url: '/v3/7/messages:send', baseURL: 'https://evil.example' });
	});

	it('gives the same JWT to every request, and another one to whom it was refused', async () => {
		const data = credential();
		const request: IHttpRequestOptions = { url: '/v3/7/x' };
		const first = tokenOf(await authorizeRequest(data, { url: '/v3/7/x' }));
		expect(tokenOf(await authorizeRequest(credential(), request))).toBe(first);
		const renewed = tokenOf(await authorizeRequest(data, request));
		expect(renewed).not.toBe(first);
		expect(tokenOf(await authorizeRequest(data, { url: '/v3/7/x' }))).toBe(renewed);
	});

	it('does not take a header of another kind for a refused JWT', async () => {
		const headers = { Authorization: 'Basic abc' };
		const first = tokenOf(await authorizeRequest(credential(), { url: '/x' }));
		expect(tokenOf(await authorizeRequest(credential(), { url: '/x', headers }))).toBe(first);
	});

	it('never confuses what a credential was and what it has become', async () => {
		const data = credential();
		const first = tokenOf(await authorizeRequest(data, { url: '/x' }));
		const other = makeAccount({ key_id: 'another' });
		data.serviceAccountKey = JSON.stringify(other.keyFile);
		data.baseUrl = 'https://gateway.example';
		const changed = await authorizeRequest(data, { url: '/x' });
		expect(changed.url).toBe('https://gateway.example/x');
		expect(isSignedBy(other.publicKey, tokenOf(changed))).toBe(true);
		expect(isSignedBy(publicKey, first)).toBe(true);
		delete data.baseUrl;
		expect((await authorizeRequest(data, { url: '/x' })).url).toBe(`${HUAWEI}/x`);
	});

	it('tells the fault of a credential that cannot sign', async () => {
		await expect(
			authorizeRequest(credential({ serviceAccountKey: '{' }), { url: '/x' }),
		).rejects.toThrow('Service Account Key (JSON)');
	});
});
