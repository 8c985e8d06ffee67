import { generateKeyPairSync } from 'node:crypto';

import { createJwtCheck, type JwtCheck } from '../../../../sandbox/account/jwtCheck';
import {
	makeAccount,
	type ServiceAccountKeyFile,
} from '../../../../sandbox/account/serviceAccount';
import { mintJwt, type JwtChanges } from '../../../builders/sandbox/jwt';

const NOW = 1_790_000_000_000;
const SECONDS = NOW / 1000;

let keyFile: ServiceAccountKeyFile;
let check: JwtCheck;
let strangerKey: string;

beforeAll(async () => {
	({ keyFile } = await makeAccount());
	check = createJwtCheck(keyFile);
	strangerKey = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	}).privateKey;
});

const bear = (changes: JwtChanges) => `Bearer ${mintJwt(keyFile, { now: NOW, ...changes })}`;

describe('createJwtCheck', () => {
	it('accepts a JWT made as documented and shows its parts', () => {
		const report = check(bear({}), NOW);
		expect(report).toEqual({
			header: { alg: 'PS256', typ: 'JWT', kid: keyFile.key_id },
			claims: {
				iss: keyFile.sub_account,
				aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
				iat: SECONDS,
				exp: SECONDS + 3600,
			},
		});
	});

	it.each([
		['another algorithm', { header: { alg: 'RS256' } }, '80200001', 'PS256'],
		['another key id', { header: { kid: 'other' } }, '80200001', 'kid'],
		['another type', { header: { typ: 'at+jwt' } }, '80200001', 'typ'],
		['another issuer', { claims: { iss: 'other' } }, '80200001', 'iss'],
		['another audience', { claims: { aud: 'https://example.com' } }, '80200001', 'aud'],
		['a salt of another length', { saltLength: 20 }, '80200001', 'signature'],
		['times as text', { claims: { exp: '9' } }, '80200001', 'exp'],
		['times missing', { claims: { iat: undefined } }, '80200001', 'iat'],
		['issue in the future', { now: NOW + 301_000 }, '80200001', 'clock'],
		['a life of a day and a second', { claims: { exp: SECONDS + 86_401 } }, '80300036', 'one day'],
		['times in milliseconds', { claims: { iat: NOW, exp: NOW + 3_600_000 } }, '80300036', 'day'],
		['an end that is now', { now: NOW - 3_600_000 }, '80200005', 'expired'],
	])('refuses %s', (_name, changes, code, word) => {
		const report = check(bear(changes), NOW);
		expect(report.code).toBe(code);
		expect(report.problem).toContain(word);
	});

	it.each([
		['a life of one day', { claims: { exp: SECONDS + 86_400 } }],
		['a clock that runs five minutes fast', { now: NOW + 300_000 }],
		['the last second of its life', { now: NOW - 3_599_000 }],
	])('accepts %s', (_name, changes) => {
		expect(check(bear(changes), NOW).code).toBeUndefined();
	});

	it('refuses a JWT signed with another key', () => {
		expect(check(bear({ privateKey: strangerKey }), NOW).problem).toContain('signature');
	});

	it('refuses claims that were changed after signing', () => {
		const [head, , signature] = mintJwt(keyFile, { now: NOW }).split('.');
		const [, claims] = mintJwt(keyFile, { now: NOW + 1000 }).split('.');
		expect(check(`Bearer ${head}.${claims}.${signature}`, NOW).code).toBe('80200001');
	});

	it.each([
		['no header', undefined],
		['an empty header', ''],
		['another scheme', 'Basic abc'],
		['an OAuth token', 'Bearer CgB6e3x9abcdef'],
		['three parts that are no JSON', 'Bearer aaa.bbb.ccc'],
	])('refuses %s', (_name, authorization) => {
		expect(check(authorization, NOW).code).toBe('80200001');
	});

	it('refuses two blanks after Bearer', () => {
		expect(check(bear({}).replace(' ', '  '), NOW).code).toBe('80200001');
	});

	it('judges the time anew although it remembers the JWT', () => {
		const authorization = bear({});
		expect(check(authorization, NOW).code).toBeUndefined();
		expect(check(authorization, NOW + 3_600_000).code).toBe('80200005');
		expect(check(authorization, NOW).code).toBeUndefined();
	});
});
