/** Puts another owner into a text. */
import type { Manifest } from './manifest';

export interface Owner {
	/** Of the repository, without a slash at its end. */
	homepage: string;
	/** Stands in the licence as well. */
	author: string;
	email: string;
}

const AUTHOR = /("author":\s*\{\s*"name":\s*)("(?:[^"\\]|\\.)*")/g;
const COPYRIGHT = /(Copyright \(c\) \d{4} )(.+)/g;

/** Of GitHub's names: neither `.` nor `..`, and no `-` at the beginning of an owner. */
const REPOSITORY =
	/^(?:https:\/\/github\.com\/)?([A-Za-z\d][\w-]*\/(?!\.+$)[\w.-]+?)(?:\.git)?\/?$/;

/** In TypeScript it stands between quotes. */
const EMAIL = /^[^\s"'`\\<>@]+@[^\s"'`\\<>@]+$/;

/** The owner as the command line names it; `undefined` where a part is missing or cannot be meant. */
export function readOwner(
	given: Partial<Record<'repository' | 'author' | 'email', string>>,
): Owner | undefined {
	const { repository = '', author = '', email = '' } = given;
	const path = REPOSITORY.exec(repository.trim())?.[1];
	const name = author.trim();
	if (path === undefined || name === '' || /\p{Cc}/u.test(name)) return undefined;
	if (!EMAIL.test(email.trim())) return undefined;
	return { homepage: `https://github.com/${path}`, author: name, email: email.trim() };
}

/**
 * A text of this repository with the owner that `before` names replaced: addresses wherever they stand, the name
 * only where it is the author's or the copyright's.
 *
 * @throws {RangeError} where `before` names no owner: an empty address stands between all letters
 */
export function replaceOwner(
	text: string,
	before: Pick<Manifest, 'author' | 'homepage'>,
	{ homepage, author, email }: Owner,
): string {
	const { name, email: formerEmail } = before.author ?? {};
	if (!name || !formerEmail || !before.homepage) {
		throw new RangeError('package.json must name homepage, author.name and author.email.');
	}
	// Functions, so that a `$` in a name stays one.
	return text
		.replace(wholeAddress(before.homepage), () => homepage)
		.replace(wholeAddress(formerEmail), () => email)
		.replace(AUTHOR, (line, head: string, quoted: string) =>
			quoted === JSON.stringify(name) ? `${head}${JSON.stringify(author)}` : line,
		)
		.replace(COPYRIGHT, (line, head: string, holder: string) =>
			holder === name ? `${head}${author}` : line,
		);
}

/** It, and no longer one that begins or ends like it; a full stop and `.git` may follow. */
function wholeAddress(address: string): RegExp {
	const exact = address.replace(/[^\w]/g, '\\$&');
	return new RegExp(`(?<![\\w.-]|(?<!git)\\+)${exact}(?![\\w-]|\\.(?!git\\b)\\w)`, 'g');
}
