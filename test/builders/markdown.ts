/** Markdown pages as their readers take them: sections, blocks of code, links. */

/** What stands under a heading, up to the next one of any level. */
export interface Section {
	/** 1 for `#`. */
	readonly level: number;
	readonly title: string;
	readonly text: string;
	/** The heading of another page that a comment `<!-- README: ... -->` above this one names. */
	readonly twinOf: string | undefined;
}

const FENCED = /^```[^]*?^```$/gm;

/** The blocks of code with their fences. */
export function codeBlocks(text: string): string[] {
	return text.match(FENCED) ?? [];
}

/** The text without its blocks of code, whose `#` and brackets are none of Markdown's. */
export function withoutCode(text: string): string {
	return text.replace(FENCED, '');
}

/** The sections of a page, in order; what stands before the first heading is left out. */
export function readSections(page: string): Section[] {
	const blocks = codeBlocks(page);
	// A block stands as its number, so that no line of it reads as a heading.
	let block = 0;
	const lines = page.replace(FENCED, () => `\0${block++}\0`).split('\n');
	const starts = lines.flatMap((line, index) => (/^#{1,6} /.test(line) ? [index] : []));
	return starts.map((start, index) => {
		const [, marks = '', title = ''] = /^(#+) (.+)$/.exec(lines[start] ?? '') ?? [];
		const text = lines
			.slice(start + 1, starts[index + 1])
			.join('\n')
			.replace(/<!--[^]*?-->/g, '')
			.replace(/\0(\d+)\0/g, (_, number) => blocks[Number(number)] ?? '')
			.trim();
		const above = lines.slice(starts[index - 1] ?? 0, start).join('\n');
		const twinOf = /<!-- README: (.+?) -->\s*$/.exec(above)?.[1];
		return { level: marks.length, title: title.trim(), text, twinOf };
	});
}

/** The targets of the links and pictures of a page. */
export function linksOf(text: string): string[] {
	return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}
