import type { IDataObject } from 'n8n-workflow';

import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';
import { evaluateInNode } from '../../../builders/nodeExpression';

const TYPE = new HuaweiPush();

/** The words that n8n writes below the node. */
const subtitle = (parameters: IDataObject) =>
	evaluateInNode(TYPE, TYPE.description.subtitle, parameters);

describe('the subtitle', () => {
	const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
		operations.map(({ value, action }) => [String(option.value), value, action] as const),
	);

	it.each(OPERATIONS)('of %s: %s is its action', (resource, operation, action) => {
		expect(subtitle({ resource, operation })).toBe(action);
	});

	it('of a node as it is put on the canvas is what most come for', () => {
		expect(subtitle({})).toBe('Send notification');
	});

	it.each(['__CUSTOM_API_CALL__', 'constructor', ''])('of %j, which is none, is empty', (word) => {
		expect(subtitle({ resource: word, operation: word })).toBeUndefined();
	});
});
