import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { HuaweiPush } from '../../../../nodes/HuaweiPush/HuaweiPush.node';
import { describePanel } from '../../../builders/panel';

const { description } = new HuaweiPush();
const NODE = { typeVersion: 1 };

/** Every field that an operation's panel may ever show, with the condition that is left. */
function fieldsOf(resource: string, operation: string): INodeProperties[] {
	return description.properties.filter(({ displayOptions: { show = {} } = {} }) => {
		const { resource: resources = [resource], operation: operations = [operation] } = show;
		return resources.includes(resource) && operations.includes(operation);
	});
}

function withoutPlace({ displayOptions, ...field }: INodeProperties): INodeProperties {
	const show = Object.fromEntries(
		Object.entries(displayOptions?.show ?? {}).filter(
			([name]) => name !== 'resource' && name !== 'operation',
		),
	);
	const hide = displayOptions?.hide;
	const rest = {
		...(Object.keys(show).length > 0 && { show }),
		...(hide !== undefined && { hide }),
	};
	return { ...field, ...(Object.keys(rest).length > 0 && { displayOptions: rest }) };
}

const ALL = description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ displayOptions, options = [] }) =>
		(displayOptions?.show?.resource ?? []).flatMap((resource) =>
			options.map((option) => [String(resource), 'value' in option ? String(option.value) : '']),
		),
	);

/** Parameters are a public interface: workflows store them. Each change of this file is one of them. */
describe('the panel', () => {
	it.each(ALL)('%s: %s', (resource, operation) => {
		const chosen: INodeParameters = { resource: resource ?? '', operation: operation ?? '' };
		expect(
			NodeHelpers.getNodeParameters(description.properties, chosen, true, false, NODE, description),
		).not.toBeNull();
		const fields = fieldsOf(resource ?? '', operation ?? '').map(withoutPlace);
		expect(`\n${describePanel(fields).join('\n')}\n`).toMatchSnapshot();
	});
});
