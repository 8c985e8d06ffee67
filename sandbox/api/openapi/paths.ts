import type { ArrivalQuery } from '../arrivalFilter';
import type { SchemaName } from './schemas';

/** One operation in short; {@link buildOpenApi} spells it out. */
export interface Operation {
	summary: string;
	/** Query parameters with what they mean. */
	query?: Readonly<Record<string, string>>;
	body?: SchemaName;
	/** The body may be left out. */
	optionalBody?: true;
	/** Statuses besides 200, with their reason. */
	refusals?: Readonly<Record<number, string>>;
	/** 200 is not JSON. */
	produces?: string;
}

type Method = 'get' | 'put' | 'post' | 'delete';

const notFound = { 404: 'There is nothing with this id' };
const wrongBody = { 400: 'The body is wrong; "error" says where' };
const tokens = 'false leaves out lists of tokens and bodies';

/** What every list of arrivals can be asked for. */
const QUERY: Readonly<Record<keyof ArrivalQuery, string>> = {
	type: 'Message type, push-type, revocation or imageCheck',
	token: 'Exact push token',
	biTag: 'Exact batch tag',
	code: 'Code of the answer',
	outcome: 'accepted, partly, refused, noAnswer, or notShown: accepted but on no screen',
	text: 'Part of the body',
	after: 'Only higher ids',
	limit: 'Only the newest so many',
	tokens,
};

/** Every route under `/sandbox`, with path parameters as OpenAPI writes them. */
export const PATHS: Readonly<Record<string, Partial<Record<Method, Operation>>>> = {
	'/sandbox': {
		get: { summary: 'URLs, IDs, settings and counts' },
		delete: { summary: 'Forgets everything but key, secret and IDs' },
	},
	'/sandbox/openapi.json': { get: { summary: 'This document' } },
	'/sandbox/key': { get: { summary: 'The service account key file' } },
	'/sandbox/settings': {
		get: { summary: 'The settings' },
		put: { summary: 'Changes the settings that are given', body: 'Settings', refusals: wrongBody },
	},
	'/sandbox/messages': {
		get: {
			summary: 'Send requests that arrived, the oldest first',
			query: QUERY,
		},
	},
	'/sandbox/messages/{id}': { get: { summary: 'One send request', refusals: notFound } },
	'/sandbox/revocations': { get: { summary: 'Revoke requests that arrived', query: QUERY } },
	'/sandbox/images': { get: { summary: 'Image checks that arrived', query: QUERY } },
	'/sandbox/acceptances': {
		get: {
			summary: 'How often each message was accepted for each token',
			query: { token: 'Exact push token', tokens },
		},
	},
	'/sandbox/arrivals': {
		get: {
			summary: 'Requests of every kind in short, the newest first, as the inbox lists them',
			query: { ...QUERY, token: 'Part of a push token', biTag: 'Part of the batch tag' },
		},
		delete: { summary: 'Forgets what arrived; everything that was set stays' },
	},
	'/sandbox/arrivals/{id}': {
		get: {
			summary: 'One request; for a live view with the course it belongs to',
			refusals: notFound,
		},
	},
	'/sandbox/fates': { get: { summary: 'What can be wrong with a device' } },
	'/sandbox/devices': {
		get: {
			summary: 'Push tokens that were seen, as devices, the newest first',
			query: { token: 'Part of a push token', limit: '200 by default' },
		},
	},
	'/sandbox/devices/{token}': {
		get: { summary: 'One device', refusals: notFound },
		put: { summary: "Decides a device's fate", body: 'Fate', refusals: wrongBody },
	},
	'/sandbox/devices/{token}/liveViews': {
		post: {
			summary: 'Lets the app on the device make a live view itself',
			body: 'LiveViewOfApp',
			refusals: wrongBody,
		},
	},
	'/sandbox/tokens': {
		get: { summary: 'Scripts by token' },
		put: { summary: 'Scripts many tokens at once', body: 'TokenScripts', refusals: wrongBody },
	},
	'/sandbox/tokens/{token}': {
		put: { summary: 'Scripts what becomes of a token', body: 'TokenScript', refusals: wrongBody },
		delete: { summary: 'Removes a script' },
	},
	'/sandbox/faults': {
		get: { summary: 'Faults that wait for requests' },
		post: { summary: 'Faults for the next requests', body: 'Faults', refusals: wrongBody },
		delete: { summary: 'Removes all faults' },
	},
	'/sandbox/faults/kinds': { get: { summary: 'What can happen to a request' } },
	'/sandbox/receipts': {
		get: {
			summary: 'Where receipts go, and the calls with their answers',
			query: { token: 'Exact push token', limit: 'Only the newest so many calls' },
		},
		put: { summary: 'Says where receipts go', body: 'ReceiptSettings', refusals: wrongBody },
		delete: { summary: 'Sends no more receipts' },
	},
	'/sandbox/receipts/probes': { get: { summary: 'Calls that can be made on demand' } },
	'/sandbox/receipts/test': {
		post: {
			summary: 'Calls the receipt URL now: a test receipt, or one that is wrong on purpose',
			body: 'Probe',
			optionalBody: true,
			refusals: { ...wrongBody, 409: 'No receipt URL is set' },
		},
	},
	'/sandbox/receipts/{id}/repeat': {
		post: { summary: 'Makes an earlier call once more, as it was', refusals: notFound },
	},
	'/sandbox/changes': {
		get: { summary: 'Server-sent events, one for each change', produces: 'text/event-stream' },
	},
};
