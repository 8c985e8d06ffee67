import { COLOR, Fields } from './fields';

/**
 * An array of RichText that may be absent: the texts together have at most `max` characters and
 * share one colour. Returns the texts joined, or undefined when the array is absent.
 */
export function readRichTexts(parent: Fields, name: string, max: number): string | undefined {
	const items = parent.list(name);
	if (!items) return undefined;
	const colors = new Set<string>();
	const texts = items.map((item, index) => {
		const richText = Fields.of(item, `${parent.path}.${name}[${index}]`);
		const color = richText.text('foregroundColor', COLOR);
		if (color) colors.add(color.toUpperCase());
		richText.require('text');
		return richText.text('text') ?? '';
	});
	if (colors.size > 1) parent.refuse(name, 'may have one foregroundColor only');
	const joined = texts.join('');
	if (joined.length > max) parent.refuse(name, `texts together have at most ${max} characters`);
	return joined;
}
