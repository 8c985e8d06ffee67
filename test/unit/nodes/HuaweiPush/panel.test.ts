import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import codex from '../../../../nodes/HuaweiPush/HuaweiPush.node.json';
import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { RESOURCES } from '../../../../nodes/HuaweiPush/actions';

const { description } = new HuaweiPush();

const OPERATIONS = RESOURCES.flatMap(({ option, operations }) =>
	operations.map((operation) => ({ resource: String(option.value), ...operation })),
);

/** What the panel shows when an operation has just been chosen. */
function openPanel(resource: string, operation: string): INodeProperties[] {
	const chosen: INodeParameters = { resource, operation };
	const node = { typeVersion: 1 };
	const values =
		NodeHelpers.getNodeParameters(description.properties, chosen, true, false, node, description) ??
		chosen;
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, node, description),
	);
}

/** Fields to fill in; notices are read, and collections show nothing until something is added. */
const isField = ({ type }: INodeProperties) =>
	type !== 'notice' && type !== 'collection' && type !== 'fixedCollection';

describe('the panel', () => {
	it.each(OPERATIONS)(
		'opens $resource: $value with at most eleven fields to fill in',
		(operation) => {
			const fields = openPanel(operation.resource, operation.value).filter(isField);
			const below = fields.filter(({ name }) => name !== 'resource' && name !== 'operation');
			expect(below.map(({ displayName }) => displayName).length).toBeLessThanOrEqual(11);
		},
	);

	it.each(OPERATIONS)('shows each field of $resource: $value once', (operation) => {
		const names = openPanel(operation.resource, operation.value).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it.each(OPERATIONS)('offers Campaign ID for $resource: $value where it holds', (operation) => {
		const root: INodeParameters = { resource: operation.resource, operation: operation.value };
		const node = { typeVersion: 1 };
		const offered = openPanel(operation.resource, operation.value)
			.filter(({ name }) => name === 'options')
			.flatMap(({ options = [] }) => options)
			.filter((option): option is INodeProperties => 'displayName' in option && 'type' in option)
			.filter((option) => NodeHelpers.displayParameter({}, option, node, description, root));
		const holds =
			operation.kind === 'send' && ['notification', 'custom'].includes(operation.messageType);
		expect(offered.some(({ name }) => name === 'campaignId')).toBe(holds);
		expect(offered.some(({ name }) => name === 'timeout')).toBe(true);
	});

	it('asks for nothing of a live view’s content before its layout is chosen', () => {
		const names = openPanel('liveView', 'create').map(({ name }) => name);
		expect(names).toContain('type');
		expect(names).not.toContain('contentTitle');
	});

	it.each([
		[3, 'progress'],
		[4, 'firstLine'],
		[5, 'firstTextBlock'],
		[7, 'game'],
	])('shows what layout %i needs and nothing of the others', (type, own) => {
		const values = { resource: 'liveView', operation: 'create', type, specifyMessage: 'fields' };
		const shown = description.properties
			.filter((property) =>
				NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description),
			)
			.map(({ name }) => name);
		expect(shown).toEqual(expect.arrayContaining(['contentTitle', own]));
		for (const other of ['progress', 'firstLine', 'firstTextBlock', 'game']) {
			expect(shown.includes(other)).toBe(other === own);
		}
	});
});

describe('actions', () => {
	it('labels every operation in sentence case and differently', () => {
		const labels = OPERATIONS.map(({ action }) => action);
		expect(new Set(labels).size).toBe(labels.length);
		for (const label of labels) expect(label).toMatch(/^[A-Z][a-z-]+( [a-z-]+)+$/);
	});

	it('covers the whole table of message types', () => {
		const names = OPERATIONS.map(({ resource, value }) => `${resource}.${value}`).sort();
		expect(names).toEqual(
			[
				'notification.send',
				'notification.revoke',
				'badge.update',
				'form.update',
				'textToSpeech.send',
				'textToSpeech.revoke',
				'background.send',
				'liveView.create',
				'liveView.update',
				'liveView.end',
				'liveView.scheduleCreate',
				'liveView.scheduleEnd',
				'location.send',
				'call.ring',
				'call.sendMissedCall',
				'image.verify',
				'custom.send',
				'mdm.send',
			].sort(),
		);
	});

	it.each(['live view', '实况窗', 'revoke', 'widget', 'call', '撤回', '推送', 'badge', '通知'])(
		'is found by "%s"',
		(word) => {
			expect(codex.alias).toContain(word);
		},
	);

	it('is small enough to be loaded with every page of the editor', () => {
		expect(JSON.stringify(new HuaweiPush().description).length).toBeLessThanOrEqual(105_000);
	});
});
