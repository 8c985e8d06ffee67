import { AutomaticVersions } from '../../../../push-kit/message/version';

function versionsAt(start: number) {
	let now = start;
	const versions = new AutomaticVersions(() => now);
	const of = (text: string, token: string) => versions.of('activityId', 31, { text }, [token]);
	return { versions, of, wait: (seconds: number) => (now += seconds) };
}

describe('AutomaticVersions', () => {
	it('begins with the clock, in seconds', () => {
		expect(versionsAt(1_790_000_000).of('A', 'T1')).toBe(1_790_000_000);
	});

	it('rises with each other content for the same device, also within a second', () => {
		const { of } = versionsAt(1000);
		expect(['A', 'B', 'A'].map((text) => of(text, 'T1'))).toEqual([1000, 1001, 1002]);
	});

	it('gives the same content the same version, so that devices share a request', () => {
		const { of } = versionsAt(1000);
		expect(['T1', 'T2', 'T3', 'T1'].map((token) => of('A', token))).toEqual([
			1000, 1000, 1000, 1000,
		]);
	});

	it('is not lifted by the updates of other devices', () => {
		const { of } = versionsAt(1000);
		for (let device = 0; device < 1000; device += 1) of(`text ${device}`, `T${device}`);
		expect(of('late', 'T-late')).toBe(1000);
	});

	it('never falls behind what a device was sent, even when the clock does', () => {
		const { of, wait } = versionsAt(1000);
		expect(of('A', 'T1')).toBe(1000);
		wait(-50);
		expect(of('B', 'T1')).toBe(1001);
	});

	it('follows the clock again after a pause, for the same content, too', () => {
		const { of, wait } = versionsAt(1000);
		of('A', 'T1');
		wait(10);
		expect(of('A', 'T1')).toBe(1010);
	});

	it('keeps live views and widgets apart', () => {
		const { versions } = versionsAt(1000);
		versions.of('activityId', 31, { a: 1 }, ['T1']);
		expect(versions.of('formId', 31, { a: 2 }, ['T1'])).toBe(1000);
	});
});
