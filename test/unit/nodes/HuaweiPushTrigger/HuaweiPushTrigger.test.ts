import { HuaweiPushReceiptApi } from '../../../../credentials/HuaweiPushReceiptApi.credentials';
import schema from '../../../../nodes/HuaweiPushTrigger/__schema__/v1.0.0.json';
import codex from '../../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node.json';
import { HuaweiPushTrigger } from '../../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';
import { describeReceipt } from '../../../../push-kit/receipt/receipt';
import { RECEIPT_EVENTS } from '../../../../push-kit/catalog/receiptResults';

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

	it('offers only message types that a receipt can tell apart', () => {
		const values = property('messageTypes')?.options?.map(
			(option) => 'value' in option && option.value,
		);
		expect([...(values ?? [])].sort()).toEqual([
			'background',
			'call',
			'custom',
			'form',
			'liveView',
			'location',
			'mdm',
			'notification',
			'textToSpeech',
		]);
	});

	it('names the steps in AppGallery Connect', () => {
		const steps = property('setupSteps')?.displayName ?? '';
		for (const step of [
			'新建回执',
			'测试回执',
			'production URL',
			'commercial CA',
			'V2',
			'publish',
		]) {
			expect(steps).toContain(step);
		}
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

describe('the sample output', () => {
	it('names the fields of a receipt, in their order', () => {
		const receipt = describeReceipt(
			{
				token: 't',
				pushType: 1,
				appPackageName: 'com.example.shop',
				biTag: 'b',
				requestId: '1',
				formId: 5,
				result: 262,
				timestamp: 1_790_000_000_123,
				unknownFields: {},
			},
			0,
		);
		expect(Object.keys(schema.properties)).toEqual(Object.keys(receipt));
	});
});
