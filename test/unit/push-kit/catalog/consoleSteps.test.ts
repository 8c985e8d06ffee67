import * as httpStatuses from '../../../../push-kit/catalog/httpStatuses';
import * as receiptResults from '../../../../push-kit/catalog/receiptResults';
import * as responseCodes from '../../../../push-kit/catalog/responseCodes';
import * as tokenReasons from '../../../../push-kit/catalog/tokenReasons';
import {
	CONSOLE_MENUS,
	CONSOLE_PAGE,
	CONSOLE_STEPS,
	joinSteps,
	N8N_STEPS,
} from '../../../../push-kit/catalog/consoleSteps';

const LINK = ` See the labels in Chinese (${CONSOLE_PAGE}).`;

/** Every text of a table that leads to the page of the labels. */
function linkedTexts(value: unknown): string[] {
	if (typeof value === 'string') return value.includes(CONSOLE_PAGE) ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(linkedTexts);
}

describe('the console steps', () => {
	it.each(Object.entries(CONSOLE_STEPS))(
		'%s is whole sentences that begin with what to do, and leads to the labels',
		(_id, step) => {
			expect(step.endsWith(LINK)).toBe(true);
			expect(step.slice(0, -LINK.length)).toMatch(/^[A-Z].*\.$/);
			expect(step).not.toContain('undefined');
		},
	);

	it.each(Object.entries(N8N_STEPS))('%s, in n8n, is whole sentences, too', (_id, step) => {
		expect(step).toMatch(/^[A-Z].*\.$/);
	});

	it.each(Object.values(CONSOLE_MENUS))('%s is a menu of some step', (menu) => {
		expect(Object.values(CONSOLE_STEPS).join('\n')).toContain(menu);
	});

	// The newest edition of each page: push-apply-right, liveview-rights, push-punishment-standards.
	it.each([
		['textToSpeechRight', ['order status', 'logistics status', 'payments', 'medical emergency']],
		['callRight', ["the app's own users", 'company', 'government', 'B22']],
		[
			'liveViewRight',
			['Manage open capabilities > Live View Kit', '5 working days', 'new profile'],
		],
		['priorityRight', ['social and business communication apps only']],
		['penalty', ['12 months', '7 days', '30 days', '90 days', '2 a day', 'three times']],
		['categoryRight', ['3 to 5 working days']],
		['receipts', ['version V2']],
	] as const)('%s tells what Huawei asks for', (id, facts) => {
		for (const fact of facts) expect(CONSOLE_STEPS[id]).toContain(fact);
	});
});

describe('joined steps', () => {
	it('name the page of the labels once, at the end', () => {
		expect(joinSteps('First this.', CONSOLE_STEPS.projectId, 'Then:', CONSOLE_STEPS.sendRate)).toBe(
			`First this. ${CONSOLE_STEPS.projectId.replace(LINK, '')} Then: ${CONSOLE_STEPS.sendRate}`,
		);
	});

	it.each(
		linkedTexts([httpStatuses, receiptResults, responseCodes, tokenReasons]).map((text) => [text]),
	)('hold in every table: %s', (text) => {
		expect(text.endsWith(LINK)).toBe(true);
		expect(text.indexOf(CONSOLE_PAGE)).toBe(text.lastIndexOf(CONSOLE_PAGE));
	});
});
