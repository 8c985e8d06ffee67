import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { LARGEST_TOLERANCE_SECONDS } from '../../../../push-kit/receipt/signature';
import {
	createSignatureMemory,
	type SignatureUse,
} from '../../../../push-kit/receipt/signatureMemory';

const NOW = 1_790_000_000_000;
const DAY = LARGEST_TOLERANCE_SECONDS * 1000;

const digest = (text: string) => createHash('sha256').update(text).digest();

function use(
	changes: { mac?: string; body?: string; receiver?: string; signedAt?: number } = {},
): SignatureUse {
	const { mac = 'mac', body = 'body', receiver = 'workflow', signedAt = NOW } = changes;
	return { mac: digest(mac), bodyHash: digest(body), receiver, signedAt };
}

/** A memory that has taken `use()` once. */
function memoryAfterOneCall(capacity?: number) {
	const memory = createSignatureMemory(capacity);
	expect(memory.check(use(), NOW)).toBe('fresh');
	memory.settle(use(), true);
	return memory;
}

describe('createSignatureMemory', () => {
	it('calls the same body again a re-delivery, however often', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use(), NOW)).toBe('redelivery');
		expect(memory.check(use(), NOW)).toBe('redelivery');
	});

	it('calls another body with the same signature a replay', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use({ body: 'another' }), NOW)).toBe('replay');
		expect(memory.check(use(), NOW)).toBe('redelivery');
	});

	it('lets each workflow take the same call once, and none another body', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use({ receiver: 'second' }), NOW)).toBe('fresh');
		memory.settle(use({ receiver: 'second' }), true);
		expect(memory.check(use({ receiver: 'second' }), NOW)).toBe('redelivery');
		expect(memory.check(use({ receiver: 'third', body: 'another' }), NOW)).toBe('replay');
		expect(memory.size).toBe(1);
	});

	it('keeps two signatures of the same time apart', () => {
		const memory = memoryAfterOneCall();
		expect(memory.check(use({ mac: 'b', body: 'another' }), NOW)).toBe('fresh');
		expect(memory.size).toBe(2);
	});

	it('does not call a call a re-delivery while the first one is still open', () => {
		const memory = createSignatureMemory();
		memory.check(use(), NOW);
		expect(memory.check(use(), NOW)).toBe('pending');
	});

	it('frees the same call that could not be taken, and no other body', () => {
		const memory = createSignatureMemory();
		memory.check(use(), NOW);
		memory.settle(use(), false);
		expect(memory.check(use({ body: 'another' }), NOW)).toBe('replay');
		expect(memory.check(use(), NOW)).toBe('fresh');
		expect(memory.size).toBe(1);
	});

	it('frees it for the workflow that failed only', () => {
		const memory = memoryAfterOneCall();
		memory.check(use({ receiver: 'second' }), NOW);
		memory.settle(use({ receiver: 'second' }), false);
		expect(memory.check(use(), NOW)).toBe('redelivery');
		expect(memory.check(use({ receiver: 'second' }), NOW)).toBe('fresh');
	});

	it('does not let a late settling undo what was taken', () => {
		const memory = memoryAfterOneCall();
		memory.settle(use(), false);
		expect(memory.check(use(), NOW)).toBe('redelivery');
	});

	it('bears the settling of what it does not know', () => {
		const memory = createSignatureMemory();
		memory.settle(use(), true);
		memory.settle(use(), false);
		expect(memory.size).toBe(0);
		expect(memory.check(use(), NOW)).toBe('fresh');
	});

	it('knows the same signature in both readings of its time', () => {
		for (const milliseconds of [0, 1, 500, 999]) {
			for (const second of [1_790_000_000, 1_790_000_009, 1_790_000_010]) {
				const memory = createSignatureMemory();
				memory.check(use({ signedAt: second * 1000 }), NOW);
				const read = use({ body: 'another', signedAt: second * 1000 + milliseconds });
				expect(memory.check(read, NOW)).toBe('replay');
			}
		}
	});

	it('remembers for as long as any trigger may take the signature', () => {
		const memory = memoryAfterOneCall();
		memory.check(use({ mac: 'other', signedAt: NOW + DAY }), NOW + DAY);
		expect(memory.check(use({ body: 'another' }), NOW + DAY)).toBe('replay');
		expect(memory.check(use(), NOW + DAY)).toBe('redelivery');
	});

	it('remembers a signature from the future until its own time is over', () => {
		const memory = createSignatureMemory();
		const early = { signedAt: NOW + DAY };
		memory.check(use(early), NOW);
		memory.check(use({ mac: 'other', signedAt: NOW + 2 * DAY }), NOW + 2 * DAY);
		expect(memory.check(use({ ...early, body: 'another' }), NOW + 2 * DAY)).toBe('replay');
	});

	it('drops what no trigger takes any more when a new signature comes', () => {
		const memory = createSignatureMemory();
		for (let index = 0; index < 50; index++) memory.check(use({ mac: `m${index}` }), NOW);
		expect(memory.size).toBe(50);
		const later = NOW + DAY + 20_000;
		memory.check(use({ mac: 'late', signedAt: later }), later);
		expect(memory.size).toBe(1);
	});
});

