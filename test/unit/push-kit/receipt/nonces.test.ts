import { createNonceMemory, type NonceUse } from '../../../../push-kit/receipt/nonces';

const WINDOW = { now: 1000, expiresAt: 2000 };

function use(overrides: Partial<NonceUse> = {}): NonceUse {
	return { account: 'a', nonce: 'n', bodyHash: 'body', receiver: 'workflow', ...overrides };
}

/** A memory that has taken `use()` once. */
function memoryAfterOneCall() {
	const memory = createNonceMemory();
	expect(memory.check(use(), WINDOW)).toBe('fresh');
	memory.settle(use(), true);
	return memory;
}

describe('createNonceMemory', () => {
	it('calls the same body again a re-delivery, however often', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use(), WINDOW)).toBe('redelivery');
		expect(memory.check(use(), WINDOW)).toBe('redelivery');
	});

	it('calls another body with the same nonce a replay', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use({ bodyHash: 'another' }), WINDOW)).toBe('replay');
		expect(memory.check(use(), WINDOW)).toBe('redelivery');
	});

	it('lets each workflow take the same call once, and none another body', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use({ receiver: 'second' }), WINDOW)).toBe('fresh');
		memory.settle(use({ receiver: 'second' }), true);
		expect(memory.check(use({ receiver: 'second' }), WINDOW)).toBe('redelivery');
		expect(memory.check(use({ receiver: 'third', bodyHash: 'another' }), WINDOW)).toBe('replay');
	});

	it('keeps the nonces of two accounts apart', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use({ account: 'b', bodyHash: 'another' }), WINDOW)).toBe('fresh');
	});

	it('does not confuse account and nonce', () => {
		const memory = createNonceMemory();
		memory.check(use({ account: 'ab', nonce: 'c' }), WINDOW);
		expect(memory.check(use({ account: 'a', nonce: 'bc' }), WINDOW)).toBe('fresh');
	});

	it('does not call a call a re-delivery while the first one is still open', () => {
		const memory = createNonceMemory();
		memory.check(use(), WINDOW);
		expect(memory.check(use(), WINDOW)).toBe('pending');
	});

	it('frees the nonce of a call that could not be taken', () => {
		const memory = createNonceMemory();
		memory.check(use(), WINDOW);
		memory.settle(use(), false);
		expect(memory.check(use(), WINDOW)).toBe('fresh');
		expect(memory.size).toBe(1);
	});

	it('frees it for the workflow that failed only', () => {
		const memory = memoryAfterOneCall();
		memory.check(use({ receiver: 'second' }), WINDOW);
		memory.settle(use({ receiver: 'second' }), false);
		expect(memory.check(use(), WINDOW)).toBe('redelivery');
		expect(memory.check(use({ receiver: 'second' }), WINDOW)).toBe('fresh');
	});

	it('does not let a late settling undo what was taken', () => {
		const memory = memoryAfterOneCall();
		memory.settle(use(), false);
		expect(memory.check(use(), WINDOW)).toBe('redelivery');
	});

	it('remembers a nonce until it expires and not longer', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use(), { now: 2000, expiresAt: 3000 })).toBe('redelivery');
		expect(memory.check(use({ bodyHash: 'another' }), { now: 2001, expiresAt: 3000 })).toBe(
			'fresh',
		);
	});

	it('drops what has expired when a new nonce comes', () => {
		const memory = createNonceMemory();
		for (let index = 0; index < 50; index++) memory.check(use({ nonce: `n${index}` }), WINDOW);
		expect(memory.size).toBe(50);
		memory.check(use({ nonce: 'late' }), { now: 2001, expiresAt: 3000 });
		expect(memory.size).toBe(1);
	});

	it('never holds more than its capacity, and gives up the oldest first', () => {
		const memory = createNonceMemory(3);
		for (const nonce of ['1', '2', '3', '4']) {
			memory.check(use({ nonce }), WINDOW);
			memory.settle(use({ nonce }), true);
		}
		expect(memory.size).toBe(3);
		expect(memory.check(use({ nonce: '2' }), WINDOW)).toBe('redelivery');
		expect(memory.check(use({ nonce: '1' }), WINDOW)).toBe('fresh');
		expect(memory.size).toBe(3);
	});
});
