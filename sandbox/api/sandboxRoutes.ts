import type { FastifyInstance } from 'fastify';

import { FAULTS } from '../delivery/faultKinds';
import { readFault, type Fault } from '../delivery/faults';
import { changeScript } from '../devices/deliverMessage';
import { readTokenScript } from '../devices/readTokenScript';
import { Fields } from '../rules/fields';
import { readSettings } from '../state/settings';
import { findFirstSteps } from './firstSteps';
import { WRONG_BODY, describeRoute } from './openapi/describeRoute';
import { readDocument } from './openapi/openApi';
import type { State } from '../state/state';
import type { FaultKindList } from './shapes';

/** Under which a sandbox is called; all without a slash at the end. */
export interface Addresses {
	/** By programs of this machine. */
	url: string;
	/** By programs that reach it under a name it was told to allow, such as n8n in a container. */
	containerUrls: string[];
}

interface TokenParams {
	Params: { token: string };
}

/** JSON has no Infinity: a fault that strikes every request has `times` null. */
export function describeFault(fault: Fault) {
	return { ...fault, times: Number.isFinite(fault.times) ? fault.times : null };
}

const readScript = (value: unknown) => readTokenScript(Fields.of(value, 'script'));

/** How the sandbox behaves: settings, outcomes per token, faults, reset, the key. */
export function addSandboxRoutes(
	app: FastifyInstance,
	state: State,
	readAddresses: () => Addresses,
): void {
	const announceSetup = () => state.store.announce({ kind: 'setup', id: 0 });
	const announceDevice = () => state.store.announce({ kind: 'device', id: 0 });

	app.get(
		'/sandbox',
		{ schema: describeRoute({ summary: 'URLs, IDs, settings and counts' }) },
		() => describeSandbox(state, readAddresses()),
	);
	app.delete(
		'/sandbox',
		{ schema: describeRoute({ summary: 'Forgets everything but key, secret and IDs' }) },
		() => {
			state.reset();
			return describeSandbox(state, readAddresses());
		},
	);
	app.get(
		'/sandbox/firstSteps',
		{ schema: describeRoute({ summary: 'Which steps of connecting an n8n have happened' }) },
		() => findFirstSteps(state),
	);
	app.get('/sandbox/openapi.json', { schema: describeRoute({ summary: 'This document' }) }, () =>
		readDocument(app, readAddresses().url),
	);
	app.get(
		'/sandbox/key',
		{ schema: describeRoute({ summary: 'The service account key file' }) },
		() => state.account.keyFile,
	);
	app.get(
		'/sandbox/receiptSecret',
		{ schema: describeRoute({ summary: "The sandbox's own secret for receipts" }) },
		() => ({ secret: state.account.receiptSecret }),
	);

	app.get(
		'/sandbox/settings',
		{ schema: describeRoute({ summary: 'The settings' }) },
		() => state.settings,
	);
	app.put(
		'/sandbox/settings',
		{
			schema: describeRoute({
				summary: 'Changes the settings that are given',
				body: 'Settings',
				refusals: WRONG_BODY,
			}),
		},
		(request) => {
			state.settings = readSettings(request.body, state.settings);
			announceSetup();
			return state.settings;
		},
	);

	app.get('/sandbox/tokens', { schema: describeRoute({ summary: 'Scripts by token' }) }, () =>
		state.scripts.list(),
	);
	/** Many at once: `{"tokens": {"<token>": {"reason": "..."}}}`; all are read before one is set. */
	app.put(
		'/sandbox/tokens',
		{
			schema: describeRoute({
				summary: 'Scripts many tokens at once',
				body: 'TokenScripts',
				refusals: WRONG_BODY,
			}),
		},
		(request) => {
			const given = Object.entries(Fields.of(request.body, 'body').object('tokens').members);
			const scripts = given.map(([token, value]) => [token, readScript(value)] as const);
			for (const [token, script] of scripts) changeScript(state, token, script);
			announceDevice();
			return { scripted: scripts.length };
		},
	);
	app.put<TokenParams>(
		'/sandbox/tokens/:token',
		{
			schema: describeRoute({
				summary: 'Scripts what becomes of a token',
				body: 'TokenScript',
				refusals: WRONG_BODY,
			}),
		},
		(request) => {
			const script = readScript(request.body);
			changeScript(state, request.params.token, script);
			announceDevice();
			return script;
		},
	);
	app.delete<TokenParams>(
		'/sandbox/tokens/:token',
		{ schema: describeRoute({ summary: 'Removes a script' }) },
		({ params: { token } }) => {
			const removed = state.scripts.has(token);
			changeScript(state, token, undefined);
			announceDevice();
			return { removed };
		},
	);

	app.get(
		'/sandbox/faults/kinds',
		{ schema: describeRoute({ summary: 'What can happen to a request' }) },
		(): FaultKindList => ({ kinds: [...FAULTS] }),
	);
	app.get(
		'/sandbox/faults',
		{ schema: describeRoute({ summary: 'Faults that wait for requests' }) },
		() => state.faults.list().map(describeFault),
	);
	app.post(
		'/sandbox/faults',
		{
			schema: describeRoute({
				summary: 'Faults for the next requests',
				body: 'Faults',
				refusals: WRONG_BODY,
			}),
		},
		(request) => {
			const { body } = request;
			const faults = (Array.isArray(body) ? body : [body]).map((one) =>
				readFault(Fields.of(one, 'fault'), 1),
			);
			for (const fault of faults) state.faults.add(fault);
			announceSetup();
			return state.faults.list().map(describeFault);
		},
	);
	app.delete(
		'/sandbox/faults',
		{ schema: describeRoute({ summary: 'Removes all faults' }) },
		() => {
			state.faults.clear();
			announceSetup();
			return [];
		},
	);
}

/** Addresses, IDs, settings and counts; no secret. */
export function describeSandbox(state: State, { url, containerUrls }: Addresses) {
	const { account, store, receipts, acceptances } = state;
	const projectId = account.keyFile.project_id;
	return {
		url,
		containerUrls,
		projectId,
		clientId: account.clientId,
		receiptUserName: account.receiptUserName,
		time: new Date(state.now()).toISOString(),
		urls: {
			send: `${url}/v3/${projectId}/messages:send`,
			revoke: `${url}/v1/${account.clientId}/messages:revoke`,
			verifyImage: `${url}/v2/${projectId}/images:verify`,
			receipts: receipts.settings?.url ?? null,
		},
		settings: state.settings,
		counts: {
			requests: store.received,
			messages: store.count('send'),
			droppedMessages: store.dropped,
			acceptedTokens: acceptances.total,
			revocations: store.count('revoke'),
			imageChecks: store.count('verify'),
			devices: state.devices.count,
			receiptCalls: receipts.calls.length,
			pendingReceipts: receipts.pending,
		},
	};
}
