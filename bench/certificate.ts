/** Certificates for TLS on loopback, signed by an authority that lives as long as the run. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface LoopbackTls {
	/** What a client has to trust. PEM. */
	authority: string;
	/** Of 127.0.0.1 and localhost, PEM. */
	certificate: string;
	/** PEM. */
	key: string;
}

/** Tags of ASN.1; the last two are those of an X.509 name of a host and an address. */
const TAG = {
	boolean: 0x01,
	integer: 0x02,
	bits: 0x03,
	octets: 0x04,
	oid: 0x06,
	text: 0x0c,
	time: 0x17,
	sequence: 0x30,
	set: 0x31,
	version: 0xa0,
	extensions: 0xa3,
	hostName: 0x82,
	hostAddress: 0x87,
} as const;

/** Object identifiers, in DER. */
const OID = {
	commonName: '550403',
	subjectAltName: '551d11',
	basicConstraints: '551d13',
	ecdsaWithSha256: '2a8648ce3d040302',
} as const;

const CURVE = 'P-256';
const DAY = 86_400_000;
const AUTHORITY_NAME = 'Benchmark on loopback';
const HOST_NAME = 'localhost';
const HOST_ADDRESS = [127, 0, 0, 1];
const SERIAL_BYTES = 8;
/** Longest length that DER writes without telling how many bytes the length itself has. */
const SHORT_LENGTH = 0x7f;
const LONG_FORM = 0x80;

/** Makes an authority and a certificate of its own; about a millisecond. */
export function makeLoopbackTls(now = Date.now()): LoopbackTls {
	const authority = generateKeyPairSync('ec', { namedCurve: CURVE });
	const host = generateKeyPairSync('ec', { namedCurve: CURVE });
	const sign = { issuer: AUTHORITY_NAME, signingKey: authority.privateKey, now };
	const isAuthority = extension(
		OID.basicConstraints,
		[encode(TAG.boolean, Buffer.of(0xff))],
		encode(TAG.sequence, encode(TAG.boolean, Buffer.of(0xff))),
	);
	const isHost = extension(
		OID.subjectAltName,
		[],
		encode(
			TAG.sequence,
			encode(TAG.hostName, Buffer.from(HOST_NAME)),
			encode(TAG.hostAddress, Buffer.from(HOST_ADDRESS)),
		),
	);
	return {
		authority: writeCertificate({
			...sign,
			subject: AUTHORITY_NAME,
			publicKey: authority.publicKey,
			extension: isAuthority,
		}),
		certificate: writeCertificate({
			...sign,
			subject: HOST_NAME,
			publicKey: host.publicKey,
			extension: isHost,
		}),
		key: host.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}

interface CertificateOptions {
	subject: string;
	publicKey: KeyObject;
	extension: Buffer;
	issuer: string;
	signingKey: KeyObject;
	/** Unix milliseconds. */
	now: number;
}

/** X.509, version 3 (RFC 5280). PEM. */
function writeCertificate(options: CertificateOptions): string {
	const { subject, publicKey, issuer, signingKey, now } = options;
	const algorithm = encode(TAG.sequence, oid(OID.ecdsaWithSha256));
	// The first bit set would be a sign.
	const serial = Buffer.concat([Buffer.of(1), randomBytes(SERIAL_BYTES)]);
	const content = encode(
		TAG.sequence,
		encode(TAG.version, encode(TAG.integer, Buffer.of(2))),
		encode(TAG.integer, serial),
		algorithm,
		name(issuer),
		encode(TAG.sequence, time(now - DAY), time(now + DAY)),
		name(subject),
		publicKey.export({ type: 'spki', format: 'der' }),
		encode(TAG.extensions, encode(TAG.sequence, options.extension)),
	);
	const signature = Buffer.concat([Buffer.of(0), sign('sha256', content, signingKey)]);
	const certificate = encode(TAG.sequence, content, algorithm, encode(TAG.bits, signature));
	const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
	return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function encode(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const digits = content.length.toString(16);
	const length = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
	const longForm = content.length > SHORT_LENGTH ? [LONG_FORM | length.length] : [];
	return Buffer.concat([Buffer.of(tag, ...longForm), length, content]);
}

function oid(hex: string): Buffer {
	return encode(TAG.oid, Buffer.from(hex, 'hex'));
}

function name(commonName: string): Buffer {
	const pair = encode(TAG.sequence, oid(OID.commonName), encode(TAG.text, Buffer.from(commonName)));
	return encode(TAG.sequence, encode(TAG.set, pair));
}

function time(at: number): Buffer {
	const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14);
	return encode(TAG.time, Buffer.from(`${digits}Z`));
}

function extension(id: string, critical: readonly Buffer[], value: Buffer): Buffer {
	return encode(TAG.sequence, oid(id), ...critical, encode(TAG.octets, value));
}
