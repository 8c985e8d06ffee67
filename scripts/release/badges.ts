/** The row of badges below the title of the guides: there is none until there is an owner whom it could be asked of. */
import type { Manifest } from './manifest';

/** Below the title; a guide may have comments above it. */
const TITLE = /^# .+\n/m;

/**
 * A guide with its badges, each with what it links to: tests of the branch, version at npm, licence. One that has
 * them stays as it is.
 */
export function putBadges(
	guide: string,
	{ name, homepage, license }: Pick<Manifest, 'name' | 'homepage' | 'license'>,
): string {
	const tests = `${homepage}/actions/workflows/ci.yml`;
	const badges = [
		`[![Tests](${tests}/badge.svg)](${tests})`,
		`[![Version at npm](https://img.shields.io/npm/v/${name})](https://www.npmjs.com/package/${name})`,
		`[![License: ${license}](https://img.shields.io/npm/l/${name})](${homepage}/blob/main/LICENSE)`,
	];
	if (guide.includes(`${tests}/badge.svg`)) return guide;
	return guide.replace(TITLE, (title) => `${title}\n${badges.join('\n')}\n`);
}
