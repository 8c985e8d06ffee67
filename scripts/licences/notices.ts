/** The file that hands on the licences of what is bundled: MIT and its like ask for it in every copy. */
import type { BundledPackage } from './bundledPackages';

/** Its path in a published package. */
export const NOTICES = 'dist/THIRD_PARTY_LICENSES.txt';

/** Licences under which code may be copied into a package that is MIT itself, with its notice and nothing more. */
const PERMISSIVE = new Set([
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'ISC',
	'MIT',
]);

const RULE = '-'.repeat(80);

/**
 * The text of the file.
 *
 * @param product the package that is published
 */
export function writeNotices(product: string, packages: readonly BundledPackage[]): string {
	const head = `Code of others in ${product}, with its licences. What is not named here is under the LICENSE of ${product}.`;
	return `${[head, ...packages.map(noticeOf)].join(`\n\n${RULE}\n\n`)}\n`;
}

/**
 * What is wrong with the licences of a packed package: a sentence each, none where all is well.
 *
 * @param notices the file as it was packed; undefined where there is none
 */
export function judgeNotices(
	notices: string | undefined,
	packages: readonly BundledPackage[],
): string[] {
	if (notices === undefined) return [`${NOTICES} is missing.`];
	return packages.flatMap((bundled) => {
		const { name, version, licence } = bundled;
		if (!PERMISSIVE.has(licence)) {
			return [`${name} ${version} is under ${licence}, which this package may not be mixed with.`];
		}
		return notices.includes(noticeOf(bundled))
			? []
			: [`${NOTICES} lacks ${name} ${version} (${licence}), or its text.`];
	});
}

function noticeOf({ name, version, licence, text }: BundledPackage): string {
	return `${name} ${version} (${licence})\n\n${text}`;
}
