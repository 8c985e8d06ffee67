import type { FastifyInstance } from 'fastify';

import { isProbeKind, PROBES } from '../receipts/probes';
import type { ReceiptCall } from '../receipts/receiptCall';
import { MAX_CALLS } from '../receipts/receiptSender';
import { Fields } from '../rules/fields';
import type { State } from '../state/state';

interface IdParams {
	Params: { id: string };
}

interface CallQuery {
	Querystring: { token?: string; limit?: string };
}

function describeSettings({ receipts }: State) {
	if (!receipts.settings) return null;
	return { ...receipts.settings, secret: undefined };
}

function readProbeKind(body: unknown) {
	const fields = Fields.of(body ?? {}, 'test');
	const kind = fields.text('kind') ?? 'test';
	if (!isProbeKind(kind)) {
		return fields.refuse('kind', `must be one of ${Object.keys(PROBES).join(', ')}`);
	}
	return kind;
}

const describeCall = (call: ReceiptCall) => ({ ...call, body: JSON.parse(call.body) as unknown });

/** Where receipts go, and what became of them. */
export function addReceiptRoutes(app: FastifyInstance, state: State): void {
	const { receipts } = state;
	const noUrl = { error: 'No receipt URL is set: PUT /sandbox/receipts with a "url" first.' };

	app.get<CallQuery>('/sandbox/receipts', ({ query }) => ({
		settings: describeSettings(state),
		pending: receipts.pending,
		calls: receipts.calls
			// A token holds nothing that JSON would escape, so the posted text can be searched.
			.filter(({ body }) => !query.token || body.includes(JSON.stringify(query.token)))
			.slice(-(Number(query.limit) || MAX_CALLS))
			.map(describeCall),
	}));
	app.put('/sandbox/receipts', (request) => {
		state.setReceipts(request.body);
		state.store.announce({ kind: 'setup', id: 0 });
		return describeSettings(state);
	});
	app.delete('/sandbox/receipts', () => {
		receipts.settings = undefined;
		state.store.announce({ kind: 'setup', id: 0 });
		return { settings: null };
	});
	app.get('/sandbox/receipts/probes', () => ({
		probes: Object.entries(PROBES).map(([kind, probe]) => ({ kind, ...probe })),
	}));
	app.post('/sandbox/receipts/test', async ({ body }, reply) => {
		const call = await receipts.sendProbe(readProbeKind(body));
		return call ? describeCall(call) : await reply.code(409).send(noUrl);
	});
	app.post<IdParams>('/sandbox/receipts/:id/repeat', async (request, reply) => {
		const call = await receipts.repeat(Number(request.params.id));
		if (call) return describeCall(call);
		return await reply.code(404).send({ error: `There is no call ${request.params.id}.` });
	});
}
