/** `docs/codes.md`: every word and number with which Huawei and devices answer. */
import { HTTP_STATUSES } from '../../push-kit/catalog/httpStatuses';
import {
	RECEIPT_EVENTS,
	RECEIPT_RESULTS,
	type ReceiptResult,
} from '../../push-kit/catalog/receiptResults';
import {
	RESPONSE_CODES,
	type Endpoint,
	type ResponseCode,
} from '../../push-kit/catalog/responseCodes';
import { TOKEN_REASONS, type TokenReason } from '../../push-kit/catalog/tokenReasons';
import { remedyOf } from '../../push-kit/catalog/unsure';
import { VERDICTS } from '../../push-kit/catalog/verdicts';
import { bullets, code, codes, drawnFrom, page, plain, remedy, table } from './markdown';
import { complete } from './rows';
import { sources } from './sources';

/** The tables of the catalog that the page is drawn from; tests give broken ones. */
export interface CodeTables {
	readonly responses: readonly ResponseCode[];
	readonly reasons: readonly TokenReason[];
	readonly statuses: typeof HTTP_STATUSES;
	readonly results: readonly ReceiptResult[];
}

const CATALOG: CodeTables = {
	responses: RESPONSE_CODES,
	reasons: TOKEN_REASONS,
	statuses: HTTP_STATUSES,
	results: RECEIPT_RESULTS,
};

const ACTIONS: Readonly<Record<Endpoint, string>> = {
	send: 'Send',
	revoke: 'Revoke',
	verify: 'Verify',
};

/**
 * The page.
 *
 * @throws {RangeError} if a row lacks its meaning or its remedy, or stands there twice
 */
export function drawCodes({ responses, reasons, statuses, results }: CodeTables = CATALOG): string {
	complete('Response code', responses, (row) => ({
		name: row.code,
		texts: { ...textsOf(row), ...textsOfEndpoints(row) },
	}));
	complete('Token reason', reasons, (row) => ({
		name: row.reason,
		texts: { ...textsOf(row), ...(row.setUp && { 'remedy in doubt': row.setUp.remedy }) },
	}));
	complete('HTTP status', statuses, (row) => ({
		name: String(row.status),
		texts: { ...textsOf(row), remedy: remedyOf(row, 'send') },
	}));
	complete('Receipt result', results, ({ result, resultText, advice }) => ({
		name: String(result),
		texts: { resultText, advice },
	}));
	const all = [...responses, ...reasons, ...statuses, ...results];
	return page([
		drawnFrom('npm run docs'),
		'# Codes and results',
		`Every code, reason, status and result with which Huawei or a device answers: what it means, what to do about the token, and the next click. They are those of Huawei's pages ${sources(all)}, in the words that the node and the trigger use, and the page is generated from their tables.`,
		'The menus of the consoles in Chinese: [labels](console.md). What comes out of the node beside them: [README](../README.md#reading-the-two-outputs).',
		'## Verdicts',
		table(
			['Verdict', 'Do this'],
			Object.entries(VERDICTS).map(([verdict, { advice }]) => [code(verdict), plain(advice)]),
		),
		'## Response codes',
		'The `code` of an answer, for the request as a whole. What it says about a single token, the reason of that token decides.',
		table(
			['Code', 'Answers', 'Huawei says', 'Meaning', 'Verdict', 'Next click'],
			responses.flatMap(responseRows),
		),
		'## Token reasons',
		'Why Huawei refused a single token. Some reasons a wrong set-up explains as well as a dead token does: those have two lines, and the first holds until enough others were accepted.',
		table(
			['Reason', 'Meaning', 'Verdict', 'Next click'],
			reasons.flatMap((row) => reasonRows(row)),
		),
		'## HTTP statuses',
		'They count only where the answer holds no code of Huawei. With the outcome `unknown` Huawei may have taken the message; the next click is that of a message, for whatever else is asked can be asked again without harm (`retryLater`).',
		table(
			['Status', 'Meaning', 'Outcome', 'Verdict', 'Next click'],
			statuses.map((row) => [
				code(row.status),
				plain(row.meaning),
				code(row.outcome),
				code(row.verdict),
				remedy(remedyOf(row, 'send')),
			]),
		),
		'## Receipt results',
		'What became of a message on the device; the trigger gives it as `result`. _Event_ is what the trigger can start on.',
		table(
			['Result', 'Event', 'Meaning', 'Verdict', 'Next click'],
			results.map((row) => [
				code(row.result),
				code(row.event),
				plain(row.resultText),
				verdictOf(row),
				remedy(row.advice),
			]),
		),
		'The events:',
		bullets(
			RECEIPT_EVENTS.map(({ value, description }) => `${code(value)}: ${plain(description)}`),
		),
	]);
}

function textsOf({ meaning, remedy: advice }: { meaning: string; remedy: string }) {
	return { meaning, remedy: advice };
}

/** Words that hold for one action only, named as `remedy for verify`. */
function textsOfEndpoints({ byEndpoint = {} }: ResponseCode): Record<string, string> {
	const texts = Object.entries(byEndpoint).flatMap(([endpoint, own]) =>
		Object.entries(own).map(([name, text]) => [`${name} for ${endpoint}`, text]),
	);
	return Object.fromEntries(texts);
}

/** A line for the code, and one for each action that has words of its own. */
function responseRows(row: ResponseCode): string[][] {
	const own = row.endpoints.filter((endpoint) => row.byEndpoint?.[endpoint] !== undefined);
	const common = row.endpoints.filter((endpoint) => !own.includes(endpoint));
	const line = (endpoints: readonly Endpoint[], text: ResponseCode) => [
		code(text.code),
		endpoints.map((endpoint) => ACTIONS[endpoint]).join(', '),
		plain(text.serverMessage),
		plain(text.meaning),
		code(text.verdict),
		remedy(remedyOf(text, endpoints[0] ?? 'send')),
	];
	return [
		...(common.length === 0 ? [] : [line(common, row)]),
		...own.map((endpoint) => line([endpoint], { ...row, ...row.byEndpoint?.[endpoint] })),
	];
}

function reasonRows({ reason, meaning, verdict, remedy: advice, setUp }: TokenReason): string[][] {
	const line = (word: string, next: string) => [
		code(reason),
		plain(meaning),
		code(word),
		remedy(next),
	];
	return [
		...(setUp === undefined ? [] : [line(setUp.verdict, setUp.remedy)]),
		line(verdict, advice),
	];
}

const HOUR_SECONDS = 3600;

function verdictOf({ verdict, pauseSeconds, scope }: ReceiptResult): string {
	const time = pauseSeconds === undefined ? '' : ` for ${pauseSeconds / HOUR_SECONDS} hours`;
	return `${code(verdict)}${time}${scope === undefined ? '' : `, ${codes([scope])}`}`;
}
