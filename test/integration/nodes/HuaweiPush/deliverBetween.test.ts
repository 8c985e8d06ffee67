/** Deliver Between: who is reached now, and who is told to be reached later. */
import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../../builders/useSandbox';
import type { EngineOptions } from '../../../builders/engine';
import { MESSAGE, push } from './pushRun';

const sandbox = useSandbox();

const HOUR = 3_600_000;

/** A clock of UTC, so many hours from now. */
const clockIn = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(11, 16);

/** From two hours ago until in two hours, by the clock of UTC. */
const between = (more: IDataObject = {}): IDataObject => ({
	deliverBetween: {
		hours: { from: clockIn(-2), to: clockIn(2), timeZone: 'UTC', timeZoneField: '', ...more },
	},
});

const FAR: IDataObject[] = [
	{ pushToken: 'near', tz: 'UTC' },
	{ pushToken: 'far', tz: 'UTC+8' },
	{ pushToken: 'nowhere', tz: '' },
	{ pushToken: 'far-too', tz: '-08:00' },
];

const run = async (
	options: IDataObject,
	items: IDataObject[] = FAR,
	more: Partial<EngineOptions> = {},
	parameters: IDataObject = {},
) => await push(sandbox, items, { parameters: { ...MESSAGE, ...parameters, options }, ...more });

const reached = () => [...sandbox.state.devices.list()].map(({ token }) => token).sort();

it('reaches those for whom it is day, and says of the others when it is', async () => {
	const { outputs, hints, error } = await run(between({ timeZoneField: 'tz' }));
	expect(error).toBeUndefined();
	expect(reached()).toEqual(['near', 'nowhere']);
	const [accepted, problems] = outputs;
	expect(accepted?.map(({ json }) => json.pushToken)).toEqual(['near', 'nowhere']);
	expect(problems?.map(({ json }) => json.pushToken)).toEqual(['far', 'far-too']);
	for (const { json } of problems ?? []) {
		expect(json).toMatchObject({
			outcome: 'skipped',
			reason: 'quietHours',
			verdict: 'retryLater',
		});
		const wait = Date.parse(String(json.notBefore)) - Date.now();
		expect(wait).toBeGreaterThan(0);
		expect(wait).toBeLessThan(24 * HOUR);
	}
	expect(hints[0]?.message).toContain('2 to send later (Deliver Between)');
});

it.each(['tz', ' tz ', '$json.tz', '{{ $json.tz }}', '={{ $json.tz }}', '{{tz}}', 'who.tz'])(
	'reads the field %j',
	async (timeZoneField) => {
		const items = FAR.map((item) => ({ ...item, who: item }));
		await run(between({ timeZoneField }), items);
		expect(reached()).toEqual(['near', 'nowhere']);
	},
);

it('says that no item has the field', async () => {
	const { hints } = await run(between({ timeZoneField: 'timezone' }));
	expect(hints.map(({ message }) => message)).toContainEqual(
		expect.stringContaining('No item has a field timezone'),
	);
	sandbox.reset();
	const some = await run(between({ timeZoneField: 'tz' }));
	expect(some.hints.some(({ message }) => message.includes('No item'))).toBe(false);
});

it('takes the one zone for all where no field is named', async () => {
	await run(between());
	expect(reached()).toHaveLength(4);
	sandbox.reset();
	const { told } = await run(between({ timeZone: 'UTC+8' }));
	expect(reached()).toEqual([]);
	expect(told.every(({ reason }) => reason === 'quietHours')).toBe(true);
});

it('two thousand customers of two zones, mixed, are one request to those for whom it is day', async () => {
	const items = Array.from({ length: 2000 }, (_, index) => ({
		pushToken: `token-${index}`,
		tz: index % 2 === 0 ? 'UTC' : 'UTC+8',
	}));
	const { told } = await run(between({ timeZoneField: 'tz' }), items);
	expect(reached()).toHaveLength(1000);
	expect(sandbox.store.received).toBe(1);
	expect(told.map(({ item }) => item).sort((a, b) => a - b)).toEqual([...items.keys()]);
});

