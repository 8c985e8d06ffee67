interface Colour {
	alpha: number;
	red: number;
	green: number;
	blue: number;
}

function parse(colour: string): Colour | undefined {
	const match = /^#([0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
	if (!match) return undefined;
	const [, alpha = 'ff', red = '0', green = '0', blue = '0'] = match;
	return {
		alpha: parseInt(alpha, 16) / 255,
		red: parseInt(red, 16),
		green: parseInt(green, 16),
		blue: parseInt(blue, 16),
	};
}

/** Huawei's `#AARRGGBB` (or `#RRGGBB`) as CSS writes it; undefined for anything else. */
export function toCss(colour: string): string | undefined {
	const parsed = parse(colour);
	if (!parsed) return undefined;
	const { alpha, red, green, blue } = parsed;
	return `rgba(${red}, ${green}, ${blue}, ${Math.round(alpha * 1000) / 1000})`;
}

/** Black or white, whichever can be read better on the colour (WCAG 2 relative luminance). */
export function chooseTextColour(background: string): string {
	const parsed = parse(background);
	if (!parsed) return '#000000';
	const [red = 0, green = 0, blue = 0] = [parsed.red, parsed.green, parsed.blue].map((part) => {
		const share = part / 255;
		return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	return luminance > 0.179 ? '#000000' : '#ffffff';
}
