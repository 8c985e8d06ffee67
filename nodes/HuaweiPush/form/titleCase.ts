/** Words that n8n's title case leaves small, unless they come first. */
const SMALL_WORDS = new Set(
	'a an and as at because but by for if in nor of on only or over per so than that the to up upon via when with without yet'.split(
		' ',
	),
);

/** A phrase as n8n writes the names of options: `Calling for a Car`. Only first letters are changed. */
export function titleCase(phrase: string): string {
	return phrase.replace(/[^\s-]+/g, (word, index: number) =>
		index > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
	);
}
