import { judgeTag } from '../../../../scripts/release/tag';

describe('a tag', () => {
	it.each(['0.1.0', 'v0.1.0'])('releases the version it names: %s', (tag) => {
		expect(judgeTag(tag, '0.1.0')).toEqual([]);
	});

	it.each(['', 'v0.1', '0.1.00', 'V0.1.0', 'vv0.1.0', 'v0.1.0-rc.1', 'release-0.1.0', 'v0.2.0'])(
		'releases no other: %s',
		(tag) => {
			expect(judgeTag(tag, '0.1.0')).toEqual([expect.stringContaining('does not release 0.1.0')]);
		},
	);
});
