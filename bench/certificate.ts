/** Certificates for TLS on loopback, signed by an authority that lives as long as the run. */
// Its container of services looks for decorators' metadata as it is loaded.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { KeyObject, webcrypto } from 'node:crypto';

export interface LoopbackTls {
	/** What a client has to trust. PEM. */
	authority: string;
	/** Of 127.0.0.1 and localhost, PEM. */
	certificate: string;
	/** PEM. */
	key: string;
}

const DAY = 86_400_000;
const AUTHORITY_NAME = 'CN=Benchmark on loopback';
const HOST_NAME = 'localhost';
const HOST_ADDRESS = '127.0.0.1';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const makeKeys = async () =>
	await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** Makes an authority and a certificate of its own; some milliseconds. */
export async function makeLoopbackTls(now = Date.now()): Promise<LoopbackTls> {
	const [authority, host] = await Promise.all([makeKeys(), makeKeys()]);
	const validity = { notBefore: new Date(now - DAY), notAfter: new Date(now + DAY) };
	const signed = { signingAlgorithm: ALGORITHM, ...validity };
	const authorityCertificate = await x509.X509CertificateGenerator.createSelfSigned({
		...signed,
		name: AUTHORITY_NAME,
		keys: authority,
		extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
	});
	const certificate = await x509.X509CertificateGenerator.create({
		...signed,
		subject: `CN=${HOST_NAME}`,
		issuer: authorityCertificate.subject,
		publicKey: host.publicKey,
		signingKey: authority.privateKey,
		extensions: [
			new x509.SubjectAlternativeNameExtension([
				{ type: 'dns', value: HOST_NAME },
				{ type: 'ip', value: HOST_ADDRESS },
			]),
		],
	});
	return {
		authority: authorityCertificate.toString('pem'),
		certificate: certificate.toString('pem'),
		key: KeyObject.from(host.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}
