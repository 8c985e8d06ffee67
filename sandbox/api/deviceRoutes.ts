import type { FastifyInstance } from 'fastify';

import { settleLate } from '../devices/deliverMessage';
import type { Device } from '../devices/device';
import { FATES, findFate } from '../devices/fates';
import { isOver } from '../devices/liveViews';
import { Fields, Refusal } from '../rules/fields';
import { isNoToken } from '../rules/tokens';
import type { State } from '../state/state';

interface TokenParams {
	Params: { token: string };
}

interface DeviceQuery {
	Querystring: { token?: string; limit?: string };
}

const DEFAULT_LIMIT = 200;
const NORMAL = 'normal';

function describeDevice(device: Device, now: number) {
	const { waiting = [], shown = [], liveViews = {}, widgets = {}, fate = NORMAL } = device;
	return {
		...device,
		fate,
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

function readFate(body: unknown) {
	const fields = Fields.of(body, 'device');
	const name = fields.requiredText('fate');
	const fate = findFate(name);
	if (!fate && name !== NORMAL) {
		fields.refuse('fate', `must be ${NORMAL}, ${FATES.map((one) => one.fate).join(', ')}`);
	}
	const refused = fate?.fate === 'refused';
	return {
		fate: fate?.fate,
		reason: refused ? fields.requiredText('reason') : fields.text('reason'),
	};
}

/** Devices: what was seen of each push token, and what shall be wrong with it. */
export function addDeviceRoutes(app: FastifyInstance, state: State): void {
	const { devices, store } = state;
	const missing = (token: string) => ({ error: `No message was sent to "${token}" yet.` });

	app.get('/sandbox/fates', () => ({
		fates: [
			{ fate: NORMAL, name: 'Nothing wrong', effect: 'Messages arrive: receipt 0' },
			...FATES.map(({ fate, name, effect }) => ({ fate, name, effect })),
		],
	}));
	app.get<DeviceQuery>('/sandbox/devices', ({ query }) => {
		const wanted = query.token?.toLowerCase() ?? '';
		const found = devices.list().filter(({ token }) => token.toLowerCase().includes(wanted));
		const limit = Number(query.limit) || DEFAULT_LIMIT;
		return {
			total: found.length,
			devices: found.slice(0, limit).map((device) => describeDevice(device, state.now())),
		};
	});
	app.get<TokenParams>('/sandbox/devices/:token', async ({ params }, reply) => {
		const device = devices.get(params.token);
		if (device) return describeDevice(device, state.now());
		return await reply.code(404).send(missing(params.token));
	});
	app.put<TokenParams>('/sandbox/devices/:token', ({ params, body }) => {
		const now = state.now();
		const token = readToken(params);
		const { device, ...late } = devices.setFate(token, readFate(body), state.settings, now);
		settleLate(state, token, late);
		store.announce({ kind: 'device', id: 0 });
		return describeDevice(device, now);
	});
	app.post<TokenParams>('/sandbox/devices/:token/liveViews', ({ params, body }) => {
		const fields = Fields.of(body, 'liveView');
		const view = {
			activityId: fields.requiredInteger('activityId'),
			event: fields.requiredText('event'),
			version: fields.integer('version', { min: 0 }),
		};
		const device = devices.createLiveView(readToken(params), view, state.now());
		store.announce({ kind: 'device', id: 0 });
		return describeDevice(device, state.now());
	});
}
