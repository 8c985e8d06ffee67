import { HTTP_STATUSES } from '../../../../push-kit/catalog/httpStatuses';
import { RECEIPT_RESULTS } from '../../../../push-kit/catalog/receiptResults';
import { RESPONSE_CODES } from '../../../../push-kit/catalog/responseCodes';
import { TOKEN_REASONS } from '../../../../push-kit/catalog/tokenReasons';
import { VERDICTS } from '../../../../push-kit/catalog/verdicts';
import { drawCodes, type CodeTables } from '../../../../scripts/docs/codes';

const TABLES: CodeTables = {
	responses: RESPONSE_CODES,
	reasons: TOKEN_REASONS,
	statuses: HTTP_STATUSES,
	results: RECEIPT_RESULTS,
};

const PAGE = drawCodes();

/** The lines of the table under a heading that begin with a word. */
function linesOf(heading: string, word: string | number): string[] {
	const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
	const [own = ''] = section.split('\n## ');
	return own.split('\n').filter((line) => line.startsWith(`| \`${word}\` |`));
}

/** The tables with one row of one of them changed. */
function withRow<Name extends keyof CodeTables>(name: Name, change: object): CodeTables {
	const [first, ...others] = TABLES[name];
	return { ...TABLES, [name]: [{ ...first, ...change }, ...others] };
}

describe('the page of codes', () => {
	it.each(RESPONSE_CODES.map(({ code }) => code))('has the response code %s', (code) => {
		expect(linesOf('Response codes', code).length).toBeGreaterThan(0);
	});

	it.each(TOKEN_REASONS.map((row) => [row.reason, row] as const))(
		'has the reason %s, with both readings where a wrong set-up explains it, too',
		(reason, { setUp, verdict }) => {
			const lines = linesOf('Token reasons', reason);
			expect(lines).toHaveLength(setUp === undefined ? 1 : 2);
			expect(lines.at(-1)).toContain(`| \`${verdict}\` |`);
			if (setUp !== undefined) expect(lines[0]).toContain(`| \`${setUp.verdict}\` |`);
		},
	);

	it.each(HTTP_STATUSES.map(({ status }) => status))('has the HTTP status %d', (status) => {
		expect(linesOf('HTTP statuses', status)).toHaveLength(1);
	});

	it.each(RECEIPT_RESULTS.map(({ result }) => result))('has the result %d', (result) => {
		expect(linesOf('Receipt results', result)).toHaveLength(1);
	});

	it('tells a code apart by the action where its words differ', () => {
		expect(linesOf('Response codes', '80100003').map((line) => line.split(' | ')[1])).toEqual([
			'Send, Revoke',
			'Verify',
		]);
	});

	it('says for how long a widget is to be left out', () => {
		expect(linesOf('Receipt results', 261)[0]).toContain('`pause` for 720 hours, `formId`');
	});

	it('explains every verdict', () => {
		for (const verdict of Object.keys(VERDICTS)) {
			expect(linesOf('Verdicts', verdict)).toHaveLength(1);
		}
	});
});

describe('a table with a gap', () => {
	it.each<[string, CodeTables]>([
		['Response code 80000000 has no remedy', withRow('responses', { remedy: ' ' })],
		['Token reason noPushTypeRight has no remedy', withRow('reasons', { remedy: '' })],
		[
			'Response code 80000000 has no remedy for revoke',
			withRow('responses', { byEndpoint: { revoke: { remedy: '' } } }),
		],
		[
			'Token reason noPushTypeRight has no remedy in doubt',
			withRow('reasons', { setUp: { provenBy: 'project', verdict: 'fixSetup', remedy: '' } }),
		],
		['HTTP status 400 has no meaning', withRow('statuses', { meaning: '' })],
		['Receipt result 0 has no advice', withRow('results', { advice: '' })],
		[
			'Response code 80100000 stands in the catalog twice',
			withRow('responses', { code: '80100000' }),
		],
		['Receipt result 5 stands in the catalog twice', withRow('results', { result: 5 })],
	])('is not drawn: %s', (message, tables) => {
		expect(() => drawCodes(tables)).toThrow(message);
	});
});
