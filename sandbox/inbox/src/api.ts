import type { Arrival, Outcome } from '../../api/arrivals';
import type { Device, LiveView } from '../../devices/device';
import type { FaultKind, FaultMember, FaultName } from '../../delivery/faultKinds';
import type { ProbeKind } from '../../receipts/probes';
import type { Attempt } from '../../receipts/receiptCall';
import type { Settings } from '../../state/settings';
import type { StoredImageCheck, StoredMessage, StoredRevocation } from '../../state/store';

export type { Arrival, Attempt, FaultKind, FaultMember, FaultName, Outcome, ProbeKind, Settings };
export type { StoredImageCheck, StoredMessage, StoredRevocation };

export interface ArrivalList {
	total: number;
	matching: number;
	arrivals: Arrival[];
}

/** Everything about one request; exactly one of the three is there. */
export interface ArrivalDetail {
	message?: StoredMessage;
	course?: StoredMessage[];
	revocation?: StoredRevocation;
	imageCheck?: StoredImageCheck;
}

export interface FateOption {
	fate: string;
	name: string;
	effect: string;
}

export type DeviceState = Omit<Device, 'liveViews'> & {
	fate: string;
	effect: string;
	reason?: string;
	liveViews: Record<string, LiveView & { over: boolean }>;
};

export interface ReceiptSettings {
	url: string;
	userName: string;
	secretEncoding: string;
	delay: number;
	gather: number;
	batchSize: number;
	retries: number;
	retryDelay: number;
	signed: boolean;
	signRepeats: boolean;
	appPackageName: string;
}

export interface ReceiptCall {
	id: number;
	kind: 'delivery' | ProbeKind;
	url: string;
	headers: Record<string, string>;
	body: unknown;
	statusCount: number;
	attempts: Attempt[];
	ok: boolean;
}

export interface Probe {
	kind: ProbeKind;
	name: string;
	expects: string;
	/** A careful receiver takes it. */
	good: boolean;
}

export interface WaitingFault {
	fault: FaultName;
	/** null: every request. */
	times: number | null;
	retryAfter?: string;
	delay?: number;
	code?: string;
	status?: number;
	endpoint?: string;
}

export interface SandboxState {
	url: string;
	projectId: string;
	clientId: string;
	receiptUserName: string;
	time: string;
	urls: { receipts: string | null };
	settings: Settings;
	counts: Record<string, number>;
}

/** Thrown with the sandbox's own words when it refuses a request. */
export class ApiError extends Error {}

/** Calls the REST API: `call('PUT', 'devices/abc', {...})`. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
	const response = await fetch(path === '' ? '/sandbox' : `/sandbox/${path}`, {
		method,
		...(body !== undefined && {
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
		}),
	});
	const answer = (await response.json()) as T & { error?: string };
	if (!response.ok) throw new ApiError(answer.error ?? `The sandbox answered ${response.status}.`);
	return answer;
}

export const read = async <T>(path: string): Promise<T> => await call<T>('GET', path);

export const writeError = (error: unknown): string =>
	error instanceof ApiError ? error.message : 'The sandbox does not answer. Is it still running?';
