import { chooseVersions, OLDEST, pinnedVersion } from '../../../../scripts/compat/versions';

const namesOf = (...choice: Parameters<typeof chooseVersions>) =>
	chooseVersions(...choice).map(({ n8n }) => n8n);
const pinned = pinnedVersion();

describe('the versions of n8n to try', () => {
	it('are the oldest known one and that of the end-to-end tests', () => {
		expect(namesOf()).toEqual([OLDEST.n8n, pinned.n8n]);
		expect(pinned.n8n).toMatch(/^2\.\d+\.\d+$/);
	});

	it('hold the newest, once', () => {
		expect(namesOf('2.99.0')).toEqual([OLDEST.n8n, pinned.n8n, '2.99.0']);
		expect(namesOf(pinned.n8n)).toEqual([OLDEST.n8n, pinned.n8n]);
	});

	it.each(['', 'latest', '2.8', '^2.8.4', '2.8.4 ', '../2.8.4', '2.8.4/x'])(
		'are none that "%s" could mean',
		(only) => {
			expect(() => chooseVersions(undefined, only)).toThrow('is no version of n8n');
		},
	);

	it('are one where one is asked for, with what it takes to install it', () => {
		expect(chooseVersions(undefined, OLDEST.n8n)).toEqual([OLDEST]);
		expect(chooseVersions(undefined, '2.20.1')).toEqual([{ ...pinned, n8n: '2.20.1' }]);
		expect(pinned.overrides).toHaveProperty('linkedom');
	});
});
