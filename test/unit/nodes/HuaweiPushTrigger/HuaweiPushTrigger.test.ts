import { HuaweiPushReceiptApi } from '../../../../credentials/HuaweiPushReceiptApi.credentials';
import codex from '../../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node.json';
import { HuaweiPushTrigger } from '../../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';
import { REFUSALS } from '../../../../nodes/HuaweiPushTrigger/answers';
import { RECEIPT_MESSAGE_TYPES } from '../../../../push-kit/catalog/messageTypes';
import { RECEIPT_EVENTS } from '../../../../push-kit/catalog/receiptResults';
import { LARGEST_TOLERANCE_SECONDS } from '../../../../push-kit/receipt/signature';

const { description, methods, webhookMethods } = new HuaweiPushTrigger();

function property(name: string) {
	return description.properties.find((candidate) => candidate.name === name);
}

describe('the description', () => {
	it('answers with what the webhook returns, and only to POST', () => {
		expect(description.webhooks).toEqual([
			expect.objectContaining({ httpMethod: 'POST', responseMode: 'onReceived', responseData: '' }),
		]);
	});

	it('holds no expression, because each would cost time on every call', () => {
		expect(JSON.stringify(description)).not.toMatch(/"=/);
	});

	it('verifies by default and demands the credential for it', () => {
		expect(property('verification')?.default).toBe('signature');
		expect(description.credentials).toEqual([
			expect.objectContaining({
				name: new HuaweiPushReceiptApi().name,
				required: true,
				displayOptions: { show: { verification: ['signature'] } },
			}),
		]);
	});

	it('names a credential test that exists', () => {
		const testedBy = description.credentials?.[0]?.testedBy;
		expect(Object.keys(methods.credentialTest)).toEqual([testedBy]);
	});

	it('starts on every event unless told otherwise', () => {
		const values = RECEIPT_EVENTS.map(({ value }) => value);
		expect(property('triggerOn')?.default).toEqual(values);
		expect(property('triggerOn')?.options).toEqual(
			values.map((value) => expect.objectContaining({ value })),
		);
		expect(property('messageTypes')?.default).toEqual([]);
	});

	it('offers the message types that a receipt can tell apart', () => {
		const values = property('messageTypes')?.options?.map(
			(option) => 'value' in option && option.value,
		);
		expect([...(values ?? [])].sort()).toEqual(
			RECEIPT_MESSAGE_TYPES.map(({ messageType }) => messageType).sort(),
		);
		expect(values).toEqual(expect.arrayContaining(['notification', 'form', 'custom']));
		expect(values).not.toContain('badge');
	});

	it('labels each event in the list of nodes, in words of its own', () => {
		const labels = property('triggerOn')?.options?.map((option) =>
			'action' in option ? option.action : undefined,
		);
		expect(labels).toEqual(labels?.map(() => expect.stringMatching(/^On [a-z]/)));
		expect(new Set(labels).size).toBe(RECEIPT_EVENTS.length);
	});

	it('takes a tolerance of up to the day that is verified', () => {
		const options = property('options')?.options ?? [];
		const tolerance = options.find((option) => option.name === 'tolerance');
		expect(tolerance).toMatchObject({ typeOptions: { maxValue: LARGEST_TOLERANCE_SECONDS } });
	});

	it('names the steps in AppGallery Connect', () => {
		const steps = property('setupSteps')?.displayName ?? '';
		for (const step of [
			'New receipt',
			'Test receipt',
			'production URL',
			'commercial CA',
			'V2',
			'publish',
			'docs/console.md',
		]) {
			expect(steps).toContain(step);
		}
	});

	it('is in English only, as the answers are', () => {
		const texts = JSON.stringify([description, REFUSALS]);
		expect(texts.match(/\p{Script=Han}/u)).toBeNull();
	});

	it('says what happens to filters while the editor listens', () => {
		for (const name of ['triggerOn', 'messageTypes']) {
			expect(property(name)?.description).toContain('every receipt comes through');
		}
		expect(JSON.stringify(description.triggerPanel)).toContain('Every receipt comes through');
	});
});

describe('the codex', () => {
	it('belongs to the node and is found in both languages', () => {
		expect(codex.node).toBe(`n8n-nodes-huawei-push.${description.name}`);
		expect(codex.alias).toEqual(expect.arrayContaining(['receipt', '回执', '推送']));
	});
});

describe('the life of the webhook', () => {
	it('registers nothing: Push Kit has no API for receipt addresses', async () => {
		expect(await webhookMethods.default.checkExists()).toBe(true);
		expect(await webhookMethods.default.create()).toBe(true);
		expect(await webhookMethods.default.delete()).toBe(true);
	});
});
