import fc from 'fast-check';

import { AutomaticVersions } from '../../../../push-kit/message/version';

function versionsAt(start: number) {
	let now = start;
	const versions = new AutomaticVersions(() => now);
	const next = (...tokens: string[]) => versions.next('activityId', 31, tokens);
	return { versions, next, wait: (seconds: number) => (now += seconds) };
}

describe('AutomaticVersions', () => {
	it('begins with the clock, in seconds', () => {
		expect(versionsAt(1_790_000_000).next('T1')).toBe(1_790_000_000);
	});

	it('rises for the same device, also within a second', () => {
		const { next } = versionsAt(1000);
		expect([next('T1'), next('T1'), next('T1')]).toEqual([1000, 1001, 1002]);
	});

	it('is not lifted by the updates of other devices', () => {
		const { next } = versionsAt(1000);
		for (let device = 0; device < 1000; device += 1) next(`T${device}`);
		expect(next('T-late')).toBe(1000);
	});

	it('never falls behind what a device was sent, even when the clock does', () => {
		const { next, wait } = versionsAt(1000);
		expect(next('T1')).toBe(1000);
		wait(-50);
		expect(next('T1')).toBe(1001);
	});

	it('follows the clock again after a pause', () => {
		const { next, wait } = versionsAt(1000);
		next('T1');
		wait(10);
		expect(next('T1')).toBe(1010);
	});

	it('keeps live views and widgets apart', () => {
		const { versions, next } = versionsAt(1000);
		next('T1');
		expect(versions.next('formId', 31, ['T1'])).toBe(1000);
	});

	it('rises for a device that had to make room, too', () => {
		const versions = new AutomaticVersions(() => 1000, 3);
		const next = (token: string) => versions.next('activityId', 31, [token]);
		expect([next('A'), next('A'), next('A')]).toEqual([1000, 1001, 1002]);
		for (const token of ['B', 'C', 'D']) next(token);
		expect(next('A')).toBeGreaterThan(1002);
	});

	it('uses nothing up where it is only tried', () => {
		const { versions, next } = versionsAt(1000);
		expect(versions.next('activityId', 31, ['T1'], true)).toBe(1000);
		expect(next('T1')).toBe(1000);
	});

	it('rises strictly for every device, in any order of devices and bursts, whatever the clock does', () => {
		const messages = fc.array(
			fc.record({
				tokens: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 }),
				wait: fc.integer({ min: -3, max: 3 }),
			}),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(messages, (sent) => {
				const { next, wait } = versionsAt(1000);
				const last = new Map<string, number>();
				for (const { tokens, wait: seconds } of sent) {
					wait(seconds);
					const version = next(...tokens);
					for (const token of tokens) {
						expect(version).toBeGreaterThan(last.get(token) ?? 0);
						last.set(token, version);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('rises over every device, where those it goes to are too many to name', () => {
		const { versions, next } = versionsAt(1000);
		next('T1');
		next('T1');
		expect(versions.next('activityId', 31, undefined, true)).toBe(1002);
		expect(versions.next('activityId', 31, undefined)).toBe(1002);
		expect(next('T1')).toBe(1003);
		expect(next('T2')).toBe(1003);
		expect(versions.next('activityId', 31, undefined)).toBe(1004);
		expect(versions.next('activityId', 32, undefined)).toBe(1000);
	});
});
