import { judgeChangelog, readNotes } from '../../../../scripts/release/changelog';

const RELEASED = `# Changelog

Kept by hand.

## [Unreleased]

## [0.2.0] - 2026-12-24

### Added

- A reindeer.

## 0.1.0

First version.

[0.2.0]: https://example.com/compare/0.1.0...0.2.0
`;
const AHEAD = RELEASED.replace('## [Unreleased]\n', '## [Unreleased]\n\n- Half a sleigh.\n');

describe('the notes of a release', () => {
	it('are the section of its version, without its heading and the links', () => {
		expect(readNotes(RELEASED, '0.2.0')).toBe('### Added\n\n- A reindeer.');
		expect(readNotes(RELEASED, '0.1.0')).toBe('First version.');
		expect(readNotes(RELEASED.replaceAll('\n', '\r\n'), '0.1.0')).toBe('First version.');
	});

	it('are what is not yet released before there is such a section', () => {
		expect(readNotes(AHEAD, '0.3.0')).toBe('- Half a sleigh.');
		expect(readNotes('# Changelog\n', '0.3.0')).toBe('');
	});
});

describe('a changelog', () => {
	it('is ready when the version has a date and says something', () => {
		expect(judgeChangelog(RELEASED, '0.2.0')).toEqual([]);
	});

	it.each([
		['has no section of it', RELEASED, '0.3.0', 'no section "## [0.3.0] - <date>"'],
		['has a section of a longer version', RELEASED, '0.2', 'no section "## [0.2] - <date>"'],
		['gives it no date', RELEASED, '0.1.0', 'gives 0.1.0 no date'],
		[
			'says nothing of it',
			RELEASED.replace(/### Added[^]*reindeer\./, ''),
			'0.2.0',
			'says nothing',
		],
		['has lines that are in no version', AHEAD, '0.2.0', 'still has lines under Unreleased'],
	])('holds a release up when it %s', (_, changelog, version, words) => {
		expect(judgeChangelog(changelog, version)).toEqual([expect.stringContaining(words)]);
	});
});
