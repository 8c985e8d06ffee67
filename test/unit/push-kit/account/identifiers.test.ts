import {
	IDENTIFIERS,
	labelledValues,
	mendIdentifier,
} from '../../../../push-kit/account/identifiers';
import { MAXIMUM_PASTED_LENGTH } from '../../../../push-kit/account/pastedText';
import { faultOf } from './faultOf';

const { projectId, keyId, subAccount, clientId } = IDENTIFIERS;

describe('mendIdentifier', () => {
	it.each([
		['nothing', undefined, ''],
		['null', null, ''],
		['blanks', ' \u00A0\n', ''],
		['quotes around nothing', '""', ''],
		['an empty member', '"project_id": "",', ''],
		['an empty label', 'Project ID:', ''],
		['as many digits as a number can have', '1234567890 1234567890', '12345678901234567890'],
		['a number', 101_653, '101653'],
		['zero', 0, '0'],
		['a comma behind', '101653523863411111,', '101653523863411111'],
		['quotes and a comma', '"101653523863411111",', '101653523863411111'],
		['a semicolon before', '; 101653523863411111', '101653523863411111'],
		['typographic quotes', '“101653523863411111”', '101653523863411111'],
		['German quotes', '„101653523863411111“', '101653523863411111'],
		['corner brackets', '「101653523863411111」', '101653523863411111'],
		['backticks', '`101653523863411111`', '101653523863411111'],
		['escaped quotes', '\\"101653523863411111\\"', '101653523863411111'],
		['twice escaped quotes', '\\\\\\"101653523863411111\\\\\\"', '101653523863411111'],
		['a literal line break', '101653523863411111\\n', '101653523863411111'],
		['the full stop of a sentence', '101653523863411111.', '101653523863411111'],
		['a Chinese full stop', '101653523863411111。', '101653523863411111'],
		['braces', '{101653523863411111}', '101653523863411111'],
		['angle brackets', '<101653523863411111>', '101653523863411111'],
		['a zero-width blank inside', '10165\u200B3523863411111', '101653523863411111'],
		['a soft hyphen inside', '10165\u00AD3523863411111', '101653523863411111'],
		['marks of direction', '\u202A101653523863411111\u202C', '101653523863411111'],
		['full-width digits', '１０１６５３', '101653'],
		['blanks between groups', '101 653 523 863 411 111', '101653523863411111'],
		['a line break in the middle', '101653523\n863411111', '101653523863411111'],
		['its member', '"project_id": "101653523863411111",', '101653523863411111'],
		['its member without quotes', 'project_id:101653523863411111', '101653523863411111'],
		['a variable of a shell', 'export PROJECT_ID="101653523863411111"', '101653523863411111'],
		['the label of a console', 'Project ID: 101653523863411111', '101653523863411111'],
		['a label without a colon', 'Project ID\t101653523863411111', '101653523863411111'],
		['a Chinese label', '项目ID：101653523863411111', '101653523863411111'],
		['a label of its own', 'ID: 101653523863411111', '101653523863411111'],
		[
			'its member among others',
			'{"key_id":"k","project_id":"101653523863411111"}',
			'101653523863411111',
		],
	])('reads a project ID with %s', (_what, pasted, id) => {
		expect(mendIdentifier(pasted, projectId)).toBe(id);
	});

	it.each([
		['9f8e7d6c5b4a', '9f8e7d6c5b4a'],
		['9f8e7d6c 5b4a', '9f8e7d6c5b4a'],
		['9f8e7d6c5b4a3f2e\n1d0c9b8a7f6e5d4c', '9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d4c'],
		['kid-1:a.b~c/d+e=', 'kid-1:a.b~c/d+e='],
		['1e10', '1e10'],
		['Key-ID = abc', 'abc'],
		["'keyId': 'abc'", 'abc'],
		['my-id: abc', 'abc'],
		['my-id:abc', 'my-id:abc'],
		['"my-id": "abc"', 'abc'],
		['My ID:abc', 'abc'],
		['My ID 2 = abc', 'abc'],
		['ключ:abc', 'abc'],
		['कुंजी: abc', 'abc'],
		["'ключ' = abc", 'abc'],
		['x1e+17', 'x1e+17'],
		['1e+17x', '1e+17x'],
		['x1.5e17', 'x1.5e17'],
		['1.5e17x', '1.5e17x'],
		['9f8e7d6 5b4a3f2e', '9f8e7d65b4a3f2e'],
		['9 f\t8\r\ne', '9f8e'],
	])('reads the key ID of %j', (pasted, id) => {
		expect(mendIdentifier(pasted, keyId)).toBe(id);
	});

	it.each([
		['OAuth 2.0 client ID (credential): 110000000', '110000000'],
		['Client ID：１１０００００００', '110000000'],
		['"110000000"', '110000000'],
	])('reads the client ID of %j', (pasted, id) => {
		expect(mendIdentifier(pasted, clientId)).toBe(id);
	});

	it.each([
		['letters of another alphabet', 'проект', 'is not an ID'],
		['a path', '101/..', 'is not an ID'],
		['half a surrogate pair', '101\uD800', 'is not an ID'],
		['a package name', 'com.example.app', 'is not an ID'],
		['two numbers', '101653523863411111 104837171', 'is not an ID'],
		['more than an ID can have', 'a'.repeat(65), 'is not an ID'],
		['two members', '"project_id": "1", "project_id": "2"', 'more than one ID'],
		['the key ID', '"key_id": "9f8e7d6c5b4a"', 'holds the Key ID ("key_id")'],
		['the sub-account', 'Sub-Account: 104837171', 'holds the Sub-Account ("sub_account")'],
		['true', true, 'is not text'],
		['a list', ['101'], 'is not text'],
		['a fraction', 1.5, 'is not a whole number'],
		['a negative number', -1, 'is not a whole number'],
		['a number that is none', Number.NaN, 'is not a whole number'],
		['infinity', Number.POSITIVE_INFINITY, 'is not a whole number'],
	])('refuses %s as a project ID, and repeats nothing of it', (_what, pasted, words) => {
		const fault = faultOf(() => mendIdentifier(pasted, projectId));
		expect(fault).toMatchObject({ kind: 'malformedMember', member: 'project_id' });
		expect(fault.message).toMatch(/^Project ID /);
		expect(fault.message).toContain(words);
		expect(fault.message).not.toContain('9f8e');
		expect(fault.message).toContain('Project settings');
	});

	it.each([
		['a quote inside', '9f8e"7d6c'],
		['a comma inside', '9f8e,7d6c'],
		['a brace inside', '9f8e{7d6c'],
		['two IDs', '9f8e7d6c5b4a 104837171'],
		['a letter with an accent', '9f8é'],
		['two IDs of eight', '9f8e7d6c 5b4a3f2e'],
		['words before digits', 'zz 12'],
		['digits before words', '12 zz'],
		['words before hex', 'zz 9f'],
		['hex before words', '9f zz'],
		['more digits than a number can have', '12345678901 12345678901'],
		['more than an ID can have', 'a'.repeat(257)],
	])('refuses %s as a key ID', (_what, pasted) => {
		expect(faultOf(() => mendIdentifier(pasted, keyId))).toMatchObject({
			kind: 'malformedMember',
			member: 'key_id',
		});
	});

	it.each([
		Number.MAX_SAFE_INTEGER + 1,
		Number('101653523863411111'),
		-Number('101653523863411111'),
		'1e+17',
		'1E+17',
		'1.0165352386341111e+21',
		'1,01654E+17',
		'1.01654e17',
	])('says that %p has lost digits', (pasted) => {
		const fault = faultOf(() => mendIdentifier(pasted, subAccount));
		expect(fault).toMatchObject({ kind: 'lostDigits', member: 'sub_account' });
		expect(fault.message).toContain('Sub-Account has lost digits');
		expect(fault.message).not.toMatch(/new key/);
	});

	it('takes the largest whole number that keeps its digits', () => {
		expect(mendIdentifier(Number.MAX_SAFE_INTEGER, projectId)).toBe('9007199254740991');
	});

	it('refuses what is too long before it looks into it, at exactly one character more', () => {
		const most = `${' '.repeat(MAXIMUM_PASTED_LENGTH - 1)}1`;
		expect(mendIdentifier(most, keyId)).toBe('1');
		expect(faultOf(() => mendIdentifier(` ${most}`, keyId))).toMatchObject({
			kind: 'tooLong',
			member: 'key_id',
		});
	});

	it('calls the ID as it is told to', () => {
		const fault = faultOf(() => mendIdentifier('x y', keyId, '"key_id" of the file'));
		expect(fault.message).toMatch(/^"key_id" of the file is not an ID/);
	});
});

describe('labelledValues', () => {
	it('finds a value in quotes, without quotes, and none behind another name', () => {
		expect(labelledValues('key_id: "a b", key_id=c;d "my_key_id": "e"', keyId)).toEqual([
			'a b',
			'c',
		]);
		expect(labelledValues('"private_key_id": "x", "api-key_id": "y"', keyId)).toEqual([]);
	});

	it('finds a value behind several quotes, signs and blanks, and joins what a terminal cut', () => {
		expect(labelledValues(`key_id\n"' : \n"',"9f\r\n8e"`, keyId)).toEqual(['9f8e']);
		expect(labelledValues('key_id: "9f', keyId)).toEqual(['9f']);
		expect(labelledValues('key_id:', keyId)).toEqual(['']);
		expect(labelledValues('key_id: "" \n\' "sub_account" \n"\'" : 1', keyId)).toEqual([]);
		expect(labelledValues('key_id: "Key ID: 9f"', keyId)).toEqual(['9f']);
		expect(labelledValues('Key ID:\nkey_id: 9f', keyId)).toEqual(['9f']);
	});

	it('takes an empty value for none, not the name that follows', () => {
		expect(labelledValues('"key_id": "", "sub_account": "1"', keyId)).toEqual([]);
	});
});
