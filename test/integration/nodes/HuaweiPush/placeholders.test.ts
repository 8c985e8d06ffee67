import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import { dryRun } from './dryRun';

const sandbox = useSandbox();

const { parameters: LEFT_RIGHT_PARAMETERS } = FORM_EXAMPLES.liveViewLeftRight;
const LEFT_RIGHT = {
	resource: 'liveView',
	operation: 'create',
	...LEFT_RIGHT_PARAMETERS,
	contentText: '[flightNo] [status]',
};

describe('placeholders of live views', () => {
	const shownWith = async (contentTitle: string, item: IDataObject = {}) => {
		const { composed } = await dryRun(sandbox, { ...LEFT_RIGHT, contentTitle }, [
			{ status: 'from the item', flightNo: 'ITEM', name: 'Ann', ...item },
		]);
		return composed[0]?.fault ?? composed[0]?.shown.contentTitle;
	};

	it.each([
		['[status]', '{{status}}'],
		['{{status}}', '{{status}}'],
		['{{ status }}', '{{status}}'],
		['[flightNo] [status]', '{{flightNo}} {{status}}'],
		['=[status] {{ $json.name }}', '{{status}} Ann'],
		['={{status}} {{ $json.name }}', '{{status}} Ann'],
		['={{ status }}', '{{status}}'],
		['[status] {{name}}', '{{status}} Ann'],
		['={{ ["a", "b"][0] }} [status]', 'a {{status}}'],
		['{{status}} {{status|as you like}}', '{{status}} from the item'],
	])('%s is sent as %s', async (typed, sent) => {
		expect(await shownWith(typed)).toBe(sent);
	});

	it.each(['[status]', '{{status}}', '{{ $json.name }}'])(
		'%s in an item’s value is not touched',
		async (name) => {
			expect(await shownWith('{{status}} {{name}}', { name })).toBe(`{{status}} ${name}`);
			expect(await shownWith('={{status}} {{ $json.name }}', { name })).toBe(`{{status}} ${name}`);
		},
	);

	it('are fields of the item in every other message', async () => {
		const titleOf = async (title: string) =>
			(await dryRun(sandbox, { title }, [{ status: 'S' }])).composed[0]?.shown.title;
		expect(await titleOf('{{status}}')).toBe('S');
		expect(await titleOf('[status]')).toBe('[status]');
	});

	it('stand beside merge fields, also in blocks and the capsule', async () => {
		const { composed } = await dryRun(
			sandbox,
			{
				...LEFT_RIGHT,
				contentText: '{{name}}: {{status}}',
				firstTextBlock: { lines: { firstLine: '{{n}}:00', secondLine: '={{ $json.name }} {{n}}' } },
				capsuleData: {
					type: 1,
					icon: 'a.svg',
					bgColor: '#FF0A59F7',
					title: '{{name}}',
					content: '{{n}}',
				},
			},
			[{ name: 'Ann', n: 7 }],
		);
		expect(composed[0]?.fault).toBeUndefined();
		expect(composed[0]?.shown).toMatchObject({
			contentText: [{ text: 'Ann: {{status}}' }],
			firstTextBlock: { firstLine: '7:00', secondLine: 'Ann 7' },
		});
		expect(composed[0]?.payload).toMatchObject({
			activityData: { capsuleData: { title: 'Ann', content: '7' } },
		});
	});
});