it('a token that two items name goes when it may for both', async () => {
	const items = [
		{ pushToken: 'one', tz: 'UTC' },
		{ pushToken: 'one', tz: 'UTC+8' },
	];
	const { told } = await run(between({ timeZoneField: 'tz' }), items);
	expect(reached()).toEqual([]);
	expect(told).toHaveLength(2);
});

it.each(['CST', 'Asia/Pekin', 8, {}])('a zone that is %j is a fault of the item', async (tz) => {
	const items = [FAR[0] ?? {}, { pushToken: 'odd', tz } as IDataObject];
	const { error } = await run(between({ timeZoneField: 'tz' }), items);
	expect(error?.message).toMatch(/^Item 2: Time Zone Field tz .*Asia\/Shanghai/);
	expect(sandbox.store.received).toBe(0);
	const { told } = await run(between({ timeZoneField: 'tz' }), items, {
		settings: { onError: 'continueRegularOutput' },
	});
	expect(told.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'failed']);
});

it.each<[string, IDataObject, RegExp]>([
	['no time', { from: 'nine' }, /^Deliver Between: From must be a time/],
	['an empty end', { to: '' }, /^Deliver Between: To must be a time/],
	['no hours at all', { from: '9', to: '09:00' }, /^Deliver Between: From and To are both/],
	['an empty zone', { timeZone: '' }, /^Deliver Between: Time Zone is empty/],
	[
		'an expression left in Fixed mode',
		{ timeZoneField: "{{ $('A').item.json.tz }}" },
		/^Deliver Between: Time Zone Field takes the name of a field/,
	],
	[
		"each customer's zone as that of the run",
		{ timeZone: '={{ $json.tz }}' },
		/^Deliver Between: Time Zone holds for the whole run/,
	],
	[
		"each customer's hours as those of the run",
		{ from: '={{ $json.from }}' },
		/^Deliver Between: From holds for the whole run/,
	],
	['a zone of several countries', { timeZone: 'CST' }, /^Deliver Between: Time Zone is "CST"/],
])('%s stops the run before anything is sent', async (_, more, words) => {
	const { error } = await run(between(more));
	expect(error?.message).toMatch(words);
	expect(error?.description).toContain('Nothing was sent.');
	expect(sandbox.store.received).toBe(0);
});

it.each([{}, { hours: null }])('added and not set, as %j, wakes nobody', async (deliverBetween) => {
	const { error } = await run({ deliverBetween });
	expect(error?.message).toMatch(/^Deliver Between: No hours are set.*Click Set Deliver Between/);
	expect(sandbox.store.received).toBe(0);
});

it.each<[string, Partial<EngineOptions>, IDataObject]>([
	['a run from the editor', { mode: 'manual' }, {}],
	['a test message', {}, { delivery: 'test' }],
	['a missed call', {}, { resource: 'call', operation: 'sendMissedCall' }],
])('%s goes at any hour', async (_, more, parameters) => {
	const { told } = await run(between({ timeZone: 'UTC+8' }), FAR, more, parameters);
	expect(told.every(({ outcome }) => outcome === 'accepted')).toBe(true);
});

describe('whoever comes back from Problem by a Wait node', () => {
	const again = ({ outputs }: Awaited<ReturnType<typeof run>>) =>
		(outputs[1] ?? []).map(({ json }) => json);

	it('is not sent to by the clock of others, now that their own zone is lost', async () => {
		const options = between({ timeZoneField: 'tz' });
		const back = again(await run(options));
		expect(back).toHaveLength(2);
		sandbox.reset();
		const { error } = await run(options, back);
		expect(error?.message).toMatch(
			/^Item 1: Time Zone Field asks for tz, which is lost: .* \{\{ \$\('Customers'\)\.item\.json \}\}/,
		);
		expect(sandbox.store.received).toBe(0);
	});

	it('is sent to with the fields of the customer, or where one zone holds for all', async () => {
		const options = between({ timeZoneField: 'tz' });
		const back = again(await run(options)).map((json) => ({ ...json, tz: 'UTC' }));
		expect((await run(options, back)).error).toBeUndefined();
		expect(reached()).toContain('far');
		expect((await run(between(), again(await run(options)))).error).toBeUndefined();
	});
});
