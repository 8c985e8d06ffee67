/** The laws must be able to fail: each is broken here once. */
import { holdToLaws, piecesOf, refuseSecrets } from '../../fuzz/laws';

class OwnError extends Error {}

const KEY = Buffer.from('what stands between BEGIN and END of a key').toString('base64');
const LAWS = { errors: [OwnError], secrets: piecesOf(KEY) };

function throwing(error: unknown): () => undefined {
	return () => {
		throw error;
	};
}

describe('holdToLaws', () => {
	test('hands on what a case gives', () => {
		expect(holdToLaws(() => ({ a: 1 }))).toEqual({ a: 1 });
	});

	test('takes the module’s own errors', () => {
		expect(holdToLaws(throwing(new OwnError('API Base URL is no address')), LAWS)).toBeUndefined();
	});

	test.each([
		['another error', new RangeError('Maximum call stack size exceeded'), 'call stack'],
		['no error at all', 'a text', 'a text'],
		['half of a secret', new OwnError(`"${KEY.slice(12, 40)}" is no address`), 'A secret stands'],
		[
			'a secret beside the message',
			Object.assign(new OwnError('no'), { given: { key: KEY } }),
			'A secret stands',
		],
		['a message that quotes everything', new OwnError('x'.repeat(5_000)), 'quotes its input'],
	])('refuses %s', (_, error, part) => {
		expect(() => holdToLaws(throwing(error), LAWS)).toThrow(part);
	});

	test('cuts off a loop and a regular expression that go astray', () => {
		const search = () => 'x'.repeat(50_000).replace(/(x+x+)+y/g, '').length;
		expect(() => holdToLaws(search)).toThrow('Did not end within 1000 ms, twice');
		const loop = () => {
			for (;;);
		};
		expect(() => holdToLaws(loop)).toThrow('Did not end within 1000 ms, twice');
	}, 30_000);

	test('refuses a changed prototype, and mends it for the next case', () => {
		const pollute = () => {
			Object.assign(Object.prototype, { polluted: true });
			return undefined;
		};
		expect(() => holdToLaws(pollute)).toThrow('A prototype was given polluted');
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});

	test('refuses a member that becomes the prototype of a copy, at any depth', () => {
		const given = () => ({ list: [{ inner: JSON.parse('{"__proto__":{"a":1}}') as object }] });
		expect(() => holdToLaws(given)).toThrow('A result has a member "__proto__"');
	});
});

describe('refuseSecrets', () => {
	test('finds a JWT that nobody has named', () => {
		const jwt = 'eyJhbGciOiJQUzI1NiJ9.eyJpc3MiOiIxMDQ4MzcxNzEifQ.c2lnbmF0dXJl';
		expect(() => refuseSecrets(`Bearer ${jwt}`, [])).toThrow('A JWT');
		expect(() => refuseSecrets('eyJ…', [])).not.toThrow();
	});

	test('does not repeat the secret itself', () => {
		expect(() => refuseSecrets(KEY, [KEY])).toThrow(
			/^A secret stands in a text that an operator reads$/,
		);
	});
});
