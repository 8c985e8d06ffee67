/** Each mark by itself: what it must recognise, and what only looks like it. */
import { describePart, recogniseOther } from '../../../../push-kit/account/otherFiles';

const HUAWEI = 'agconnect-services.json';
const FIREBASE_APP = 'built into an app';
const GOOGLE = 'service account key of Google';
const CLIENT = 'API client or OAuth client';
const HMS = 'old HMS Push API';
const PAGE = 'a web page';
const ADDRESS = 'a web address';
const FILE_NAME = 'the name of a file';
const JWT = 'a login token';
const INSIDE = 'the inside of a private key';
const ONE_WORD = 'a single word or number';
const LONG_WORD = 'one long word';

it.each([
	['{ agcgw: {} }', HUAWEI],
	['"cp_id" : "8"', HUAWEI],
	["'app_info' = {}", HUAWEI],
	['"mobilesdk_app_id": "1", "oauth_client": []', FIREBASE_APP],
	['<key>GOOGLE_APP_ID</key>', FIREBASE_APP],
	['{ "firebase_url": "x" }', FIREBASE_APP],
	['x@y.iam.gserviceaccount.com', GOOGLE],
	['https://oauth2.googleapis.com/token and more', GOOGLE],
	['client_email: x@y', GOOGLE],
	['"private_key_id": "k"', GOOGLE],
	['type: service_account', GOOGLE],
	['"type" : "service_account"', GOOGLE],
	["'type'='service_account'", GOOGLE],
	['"client_id": "1", "client_secret": "2"', CLIENT],
	['client_secret=2\nclient_id=1', CLIENT],
	['app_id: 1, app_secret: 2', HMS],
	['"appId": 1, "client_secret": 2', HMS],
	['appkey=1 appsecret=2', HMS],
	['client_id: 1, api_key: 2', HMS],
	['"app_id": 1, "access_token": 2', HMS],
	['-----BEGIN PUBLIC KEY-----', 'a public key'],
	['-----BEGIN RSA PUBLIC KEY-----', 'a public key'],
	['-----BEGIN RSA PUBLICKEY-----', 'a public key'],
	['-----BEGIN CERTIFICATE-----', 'a certificate'],
	['-----BEGIN X509 CERTIFICATE-----', 'a certificate'],
	['-----BEGIN NEW CERTIFICATE REQUEST-----', 'a certificate'],
	['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'SSH or PGP'],
	['---- BEGIN SSH2 ENCRYPTED', 'SSH or PGP'],
	['ssh-ed25519 AAAA me', 'SSH or PGP'],
	['<!DOCTYPE html>', PAGE],
	[' \n<HTML lang="en">', PAGE],
	['<?xml version="1.0"?>', PAGE],
	['<!-- saved -->', PAGE],
	['https://example.com/key', ADDRESS],
	['HTTP://example.com', ADDRESS],
	['file:///key', FILE_NAME],
	['/key', FILE_NAME],
	['~/key file', FILE_NAME],
	['./key', FILE_NAME],
	['../keys/key', FILE_NAME],
	['C:Usersmekey.json', FILE_NAME],
	['my key.PEM', FILE_NAME],
	['key.doc', FILE_NAME],
	['key.docx', FILE_NAME],
	['eyJh.eyJp.c2ln', JWT],
	['MIIEvQ\nabc+/=', INSIDE],
	['MIIEvQabc==', INSIDE],
	['MIIEvQ', INSIDE],
	['9f8e-7d_6c', ONE_WORD],
	['a'.repeat(64), ONE_WORD],
	['a'.repeat(65), LONG_WORD],
	[`${'a'.repeat(70)}:b+/=.-`, LONG_WORD],
	['a'.repeat(1999), LONG_WORD],
])('recognises %j', (text, words) => {
	expect(recogniseOther(text)?.words).toContain(words);
});

it.each([
	'x-agcgw: 1',
	'my_app_info: 1',
	'the agcgw of the app',
	'"client_secret": "2"',
	'"client_id": "1"',
	'app_secret: 2',
	'app_id: 1',
	'BEGIN the PUBLIC KEY',
	'BEGIN a CERTIFICATE',
	'begin pgp',
	'my ssh-rsa key',
	'see <html>',
	'word <html>',
	'<b>',
	'see https://example.com/key',
	'https://example.com/a key',
	'https://example.com/{key}',
	'see /key',
	'/key{',
	'{ key.json',
	'key.json and more',
	'key.jsonx y',
	'key: my.json',
	'see eyJh.eyJp.c2ln',
	'eyJh.eyJp.c2ln and more',
	'MIIE: a',
	'a MIIEvQabc',
	'MII',
	'two words',
	'wörd',
	'a'.repeat(2000),
	`${'a'.repeat(70)}!`,
	`!${'a'.repeat(70)}`,
	`${'a'.repeat(70)} ${'a'.repeat(70)}`,
	'',
])('takes %j for nothing else by its marks', (text) => {
	const other = recogniseOther(text);
	// Single words are told as such, whatever they contain.
	expect(other === undefined || /a single word/.test(other.words)).toBe(true);
});

it.each([
	['-----BEGIN PRIVATE KEY-----', 'only the private key'],
	['x -----END RSA PRIVATE KEY-----', 'only the private key'],
	['{ "a": 1', 'the end of the key file is missing'],
	['{ BEGIN PRIVATE KEY "project_id"', 'the end of the key file is missing'],
	['{ BEGIN PRIVATE KEY "projectid"', 'the end of the key file is missing'],
	['{ BEGIN PRIVATE KEY keyid', 'the end of the key file is missing'],
	['{ BEGIN PRIVATE KEY sub_account', 'the end of the key file is missing'],
	['{ BEGIN PRIVATE KEY subAccount', 'the end of the key file is missing'],
	['"a": 1 }', 'begins in the middle'],
	['"a": 1 }\n"', 'begins in the middle'],
	['"a": 1 } and more', 'does not hold a key file'],
	['prose', 'does not hold a key file'],
])('describes the part %j', (text, words) => {
	expect(describePart(text, false).words).toContain(words);
});

it('describes no part of what is JSON from beginning to end', () => {
	expect(describePart('{ "a": 1 }', true).words).toContain('does not hold a key file');
});
