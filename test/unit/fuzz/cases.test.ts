import fc from 'fast-check';

import { checkCases, checkCasesAsync, checkEndless } from '../../fuzz/cases';
import { EndlessError } from '../../fuzz/laws';

test('a broken law names the seed and the smallest case', () => {
	const law = (value: number) => {
		if (value > 41) throw new Error('too much');
	};
	expect(() => checkCases(fc.nat(1_000), law)).toThrow(/breaks the law \(seed \d+, .*\): \[42\]$/);
});

test('a broken law is told of laws that wait, too', async () => {
	const law = async () => await Promise.reject(new Error('never'));
	await expect(checkCasesAsync(fc.constant(1), law)).rejects.toThrow('breaks the law');
});

test('a long case is not printed whole', () => {
	const law = () => {
		throw new Error('never');
	};
	let message = '';
	try {
		checkCases(fc.constant('x'.repeat(200_000)), law);
	} catch (error) {
		message = error instanceof Error ? error.message : '';
	}
	expect(message).toContain('200004 characters');
	expect(message.length).toBeLessThan(1_000);
});

test('endless pieces stand behind each head and before each ending', () => {
	const seen: string[] = [];
	checkEndless(['a', 'bc'], (text) => void seen.push(`${text.slice(0, 3)}…${text.slice(-2)}`));
	expect(seen).toHaveLength(2 * 3 * 2);
	expect(seen).toEqual(expect.arrayContaining(['aaa…aa', 'bca…a!', 'abc…bc', 'bcb…c!']));
	const law = (text: string) => {
		if (text.endsWith('!')) throw new Error('no');
	};
	expect(() => checkEndless(['a'], law)).toThrow('200000 characters of "a" + "!" breaks the law');
});

test('the search for the smallest case that does not end comes to an end itself', () => {
	let runs = 0;
	const law = (value: number) => {
		runs += 1;
		if (value > 0) throw new EndlessError('Did not end');
	};
	expect(() => checkCases(fc.integer({ min: 1 }), law)).toThrow('breaks the law');
	expect(runs).toBeLessThanOrEqual(10);
});
