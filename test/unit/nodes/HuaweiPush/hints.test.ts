import type { IDataObject } from 'n8n-workflow';

import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { evaluateInNode } from '../../../builders/nodeExpression';

const TYPE = new HuaweiPush();

/** The hints that the editor shows before a run, by how they begin. */
function shown(parameters: IDataObject): string[] {
	const { hints = [] } = TYPE.description;
	return hints
		.filter(({ displayCondition }) => evaluateInNode(TYPE, displayCondition, parameters) === true)
		.map(({ message }) => message.slice(0, 46));
}

const TO_EVERYONE = 'A run from the editor sends to everyone on the';

describe('the hints before a run', () => {
	it.each([
		['a new node', {}],
		['a safe one', { manualDelivery: 'safe', delivery: 'production' }],
		['test messages', { manualDelivery: 'same', delivery: 'test' }],
		['a dry run', { manualDelivery: 'same', delivery: 'dryRun' }],
		['a guarded one', { manualDelivery: 'same', options: { maximumRecipients: 500 } }],
		['one that withdraws', { operation: 'revoke' }],
		['one that checks a picture', { resource: 'image', operation: 'verify' }],
	])('do not nag: %s', (_, parameters) => {
		expect(shown(parameters)).toEqual([]);
	});

	it.each([
		['without options', {}],
		['with other options', { options: { timeout: 1000 } }],
		['without a limit', { options: { maximumRecipients: 0 } }],
	])('warn of a click that reaches everyone, %s', (_, parameters) => {
		expect(shown({ manualDelivery: 'same', ...parameters })).toEqual([TO_EVERYONE]);
	});

	it('name fields and choices as the panel does', () => {
		const panel = JSON.stringify(TYPE.description.properties);
		for (const words of ['When Run From the Editor', 'Test Message', 'Maximum Recipients']) {
			expect(JSON.stringify(TYPE.description.hints)).toContain(words);
			expect(panel).toContain(`"${words}"`);
		}
	});
});
