import type { FastifyInstance } from 'fastify';

import { changeScript } from '../devices/deliverMessage';
import type { Device } from '../devices/device';
import { describeScript, FATES, nameFate } from '../devices/fates';
import { isOver } from '../devices/liveViews';
import { readFate } from '../devices/readTokenScript';
import type { TokenScript } from '../devices/tokenScript';
import { Fields, Refusal } from '../rules/fields';
import { isNoToken } from '../rules/tokens';
import type { State } from '../state/state';
import { NOT_FOUND, WRONG_BODY, describeRoute } from './openapi/describeRoute';
import { describeCentre, type NotificationCentre } from './notificationCentre';
import type { DeviceList, FateList } from './shapes';

interface TokenParams {
	Params: { token: string };
}

interface DeviceQuery {
	Querystring: { token?: string; limit?: string };
}

const DEFAULT_LIMIT = 200;

/** A device and its script, as lists show them. */
export function describeDevice(device: Device, script: TokenScript | undefined, now: number) {
	const { waiting = [], shown = [], liveViews = {}, widgets = {} } = device;
	return {
		...device,
		fate: nameFate(script),
		effect: describeScript(script),
		reason: script?.reason,
		appMessageIds: undefined,
		shown,
		// Left out of the JSON: a list of devices is not the place for whole messages.
		waiting: waiting.map((push) => ({ ...push, payload: undefined })),
		widgets,
		liveViews: Object.fromEntries(
			Object.entries(liveViews).map(([id, view]) => [id, { ...view, over: isOver(view, now) }]),
		),
	};
}

/** The token of the path, where it can be a device's. */
function readToken({ token }: TokenParams['Params']): string {
	if (!isNoToken(token)) return token;
	throw new Refusal('80100001', `"${token}" is no push token: it can be no device.`);
}

/** Devices: what was seen of each push token, and what shall be wrong with it. */
export function addDeviceRoutes(app: FastifyInstance, state: State): void {
	const { devices, store } = state;
	const describe = (device: Device) =>
		describeDevice(device, state.scripts.get(device.token), state.now());
	const missing = (token: string) => ({ error: `No message was sent to "${token}" yet.` });

	app.get(
		'/sandbox/fates',
		{ schema: describeRoute({ summary: 'What can be wrong with a device' }) },
		(): FateList => ({
			fates: FATES.map(({ fate, name, effect, script }) => ({ fate, name, effect, script })),
		}),
	);
	app.get<DeviceQuery>(
		'/sandbox/devices',
		{
			schema: describeRoute({
				summary: 'Push tokens that were seen, as devices, the newest first',
				query: { token: 'Part of a push token', limit: '200 by default' },
			}),
		},
		({ query }): DeviceList => {
			const wanted = query.token?.toLowerCase() ?? '';
			const found = devices.list().filter(({ token }) => token.toLowerCase().includes(wanted));
			const limit = Number(query.limit) || DEFAULT_LIMIT;
			return {
				total: found.length,
				devices: found.slice(0, limit).map(describe),
			};
		},
	);
	app.get<TokenParams>(
		'/sandbox/devices/:token',
		{ schema: describeRoute({ summary: 'One device', refusals: NOT_FOUND }) },
		async ({ params }, reply) => {
			const device = devices.get(params.token);
			if (device) return describe(device);
			return await reply.code(404).send(missing(params.token));
		},
	);
	app.get<TokenParams>(
		'/sandbox/devices/:token/centre',
		{
			schema: describeRoute({ summary: 'The notification centre of a device, the newest first' }),
		},
		({ params }): NotificationCentre => describeCentre(devices.get(params.token), store),
	);
	app.put<TokenParams>(
		'/sandbox/devices/:token',
		{
			schema: describeRoute({
				summary: "Decides a device's fate",
				body: 'Fate',
				refusals: WRONG_BODY,
			}),
		},
		({ params, body }) => {
			const token = readToken(params);
			const script = readFate(Fields.of(body, 'device'));
			const device = devices.prepare(token, state.now());
			changeScript(state, token, Object.keys(script).length > 0 ? script : undefined);
			store.announce({ kind: 'device', id: 0 });
			return describe(device);
		},
	);
	app.post<TokenParams>(
		'/sandbox/devices/:token/liveViews',
		{
			schema: describeRoute({
				summary: 'Lets the app on the device make a live view itself',
				body: 'LiveViewOfApp',
				refusals: WRONG_BODY,
			}),
		},
		({ params, body }) => {
			const fields = Fields.of(body, 'liveView');
			const view = {
				activityId: fields.requiredInteger('activityId'),
				event: fields.requiredText('event'),
				version: fields.integer('version', { min: 0 }),
			};
			const device = devices.createLiveView(readToken(params), view, state.now());
			store.announce({ kind: 'device', id: 0 });
			return describe(device);
		},
	);
}
