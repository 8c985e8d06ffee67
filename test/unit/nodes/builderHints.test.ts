/** What n8n's AI workflow builder is told of the nodes: short, and of names that there are. */
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { HuaweiPush } from '../../../nodes/HuaweiPush/HuaweiPush.node';
import { HuaweiPushTrigger } from '../../../nodes/HuaweiPushTrigger/HuaweiPushTrigger.node';
import { VERDICTS } from '../../../push-kit/catalog/verdicts';
import { outputSchemas } from '../../../scripts/build/outputSchemas';

const NODES: ReadonlyArray<[string, INodeTypeDescription]> = [
	['huaweiPush', new HuaweiPush().description],
	['huaweiPushTrigger', new HuaweiPushTrigger().description],
];

/** Fields of the forms, resources, operations, verdicts, and the fields of items. */
const NAMES = new Set([
	...NODES.flatMap(([, { properties }]) => properties.map(({ name }) => name)),
	...NODES.flatMap(([, { properties }]) =>
		properties
			.filter(({ name }) => name === 'resource' || name === 'operation')
			.flatMap(({ options = [] }) => options.map((option) => 'value' in option && option.value)),
	),
	...Object.keys(VERDICTS),
	...[...outputSchemas().values()].flatMap(({ properties }) => Object.keys(properties)),
	'verdict',
]);

/** All texts of the builder's in a description, whatever they belong to. */
function textsIn(value: unknown, isHint = false): string[] {
	if (typeof value === 'string') return isHint ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, member]) =>
		textsIn(member, isHint || key === 'builderHint'),
	);
}

describe.each(NODES)('%s', (name, description) => {
	const texts = textsIn(description);

	it('tells the builder something, in a few sentences', () => {
		expect(texts.length).toBeGreaterThan(2);
		expect(description.builderHint?.searchHint).toMatch(/\.$/);
		for (const text of texts) expect(text.length).toBeLessThan(900);
	});

	it('names what there is', () => {
		const named = texts.flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word));
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((word) => !NAMES.has(word ?? ''))).toEqual([]);
	});

	// n8n's linter asks this of hints that are written down in the description itself.
	it("speaks no n8n's wire format", () => {
		for (const text of texts) expect(text).not.toMatch(/=\{\{|\bai_\w/);
	});

	it('has no hint at Resource and Operation, where n8n refuses the node for it', () => {
		const choices: INodeProperties[] = description.properties.filter(({ name: field }) =>
			['resource', 'operation', 'mode'].includes(field),
		);
		expect(choices.filter(({ builderHint }) => builderHint !== undefined)).toEqual([]);
	});

	it('names nodes that are others, by their whole names', () => {
		const related = description.builderHint?.relatedNodes ?? [];
		expect(related.length).toBeGreaterThan(0);
		for (const { nodeType } of related) {
			expect(nodeType).toMatch(/^n8n-nodes-(base|huawei-push)\.[a-zA-Z]+$/);
			expect(nodeType).not.toBe(`n8n-nodes-huawei-push.${name}`);
		}
	});
});
