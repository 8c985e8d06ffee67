/** The place of the picture in `docs/architecture.md`. */

/** The page, from the root. */
export const PAGE = 'docs/architecture.md';

const BEGIN = '<!-- picture: npm run architecture -->';
const END = '<!-- /picture -->';

/**
 * The page with the picture between its marks.
 *
 * @throws {RangeError} if the page has no place for it
 */
export function placePicture(page: string, picture: string): string {
	const begin = page.indexOf(BEGIN);
	const end = page.indexOf(END);
	if (begin < 0 || end < begin) throw new RangeError(`${PAGE} lacks ${BEGIN} and ${END}`);
	const block = `${BEGIN}\n\n\`\`\`mermaid\n${picture}\n\`\`\`\n\n`;
	return page.slice(0, begin) + block + page.slice(end);
}
