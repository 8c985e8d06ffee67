import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';
import { describeReceipt } from '../../../../push-kit/receipt/receipt';
import { outputSchemas, writeOutputSchemas } from '../../../../scripts/build/outputSchemas';

const SCHEMAS = outputSchemas();

const ofOperation = (resource: string, operation: string) =>
	SCHEMAS.get(`nodes/HuaweiPush/__schema__/v1.0.0/${resource}/${operation}.json`);

const fieldsOf = (resource: string, operation: string) =>
	Object.keys(ofOperation(resource, operation)?.properties ?? {});

// What really comes out is compared in test/integration/nodes/HuaweiPush/outputSchema.test.ts.
describe('the output schemas', () => {
	it('are one for each operation, and one for the trigger', () => {
		const operations = RESOURCES.flatMap(({ option, operations: all }) =>
			all.map(({ value }) => ofOperation(String(option.value), value)),
		);
		expect(operations).not.toContain(undefined);
		expect(SCHEMAS.size).toBe(operations.length + 1);
	});

	it('are written as n8n writes its own', () => {
		expect(ofOperation('badge', 'update')).toEqual({
			type: 'object',
			properties: {
				pushToken: { type: 'string' },
				outcome: { type: 'string' },
				messageType: { type: 'string' },
				biTag: { type: 'string' },
				requestId: { type: 'string' },
				code: { type: 'string' },
			},
			version: 1,
		});
	});

	it('tell the ID by which a message is found again, where it has one', () => {
		expect(fieldsOf('notification', 'send')).toContain('notifyId');
		expect(fieldsOf('liveView', 'end')).toContain('activityId');
		expect(fieldsOf('form', 'update')).toContain('formId');
		expect(fieldsOf('background', 'send')).not.toContain('notifyId');
		expect(fieldsOf('custom', 'send')).toEqual(
			expect.arrayContaining(['notifyId', 'activityId', 'formId']),
		);
	});

	it('tell of a picture its address in place of a push token', () => {
		expect(fieldsOf('image', 'verify')).toEqual(expect.arrayContaining(['imageUrl', 'expiresAt']));
		expect(fieldsOf('image', 'verify')).not.toContain('pushToken');
	});

	it('of the trigger name the fields of a receipt, in their order', () => {
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
		const { properties = {} } = SCHEMAS.get('nodes/HuaweiPushTrigger/__schema__/v1.0.0.json') ?? {};
		expect(Object.keys(properties)).toEqual(Object.keys(receipt));
		for (const [name, value] of Object.entries(receipt)) {
			expect(properties[name]?.type.replace('integer', 'number')).toBe(typeof value);
		}
	});

	it('are written below the folder of their node', () => {
		const folder = mkdtempSync(join(tmpdir(), 'huawei-push-schemas-'));
		try {
			expect(writeOutputSchemas(folder)).toBe(SCHEMAS.size);
			for (const [path, schema] of SCHEMAS) {
				expect(existsSync(join(folder, path))).toBe(true);
				expect(JSON.parse(readFileSync(join(folder, path), 'utf8'))).toEqual(schema);
			}
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
