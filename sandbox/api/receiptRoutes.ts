import type { FastifyInstance } from 'fastify';

import { isProbeKind, PROBES, type ProbeKind } from '../receipts/probes';
import type { ReceiptCall } from '../receipts/receiptCall';
import type { ReceiptSettings } from '../receipts/receiptSettings';
import { MAX_CALLS } from '../receipts/receiptSender';
import { Fields } from '../rules/fields';
import type { State } from '../state/state';
import { NOT_FOUND, WRONG_BODY, describeRoute } from './openapi/describeRoute';
import type { ProbeList, ReceiptList } from './shapes';

interface IdParams {
	Params: { id: string };
}

interface CallQuery {
	Querystring: { token?: string; limit?: string };
}

/** Where receipts go; the secret is told to nobody. */
export function describeSettings({ receipts }: State) {
	if (!receipts.settings) return null;
	const shown: Partial<Pick<ReceiptSettings, 'secret'>> & Omit<ReceiptSettings, 'secret'> = {
		...receipts.settings,
	};
	delete shown.secret;
	return shown;
}

function readProbeKind(body: unknown) {
	const fields = Fields.of(body ?? {}, 'test');
	const kind = fields.text('kind') ?? 'test';
	if (!isProbeKind(kind)) {
		return fields.refuse('kind', `must be one of ${Object.keys(PROBES).join(', ')}`);
	}
	return kind;
}

/** A call with its body as JSON in place of the posted text. */
export function describeCall(call: ReceiptCall) {
	return { ...call, body: JSON.parse(call.body) as unknown };
}

export function describeProbe(kind: ProbeKind) {
	return { kind, ...PROBES[kind] };
}

/** Where receipts go, and what became of them. */
export function addReceiptRoutes(app: FastifyInstance, state: State): void {
	const { receipts } = state;
	const noUrl = { error: 'No receipt URL is set: PUT /sandbox/receipts with a "url" first.' };

	app.get<CallQuery>(
		'/sandbox/receipts',
		{
			schema: describeRoute({
				summary: 'Where receipts go, and the calls with their answers',
				query: { token: 'Exact push token', limit: 'Only the newest so many calls' },
			}),
		},
		({ query }): ReceiptList => ({
			settings: describeSettings(state),
			pending: receipts.pending,
			calls: receipts.calls
				// A token holds nothing that JSON would escape, so the posted text can be searched.
				.filter(({ body }) => !query.token || body.includes(JSON.stringify(query.token)))
				.slice(-(Number(query.limit) || MAX_CALLS))
				.map(describeCall),
		}),
	);
	app.put(
		'/sandbox/receipts',
		{
			schema: describeRoute({
				summary: 'Says where receipts go',
				body: 'ReceiptSettings',
				refusals: WRONG_BODY,
			}),
		},
		(request) => {
			state.setReceipts(request.body);
			state.store.announce({ kind: 'setup', id: 0 });
			return describeSettings(state);
		},
	);
	app.delete(
		'/sandbox/receipts',
		{ schema: describeRoute({ summary: 'Sends no more receipts' }) },
		() => {
			receipts.settings = undefined;
			state.store.announce({ kind: 'setup', id: 0 });
			return { settings: null };
		},
	);
	app.get(
		'/sandbox/receipts/probes',
		{ schema: describeRoute({ summary: 'Calls that can be made on demand' }) },
		(): ProbeList => ({
			probes: Object.keys(PROBES).filter(isProbeKind).map(describeProbe),
		}),
	);
	app.post(
		'/sandbox/receipts/test',
		{
			schema: describeRoute({
				summary: 'Calls the receipt URL now: a test receipt, or one that is wrong on purpose',
				body: 'Probe',
				optionalBody: true,
				refusals: { ...WRONG_BODY, 409: 'No receipt URL is set' },
			}),
		},
		async ({ body }, reply) => {
			const call = await receipts.sendProbe(readProbeKind(body));
			return call ? describeCall(call) : await reply.code(409).send(noUrl);
		},
	);
	app.post<IdParams>(
		'/sandbox/receipts/:id/repeat',
		{
			schema: describeRoute({
				summary: 'Makes an earlier call once more, as it was',
				refusals: NOT_FOUND,
			}),
		},
		async (request, reply) => {
			const call = await receipts.repeat(Number(request.params.id));
			if (call) return describeCall(call);
			return await reply.code(404).send({ error: `There is no call ${request.params.id}.` });
		},
	);
}
