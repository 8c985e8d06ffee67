/** The tag that starts a release. */

/**
 * Whether a tag releases this version: it is the version, with or without `v` before it.
 *
 * @param tag as git has it, `v0.1.0` or `0.1.0`
 * @returns what is wrong with it, or nothing
 */
export function judgeTag(tag: string, version: string): string[] {
	return tag === version || tag === `v${version}`
		? []
		: [`The tag ${tag} does not release ${version}, which package.json names.`];
}
