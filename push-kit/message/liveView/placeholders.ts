/**
 * Placeholders in the texts of a live view, which the device replaces (`push-update-liveview`). n8n reads
 * doubled braces in a field as an expression, so an operator may write `[status]` for `{{status}}`.
 */

export const PLACEHOLDERS = ['status', 'flightNo', 'trainNo'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Where an operator may put a placeholder, in words. */
export const PLACEHOLDER_FIELDS =
	'Content Title, Content Text, Assist Area > Text, First Line or Second Line';

const NAMES = PLACEHOLDERS.join('|');
const TYPED = new RegExp(`\\[(${NAMES})\\]`, 'g');
const IN_RAW_TEXT = new RegExp(`\\{\\{\\s*(?:${NAMES})\\s*\\}\\}`);

/** The members of `keywords`, as the form shows them. */
export const KEYWORD_TITLES = { flightNo: 'Flight Number', trainNo: 'Train Number' } as const;

/** A keyword as the form shows it, with its place in JSON. */
export function describeKeyword(keyword: keyof typeof KEYWORD_TITLES): string {
	return `${KEYWORD_TITLES[keyword]} (keywords.${keyword})`;
}

/** The placeholder as Huawei writes it. */
export function placeholderText(name: Placeholder): string {
	return `{{${name}}}`;
}

/**
 * Whether the raw text of a parameter holds a placeholder: in expression mode n8n would evaluate it, and
 * Huawei would get an empty text.
 */
export function holdsPlaceholder(rawText: string): boolean {
	return IN_RAW_TEXT.test(rawText);
}

/**
 * Turns `[status]`, `[flightNo]` and `[trainNo]` into Huawei's form, in those texts of a live view's
 * `payload` that may carry them. The payload may still be of a wrong shape: what is no text stays.
 */
export function fillPlaceholders(
	payload: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const fill = (text: string): string => text.replace(TYPED, '{{$1}}');
	const filled = changeAt(payload, ['activityData', 'notificationData'], (card) =>
		changeTexts(card, fill),
	);
	return isRecord(filled) ? filled : { ...payload };
}

/** Whether a card (`notificationData`) shows the placeholder at least once. */
export function showsPlaceholder(card: object, name: Placeholder): boolean {
	let shows = false;
	changeTexts(card, (text) => {
		shows ||= text.includes(placeholderText(name));
		return text;
	});
	return shows;
}

type Path = readonly string[];

/** Stands for every entry of a list. */
const EACH = '*';

const TEXTS: readonly Path[] = [
	['contentTitle'],
	['contentText', EACH, 'text'],
	['extend', 'text'],
];

const linesOf = (block: string): Path[] => [
	[block, 'firstLine'],
	[block, 'secondLine'],
];

/** In the text blocks of these layouts Huawei looks for placeholders, too. */
const LINES_OF_LAYOUT: ReadonlyMap<unknown, readonly Path[]> = new Map([
	[4, linesOf('singleTextBlock')],
	[5, [...linesOf('firstTextBlock'), ...linesOf('lastTextBlock')]],
]);

function changeTexts(card: unknown, change: (text: string) => string): unknown {
	const lines = isRecord(card) ? (LINES_OF_LAYOUT.get(card.type) ?? []) : [];
	return [...TEXTS, ...lines].reduce(
		(changed, path) =>
			changeAt(changed, path, (text) => (typeof text === 'string' ? change(text) : text)),
		card,
	);
}

function changeAt(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
	const [name, ...rest] = path;
	if (name === undefined) return change(value);
	if (name === EACH) {
		return Array.isArray(value) ? value.map((entry) => changeAt(entry, rest, change)) : value;
	}
	if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
	return { ...value, [name]: changeAt(value[name], rest, change) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
