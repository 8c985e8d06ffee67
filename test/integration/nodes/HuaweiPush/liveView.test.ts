import { LIVE_VIEW_UPDATES_PER_SECOND } from '../../../../push-kit/catalog/limits';
import { useSandbox } from '../../../builders/useSandbox';
import { FORM_EXAMPLES } from '../../../builders/nodeParameters';
import { runNode } from '../../../builders/engine';

const sandbox = useSandbox();

const { parameters: update } = FORM_EXAMPLES.liveViewUpdate;

async function run(parameters: object, items = [{ pushToken: 'TOKEN_A' }]) {
	return await runNode({
		parameters: { resource: 'liveView', operation: 'update', ...update, ...parameters },
		items,
		credentials: { serviceAccountKey: JSON.stringify(sandbox.keyFile), baseUrl: sandbox.url },
	});
}

const payloads = () =>
	sandbox.store.messages.map(({ body }) => (body as { payload: Record<string, unknown> }).payload);

describe('placeholders of a live view', () => {
	it('leaves {{status}} alone where it was typed into a fixed field', async () => {
		await run({ contentTitle: 'Now: {{status}}' });
		expect(payloads()[0]).toMatchObject({
			activityData: { notificationData: { contentTitle: 'Now: {{status}}' } },
		});
	});

	it('leaves it alone in an expression, too, beside fields of the item', async () => {
		await run({ contentTitle: '={{status}} for {{ $json.pushToken }}, {{name|you}}' });
		expect(payloads()[0]).toMatchObject({
			activityData: { notificationData: { contentTitle: '{{status}} for TOKEN_A, you' } },
		});
	});

	it('never reads what came from the item', async () => {
		const item = { pushToken: 'TOKEN_A', text: '[status] {{name}} {{ $json.pushToken }}' };
		const texts = { contentTitle: '={{ $json.text }}', contentText: '{{ $json.text }}' };
		await run({ ...texts, firstLine: '[status]' }, [item]);
		expect(payloads()[0]).toMatchObject({
			activityData: {
				notificationData: { contentTitle: item.text, contentText: [{ text: item.text }] },
			},
		});
	});

	it('takes [status] beside an expression', async () => {
		await run({ contentTitle: '=[status] for {{ $json.pushToken }}' });
		expect(payloads()[0]).toMatchObject({
			activityData: { notificationData: { contentTitle: '{{status}} for TOKEN_A' } },
		});
	});
});

const devices = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ pushToken: `TOKEN_${index}` }));

describe('automatic versions', () => {
	const additionalFields = { versionMode: 'automatic' };

	it('gives the same update to many devices in one request', async () => {
		await run({ additionalFields }, devices(LIVE_VIEW_UPDATES_PER_SECOND));
		expect(payloads()).toHaveLength(1);
		expect(payloads()[0]?.version).toBeGreaterThan(1_700_000_000);
	});

	it('gives it to more of them no faster than Huawei lets an app send', async () => {
		await run({ additionalFields }, devices(LIVE_VIEW_UPDATES_PER_SECOND + 1));
		const [first, second] = payloads().map(({ version }) => version);
		expect(second).toBe(first);
		const [begun, ended] = sandbox.store.messages.map(({ time }) => Date.parse(time)).sort();
		expect(Number(ended) - Number(begun)).toBeGreaterThanOrEqual(900);
	});

	it('rise from update to update of one live view within a run', async () => {
		const items = ['Two minutes', 'One minute', 'Here'].map((text) => ({
			pushToken: 'TOKEN_A',
			text,
		}));
		await run(
			{ additionalFields, contentText: '={{ $json.text }}', options: { concurrency: 1 } },
			items,
		);
		const versions = payloads().map(({ version }) => Number(version));
		expect(versions).toHaveLength(3);
		expect([...versions].sort((a, b) => a - b)).toEqual(versions);
		expect(new Set(versions).size).toBe(3);
	});
});
