import { X509Certificate } from 'node:crypto';
import { createServer, get } from 'node:https';
import { makeLoopbackTls, type LoopbackTls } from '../../../bench/certificate';

describe('makeLoopbackTls', () => {
	let tls: LoopbackTls;
	beforeAll(async () => {
		tls = await makeLoopbackTls();
	});

	test('an authority signs the certificate of this machine, for a day', () => {
		const authority = new X509Certificate(tls.authority);
		const certificate = new X509Certificate(tls.certificate);

		expect(authority.ca).toBe(true);
		expect(certificate.ca).toBe(false);
		expect(certificate.verify(authority.publicKey)).toBe(true);
		expect(certificate.checkHost('localhost')).toBe('localhost');
		expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
		expect(certificate.checkHost('example.com')).toBeUndefined();
		expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
		expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
	});

	test('who trusts the authority, and nobody else, gets through', async () => {
		const server = createServer({ key: tls.key, cert: tls.certificate }, (_, response) => {
			response.end('here');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const ask = async (ca?: string) =>
			await new Promise<string | number>((resolve) => {
				get({ host: '127.0.0.1', port, ca, agent: false }, ({ statusCode = 0, resume }) => {
					resolve(statusCode);
					void resume;
				}).once('error', ({ message }) => resolve(message));
			});

		expect(await ask(tls.authority)).toBe(200);
		expect(await ask()).toContain('certificate');
		expect(await ask((await makeLoopbackTls()).authority)).not.toBe(200);
		server.closeAllConnections();
		server.close();
	});
});
