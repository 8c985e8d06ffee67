import { readKeyFile, readKeyObject } from '../../../../push-kit/account/keyFile';
import { parseServiceAccountKey } from '../../../../push-kit/account/serviceAccount';
import { makeKeyFile } from '../../../builders/serviceAccounts';
import { faultOf } from './faultOf';

const keyFile = makeKeyFile();
const text = JSON.stringify(keyFile);
const account = parseServiceAccountKey(keyFile);
const base64 = Buffer.from(text).toString('base64');
const lines = base64.replace(/(.{64})/g, '$1\n');

describe('Base64 of a key file', () => {
	it.each([
		['in an address', `data:application/json;base64,${base64}`],
		['in an address with a character set', `data:text/plain;charset=utf-8;base64,${base64}`],
		['behind the name of a member', `private_key:${base64}`],
		['behind the name of a member in quotes', `"private key" = '${base64}'`],
		['behind the fence of code', `\`\`\`${base64}\`\`\``],
		['behind another fence', `~~~json${lines}\n~~~`],
		['in lines between words', `Here it is\n\n${lines}\n\nBest regards`],
		['in lines of a mail', lines.replace(/^/gm, '> ')],
		['in lines of a mail of a mail', lines.replace(/^/gm, '\t>> ')],
		['in lines behind an address', `https://example.com/${'a'.repeat(40)}.html\n${lines}`],
		['in lines of thirty', base64.replace(/(.{30})/g, '$1\n')],
		['for addresses', Buffer.from(text).toString('base64url')],
		['of Base64 of Base64', Buffer.from(Buffer.from(base64).toString('base64')).toString('base64')],
	])('is found %s', (_what, pasted) => {
		expect(parseServiceAccountKey(pasted)).toEqual(account);
	});

	it.each([
		['of something else', Buffer.from('a'.repeat(300)).toString('base64')],
		['too short for a key', Buffer.from('private_key').toString('base64')],
		['in lines too short', base64.replace(/(.{29})/g, '$1\n')],
	])('is left alone where it is %s', (_what, pasted) => {
		expect(readKeyFile(pasted).text()).toBe(pasted);
	});
});

describe('a key file inside other objects', () => {
	const inside = (depth: number): unknown => (depth === 0 ? keyFile : { a: inside(depth - 1) });

	it('is found three objects down, and no deeper', () => {
		expect(parseServiceAccountKey(inside(3) as object)).toEqual(account);
		expect(faultOf(() => parseServiceAccountKey(inside(4) as object)).kind).toBe('notJson');
	});

	it.each([
		['as text with blanks before it', { key: ` \n${text}` }],
		['beside texts that are none', { key: text, note: '{', other: '{"a":1}', more: 'x' }],
		['beside empty ones', { key: keyFile, none: null, list: [], number: 7 }],
	])('is found %s', (_what, file) => {
		expect(parseServiceAccountKey(file)).toEqual(account);
	});

	it('does not stand in for one that lacks a member itself', () => {
		const without: Partial<typeof keyFile> = { ...keyFile };
		delete without.private_key;
		const fault = faultOf(() => parseServiceAccountKey({ ...without, backup: keyFile }));
		expect(fault).toMatchObject({ kind: 'missingMember', member: 'private_key' });
	});

	it('is told what it lacks where three members make it one', () => {
		const without: Partial<typeof keyFile> = { ...keyFile };
		delete without.key_id;
		const fault = faultOf(() => parseServiceAccountKey({ data: without }));
		expect(fault.message).toContain('The key file has no "key_id"');
	});

	it('is not made of two members', () => {
		const { project_id: id, private_key: key } = keyFile;
		const fault = faultOf(() =>
			parseServiceAccountKey({ data: { project_id: id, private_key: key } }),
		);
		expect(fault.kind).toBe('notJson');
	});

	it('may contain itself', () => {
		const file: Record<string, unknown> = { name: 'a' };
		file.self = file;
		expect(faultOf(() => parseServiceAccountKey(file)).message).toContain('does not hold');
		file.key = keyFile;
		expect(parseServiceAccountKey(file)).toEqual(account);
	});
});

describe('the text of an object', () => {
	it('has the names of its members, six objects down', () => {
		const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
		const names = readKeyObject(deep).text();
		expect(names).toContain('"f":');
		expect(names).not.toContain('"g":');
		expect(names).not.toContain('1');
	});

	it('has fifty names at most of each', () => {
		const wide = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`m${index}`, index]));
		expect(readKeyObject(wide).text()).toContain('"m49"');
		expect(readKeyObject(wide).text()).not.toContain('"m50"');
		expect(readKeyObject({}).text()).toBe('');
	});
});

describe('members by their names', () => {
	it('are found without the key, and the key is missed', () => {
		const ids = 'project_id: 1\nkey_id: 2\nsub_account: 3';
		const fault = faultOf(() => parseServiceAccountKey(ids));
		expect(fault).toMatchObject({ kind: 'notJson', member: 'private_key' });
		expect(readKeyFile(ids).values('private_key')).toEqual([]);
		expect(readKeyFile(ids).values('key_id')).toEqual(['2']);
		expect(readKeyFile(ids).values('auth_uri')).toEqual([]);
	});

	it('may have an empty value beside a full one', () => {
		const yaml = `project_id: 1\nkey_id: {}\nkey_id: k\nsub_account: s\n${keyFile.private_key}`;
		expect(parseServiceAccountKey(yaml).keyId).toBe('k');
	});

	it('keep the digits of a number in JSON, but only where they are all there', () => {
		const file = (id: string) => text.replace(`"${keyFile.key_id}"`, id);
		expect(parseServiceAccountKey(file('101653523863785276')).keyId).toBe('101653523863785276');
		expect(faultOf(() => parseServiceAccountKey(file('1.5'))).kind).toBe('malformedMember');
		expect(faultOf(() => parseServiceAccountKey(file('-15'))).kind).toBe('malformedMember');
		expect(faultOf(() => parseServiceAccountKey(file('1e99'))).kind).toBe('lostDigits');
	});
});
