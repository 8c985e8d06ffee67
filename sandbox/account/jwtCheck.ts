import { constants, createHash, createPublicKey, verify } from 'node:crypto';

import type { JsonObject } from '../rules/fields';
import { parseJson } from '../rules/untrustedJson';
import { AUDIENCE, type ServiceAccountKeyFile } from './serviceAccount';

/** PS256 fixes the salt to the length of the SHA-256 digest (RFC 7518, 3.5). */
const SALT_LENGTH = 32;
/** A JWT that lives longer than one day is refused (`push-jwt-token`). Seconds. */
const MAX_LIFETIME = 86_400;
/** UNCERTAIN: no page names a tolerance for clocks that run fast; five minutes are forgiven. */
const FUTURE_TOLERANCE = 300;
const CACHE_SIZE = 1_000;

/** What the check found. `code` is absent when the JWT is good; the token itself is never kept. */
export interface JwtReport {
	header?: JsonObject;
	claims?: JsonObject;
	code?: '80200001' | '80200005' | '80300036';
	/** Plain words for the person who reads the sandbox's answers. */
	problem?: string;
}

export type JwtCheck = (authorization: string | undefined, nowMs: number) => JwtReport;

const refuse = (problem: string): JwtReport => ({ code: '80200001', problem });

function parsePart(part: string): JsonObject | undefined {
	if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
	try {
		const parsed: unknown = parseJson(Buffer.from(part, 'base64url').toString('utf8'));
		return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
			? { ...parsed }
			: undefined;
	} catch {
		return undefined;
	}
}

/**
 * Makes the check of the `Authorization` header for one key. What does not depend on the time
 * (signature, issuer, audience) is judged once per JWT and remembered by its hash.
 */
export function createJwtCheck(keyFile: ServiceAccountKeyFile): JwtCheck {
	const publicKey = createPublicKey(keyFile.private_key);
	const remembered = new Map<string, JwtReport>();

	function judgeLastingParts(jwt: string): JwtReport {
		const parts = jwt.split('.');
		const [head = '', body = '', signature = ''] = parts;
		const header = parsePart(head);
		const claims = parsePart(body);
		if (parts.length !== 3 || !header || !claims) {
			return refuse('The bearer token is not a JWT. OAuth 2.0 access tokens are not accepted.');
		}
		const fail = (problem: string): JwtReport => ({ ...refuse(problem), header, claims });
		if (header.alg !== 'PS256') return fail('The header "alg" must be PS256.');
		if (header.typ !== undefined && header.typ !== 'JWT') {
			return fail('The header "typ" must be JWT.');
		}
		if (header.kid !== keyFile.key_id) return fail('The header "kid" is not the key_id.');
		const signed = verify(
			'sha256',
			Buffer.from(`${head}.${body}`),
			{ key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH },
			Buffer.from(signature, 'base64url'),
		);
		if (!signed) return fail('The signature does not belong to this key.');
		if (claims.iss !== keyFile.sub_account) return fail('The claim "iss" is not the sub_account.');
		if (claims.aud !== AUDIENCE) return fail(`The claim "aud" must be ${AUDIENCE}.`);
		if (!Number.isInteger(claims.exp) || !Number.isInteger(claims.iat)) {
			return fail('The claims "iat" and "exp" must be whole Unix seconds.');
		}
		return { header, claims };
	}

	function judgeTimes(report: JwtReport, nowMs: number): JwtReport {
		const iat = Number(report.claims?.iat);
		const exp = Number(report.claims?.exp);
		const now = Math.floor(nowMs / 1000);
		if (exp - iat > MAX_LIFETIME) {
			return { ...report, code: '80300036', problem: 'The JWT lives longer than one day.' };
		}
		if (exp <= now) {
			return { ...report, code: '80200005', problem: `The JWT expired ${now - exp} s ago.` };
		}
		if (iat > now + FUTURE_TOLERANCE) {
			const problem = `The claim "iat" lies ${iat - now} s in the future: check the clock.`;
			return { ...report, code: '80200001', problem };
		}
		return report;
	}

	return (authorization, nowMs) => {
		if (!authorization) return refuse('The header Authorization is missing or empty.');
		const jwt = /^Bearer (\S+)$/.exec(authorization)?.[1];
		if (!jwt) return refuse('The header Authorization must be "Bearer", one blank and the JWT.');

		const key = createHash('sha256').update(jwt).digest('base64');
		let report = remembered.get(key);
		if (!report) {
			report = judgeLastingParts(jwt);
			if (remembered.size >= CACHE_SIZE) remembered.clear();
			remembered.set(key, report);
		}
		return report.code ? report : judgeTimes(report, nowMs);
	};
}
