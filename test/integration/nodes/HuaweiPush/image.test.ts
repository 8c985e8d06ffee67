import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { runNode } from '../../../builders/engine';
import { startAnsweringServer } from './answeringServer';

const sandbox = useSandbox();

const IMAGE = 'https://cdn.example.com/icons/order.png';

async function verify(items: Array<{ imageUrl: string }>, settings = {}) {
	return await runNode({
		parameters: {
			resource: 'image',
			operation: 'verify',
			imageUrl: '={{ $json.imageUrl }}',
			pushType: 1,
		},
		items,
		credentials: { serviceAccountKey: JSON.stringify(sandbox.keyFile), baseUrl: sandbox.url },
		settings,
	});
}

describe('Image: Verify', () => {
	it('gives the address to send the picture with, and until when', async () => {
		const { outputs, error } = await verify([{ imageUrl: IMAGE }]);
		expect(error).toBeUndefined();
		const json = outputs[0]?.[0]?.json ?? {};
		expect(json).toMatchObject({ imageUrl: IMAGE, outcome: 'accepted', code: '83010000' });
		expect(String(json.downloadUrl)).toContain(IMAGE);
		expect(Date.parse(String(json.expiresAt)) / 1000).toBe(Number(json.expireTime));
		expect(sandbox.store.imageChecks).toMatchObject([
			{ imageUrl: IMAGE, pushType: 1, url: `/v2/${sandbox.projectId}/images:verify` },
		]);
	});

	it('checks the same picture once and tells each item', async () => {
		const { outputs } = await verify([{ imageUrl: IMAGE }, { imageUrl: IMAGE }]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(sandbox.store.imageChecks).toHaveLength(1);
	});

	it('tells a refused picture on Problem, with its remedy', async () => {
		sandbox.state.faults.add({ fault: 'code', code: '83010001', times: 1 });
		const { outputs } = await verify([{ imageUrl: IMAGE }]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			imageUrl: IMAGE,
			code: '83010001',
			verdict: 'fixMessage',
		});
	});

	it('refuses an address that is not https before anything is sent', async () => {
		const items = [{ imageUrl: IMAGE }, { imageUrl: 'http://cdn.example.com/a.png' }];
		const { error } = await verify(items);
		expect(error?.message).toBe(
			'Item 2: Image URL must be a web address that begins with https://.',
		);
		expect(sandbox.store.imageChecks).toEqual([]);
	});

	it('checks the others when the node continues on errors', async () => {
		const items = [{ imageUrl: IMAGE }, { imageUrl: '' }];
		const { outputs } = await verify(items, { onError: 'continueRegularOutput' });
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[1]?.[0]).toMatchObject({
			json: { message: 'Item 2: Image URL is empty. Enter the address of the picture.' },
			pairedItem: { item: 1 },
		});
	});

	describe('where an answer makes no sense', () => {
		const ITEMS = ['a', 'b', 'c', 'd'].map((name) => ({
			imageUrl: `https://cdn.example.com/${name}.png`,
		}));

		/** The second picture meets the answer. */
		async function verifyAgainst(body: string) {
			const server = await startAnsweringServer((number) =>
				number === 2
					? { body }
					: { body: { code: '83010000', msg: '', downloadUrl: `${IMAGE}?k=1`, expireTime: '1' } },
			);
			const run = await runNode({
				parameters: {
					resource: 'image',
					operation: 'verify',
					imageUrl: '={{ $json.imageUrl }}',
					pushType: 1,
					options: { concurrency: 1 },
				},
				items: ITEMS,
				credentials: { serviceAccountKey: JSON.stringify(sandbox.keyFile), baseUrl: server.url },
			});
			await server.close();
			return run.outputs.map((items) =>
				items.map(({ json, pairedItem }): IDataObject => ({ ...json, pairedItem })),
			);
		}

		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

		it.each([
			['80100003', 'failed'],
			['83010001', 'failed'],
			['89999999', 'unknown'],
		])('a deep msg with %s loses no picture', async (code, outcome) => {
			const [accepted, problems] = await verifyAgainst(`{"code":"${code}","msg":${deep}}`);
			expect(accepted?.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 2, 3].map((item) => ({ item })),
			);
			expect(problems).toMatchObject([{ outcome, code, pairedItem: { item: 1 } }]);
		});

		it.each([
			['a deep address', `"downloadUrl":${deep},"expireTime":${deep}`, undefined],
			['an end that cannot be read', '"expireTime":{"toString":1}', undefined],
			['an end that never comes', '"expireTime":"1e99"', undefined],
			['an address that is a script', '"downloadUrl":"javascript:alert(1)"', undefined],
			['an address without an end', `"downloadUrl":"${IMAGE}?${'9'.repeat(5000)}"`, undefined],
			['an end that is a number', '"expireTime":1790000000', '1790000000'],
		])('%s is not passed on', async (_, members, expireTime) => {
			const [accepted, problems] = await verifyAgainst(`{"code":"83010000","msg":"",${members}}`);
			expect(problems).toEqual([]);
			expect(accepted?.[1]?.outcome).toBe('accepted');
			expect(accepted?.[1]?.downloadUrl).toBeUndefined();
			expect(accepted?.[1]?.expireTime).toBe(expireTime);
		});
	});

	it.each(['80100022', '80100024'])('is what a send refused with %s points to', async (code) => {
		sandbox.state.faults.add({ fault: 'code', code, times: 1 });
		const { outputs } = await runNode({
			parameters: {
				category: 'WORK',
				title: 'Order',
				body: 'Sent',
				additionalFields: { image: IMAGE },
			},
			items: [{ pushToken: 'TOKEN_A' }],
			credentials: { serviceAccountKey: JSON.stringify(sandbox.keyFile), baseUrl: sandbox.url },
		});
		expect(outputs[1]?.[0]?.json.advice).toContain('Image > Verify');
	});
});
