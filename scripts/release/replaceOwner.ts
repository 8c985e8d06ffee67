/** Puts another owner into a text. */
import type { Manifest } from './manifest';

export interface Owner {
	/** Of the repository, without a slash at its end. */
	homepage: string;
	/** Stands in the licence as well. */
	author: string;
	email: string;
}

const COPYRIGHT = /(Copyright \(c\) \d{4} )(.+)/g;

/**
 * A text of this repository with the owner that `before` names replaced: addresses wherever they stand, the name
 * only where it is the author's or the copyright's.
 */
export function replaceOwner(
	text: string,
	before: Pick<Manifest, 'author' | 'homepage'>,
	{ homepage, author, email }: Owner,
): string {
	const { name } = before.author;
	// Functions, so that a `$` in a name stays one.
	return text
		.replaceAll(before.homepage, () => homepage)
		.replaceAll(before.author.email, () => email)
		.replaceAll(`"name": ${JSON.stringify(name)}`, () => `"name": ${JSON.stringify(author)}`)
		.replace(COPYRIGHT, (line, head: string, holder: string) =>
			holder === name ? `${head}${author}` : line,
		);
}
