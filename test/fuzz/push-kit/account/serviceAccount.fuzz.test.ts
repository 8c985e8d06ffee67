/** The key file as operators paste it, and the fields entered one by one. */
import fc, { type Arbitrary } from 'fast-check';

import { readConnection } from '../../../../push-kit/account/connection';
import {
	createServiceAccount,
	parseServiceAccountKey,
	readPrivateKey,
	ServiceAccountError,
	type ServiceAccount,
} from '../../../../push-kit/account/serviceAccount';
import { makeAccount, makeKeyPair } from '../../../builders/serviceAccounts';
import { checkCases, checkEndless } from '../../cases';
import { damaged, deepJson, mostly, wildText, wildValue, withChanges } from '../../hostile';
import { holdToLaws, piecesOf } from '../../laws';

const { keyFile } = makeAccount();
const KEY = keyFile.private_key;
const RSA_KEY = KEY.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY');
const OTHER_KEYS = [makeKeyPair('ec').privateKey, makeKeyPair('shortRsa').privateKey];

const body = (pem: string) => pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
const LAWS = {
	errors: [ServiceAccountError],
	secrets: [KEY, ...OTHER_KEYS].flatMap((pem) => piecesOf(body(pem))),
};

/** Where a search through a key can go astray. */
const PIECES = [
	...[
		'-----',
		'-----BEGIN PRIVATE KEY',
		'-----BEGIN PRIVATE KEY-----',
		'-----END PRIVATE KEY-----',
	],
	...['-----BEGIN ENCRYPTED PRIVATE KEY-----', 'BEGIN ', '-----BEGIN ', ' -----', 'A ', '\\\\'],
	...[
		'"key_id":',
		'"private_key":"',
		'"key_id":1',
		'"a\\',
		'" ',
		': ',
		'MIIE',
		body(KEY).slice(0, 64),
	],
	...[
		'"client":{"cp_id":"1"},"oauth_client":{}',
		'"type":"service_account"',
		'"developer_id":"1",',
	],
];

const FIELDS = { projectId: '101653523863411111', keyId: '9f8e7d6c5b4a', subAccount: '104837171' };

const text = JSON.stringify(keyFile);

/** A whole key file, or what is taken for one. */
const pasted: Arbitrary<string> = fc.oneof(
	fc.constantFrom(text, JSON.stringify(keyFile, null, 2), JSON.stringify(text), KEY, RSA_KEY),
	fc.constantFrom(
		Buffer.from(text).toString('base64'),
		`\`\`\`json\n${text}\n\`\`\``,
		text.replaceAll('\\n', '\n'),
		text.replaceAll('"', '\\"'),
		`[${text}]`,
	),
	withChanges({ ...keyFile }).map((file) => JSON.stringify(file)),
	wildValue.map((value) => JSON.stringify(value)),
	wildText,
	deepJson,
);

const keyText: Arbitrary<string> = fc.oneof(
	fc.constantFrom(
		KEY,
		RSA_KEY,
		...OTHER_KEYS,
		KEY.replaceAll('\n', '\\n'),
		KEY.replaceAll('\n', ' '),
	),
	wildText,
);

/** What must hold of an account that was taken: all of it is there, and its key opens or is named. */
function useAccount(account: ServiceAccount): boolean {
	const { projectId, keyId, subAccount, privateKey } = account;
	const complete = [projectId, keyId, subAccount, privateKey].every(
		(member) => typeof member === 'string' && member.trim() !== '',
	);
	if (!complete) throw new Error('A member of an account is empty');
	return readPrivateKey(account).type === 'private';
}

test('a key file', () => {
	checkCases(mostly(damaged(pasted, PIECES), PIECES), (file) => {
		holdToLaws(() => useAccount(parseServiceAccountKey(file)), LAWS);
	});
});

test('a key file with a long member', () => {
	const member = fc.constantFrom(...Object.keys(keyFile));
	checkCases(fc.tuple(member, mostly(damaged(keyText, PIECES), PIECES)), ([name, value]) => {
		const file = JSON.stringify({ ...keyFile, [name]: value });
		holdToLaws(() => useAccount(parseServiceAccountKey(file)), LAWS);
	});
});

test('separate fields', () => {
	const field = fc.oneof(
		mostly(damaged(fc.constantFrom('101653523863411111', '"project_id": "42",', text)), PIECES),
		mostly(damaged(keyText, PIECES), PIECES),
	);
	const fields = fc.record({
		projectId: field,
		keyId: field,
		subAccount: field,
		privateKey: fc.oneof(field, keyText),
	});
	checkCases(fields, (entered) => {
		holdToLaws(() => useAccount(createServiceAccount(entered)), LAWS);
	});
});

test('what an expression gives in the place of a text', () => {
	const settings = fc.record({
		keyFormat: fc.oneof(fc.constantFrom('json', 'fields'), wildValue),
		serviceAccountKey: fc.oneof(wildValue, withChanges({ ...keyFile })),
		projectId: wildValue,
		keyId: wildValue,
		subAccount: wildValue,
		privateKey: fc.oneof(wildValue, keyText),
		clientId: wildValue,
	});
	checkCases(settings, (given) => {
		holdToLaws(() => useAccount(readConnection(given).account), LAWS);
	});
});

test.each([
	['a key file', (file: string) => useAccount(parseServiceAccountKey(file))],
	['a member', (privateKey: string) => useAccount(createServiceAccount({ ...FIELDS, privateKey }))],
])('no piece of %s is slow, however often it stands there', (_, use) => {
	checkEndless(PIECES, (endless) => void holdToLaws(() => use(endless), LAWS));
});