describe('a memory that is full', () => {
	/** Calls a minute apart, each taken. */
	function fill(capacity: number, calls: number) {
		const memory = createSignatureMemory(capacity);
		for (let index = 0; index < calls; index++) {
			const call = use({ mac: `m${index}`, signedAt: NOW + index * 60_000 });
			expect(memory.check(call, call.signedAt)).toBe('fresh');
			memory.settle(call, true);
		}
		return memory;
	}

	it('never holds more than its capacity', () => {
		expect(fill(3, 10).size).toBe(3);
		expect(fill(10, 10).size).toBe(10);
	});

	it('forgets the oldest first, and takes nothing of their age any more', () => {
		const memory = fill(3, 4);
		const now = NOW + 180_000;
		for (const body of ['body', 'another']) {
			expect(memory.check(use({ mac: 'm0', body }), now)).toBe('forgotten');
		}
		const unseen = (signedAt: number) => use({ mac: `unseen ${signedAt}`, signedAt });
		expect(memory.check(unseen(NOW - 1), now)).toBe('forgotten');
		expect(memory.check(unseen(NOW + 5000), now)).toBe('forgotten');
		expect(memory.check(unseen(NOW + 180_001), now)).toBe('fresh');
	});

	it('does not forget a newer one for an older', () => {
		const memory = fill(3, 4);
		const now = NOW + 180_000;
		expect(memory.check(use({ mac: 'late', signedAt: NOW + 30_000 }), now)).toBe('forgotten');
		expect(memory.check(use({ mac: 'm1', signedAt: NOW + 60_000 }), now)).toBe('redelivery');
	});

	it('takes nothing of their age where there is room again either', () => {
		const memory = createSignatureMemory(3);
		for (const mac of ['a', 'b']) memory.check(use({ mac }), NOW);
		memory.check(use({ mac: 'c', signedAt: NOW + 60_000 }), NOW);
		memory.check(use({ mac: 'd', signedAt: NOW + 120_000 }), NOW);
		expect(memory.size).toBe(2);
		expect(memory.check(use({ mac: 'a', body: 'another' }), NOW)).toBe('forgotten');
		expect(memory.check(use({ mac: 'e', signedAt: NOW + 9_999 }), NOW)).toBe('forgotten');
		expect(memory.check(use({ mac: 'f', signedAt: NOW + 10_000 }), NOW)).toBe('fresh');
	});

	it('still knows the newer ones', () => {
		const memory = fill(3, 4);
		const known = { mac: 'm2', signedAt: NOW + 120_000 };
		expect(memory.check(use(known), NOW)).toBe('redelivery');
		expect(memory.check(use({ ...known, body: 'another' }), NOW)).toBe('replay');
	});

	it('forgets by the time of signing, not of arrival', () => {
		const memory = createSignatureMemory(2);
		memory.check(use({ mac: 'new', signedAt: NOW }), NOW);
		memory.check(use({ mac: 'old', signedAt: NOW - 100_000 }), NOW);
		memory.check(use({ mac: 'newest', signedAt: NOW + 50_000 }), NOW);
		expect(memory.check(use({ mac: 'new', body: 'another', signedAt: NOW }), NOW)).toBe('replay');
	});

	it('does not take a call for which there is no room even so', () => {
		const memory = createSignatureMemory(2);
		for (const mac of ['a', 'b']) memory.check(use({ mac }), NOW);
		expect(memory.check(use({ mac: 'c' }), NOW)).toBe('forgotten');
		expect(memory.check(use({ mac: 'a', body: 'another' }), NOW)).toBe('replay');
	});

	it('bears the settling of what it has forgotten', () => {
		const memory = createSignatureMemory(1);
		memory.check(use(), NOW);
		const later = use({ mac: 'later', signedAt: NOW + 60_000 });
		expect(memory.check(later, later.signedAt)).toBe('fresh');
		memory.settle(use(), true);
		expect(memory.check(use(), NOW)).toBe('forgotten');
	});
});

test('whatever comes, and however little room there is, one signature starts one body only', () => {
	const call = fc.record({
		mac: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
		body: fc.constantFrom('one', 'two'),
		receiver: fc.constantFrom('first', 'second'),
		taken: fc.constantFrom(true, false, undefined),
		wait: fc.integer({ min: 0, max: 40_000 }),
	});
	// A signature has one time.
	const times = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 5, maxLength: 5 });
	fc.assert(
		fc.property(
			fc.array(call, { maxLength: 60 }),
			times,
			fc.integer({ min: 1, max: 4 }),
			(calls, offsets, capacity) => {
				const memory = createSignatureMemory(capacity);
				const started = new Map<string, string>();
				let now = NOW;
				for (const { mac, body, receiver, taken, wait } of calls) {
					now += wait;
					const signedAt = NOW + (offsets['abcde'.indexOf(mac)] ?? 0);
					const made = use({ mac, body, receiver, signedAt });
					if (memory.check(made, now) !== 'fresh') continue;
					expect([mac, body]).toEqual([mac, started.get(mac) ?? body]);
					started.set(mac, body);
					if (taken !== undefined) memory.settle(made, taken);
				}
				expect(memory.size).toBeLessThanOrEqual(capacity);
			},
		),
	);
});
