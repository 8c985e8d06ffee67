import fc from 'fast-check';

import { VersionClock } from '../../../../push-kit/message/version';

function clockAt(...seconds: number[]): VersionClock {
	return new VersionClock(() => seconds.shift() ?? 0);
}

describe('VersionClock', () => {
	it('begins with Unix seconds', () => {
		expect(clockAt(1_790_000_000.9).next('formId', 1)).toBe(1_790_000_000);
	});

	it('grows with every message to the same live view', () => {
		const clock = clockAt(1000);
		const versions = [1, 2, 3].map(() => clock.next('activityId', 7));
		expect(versions).toEqual([1000, 1001, 1002]);
	});

	it('gives equal messages to many devices the same version, so that they share a request', () => {
		const clock = clockAt(1000, 1005);
		expect(clock.next('activityId', 7, 'TOKEN_A')).toBe(1000);
		expect(clock.next('activityId', 7, 'TOKEN_B')).toBe(1000);
		expect(clock.next('activityId', 7, 'TOKEN_A')).toBe(1001);
	});

	it('does not mix live views with widgets', () => {
		const clock = clockAt(1000);
		expect(clock.next('activityId', 7)).toBe(1000);
		expect(clock.next('formId', 7)).toBe(1000);
	});

	it('grows strictly per id and device, whatever the order', () => {
		const message = fc.record({
			kind: fc.constantFrom('activityId' as const, 'formId' as const),
			id: fc.integer({ min: 0, max: 2 }),
			pushToken: fc.constantFrom('A', 'B'),
		});
		fc.assert(
			fc.property(fc.array(message), (messages) => {
				const clock = clockAt(1000);
				const last = new Map<string, number>();
				for (const { kind, id, pushToken } of messages) {
					const version = clock.next(kind, id, pushToken);
					const key = JSON.stringify([kind, id, pushToken]);
					expect(version).toBeGreaterThan(last.get(key) ?? 999);
					last.set(key, version);
				}
			}),
		);
	});

	it('ends at 2^31-1', () => {
		const clock = clockAt(2_147_483_647);
		expect(clock.next('formId', 1)).toBe(2_147_483_647);
		expect(() => clock.next('formId', 1)).toThrow(
			'Version cannot be above 2147483647. Set Version by hand; 0 makes a service widget count anew.',
		);
	});
});
