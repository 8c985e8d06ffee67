/** Receipts at a steady rate, good and bad ones, and the memory of the n8n that takes them. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReceiptData } from '../../scripts/start/sandbox';
import { makeBadCalls } from '../../test/e2e/setup/badCalls';
import { makeStatus, postCall, signCall } from '../../test/e2e/setup/receiptCalls';

const STATUSES_PER_CALL = 10;
/** One call in so many is bad. */
const BAD_EVERY = 10;
/** More would mean that n8n falls behind: then calls are left out rather than piled up. */
const MAX_OPEN_CALLS = 20;
const SAMPLE_MS = 1_000;
/** A sample says little, because of the garbage collector: the median of so many does. */
const WINDOW = 20;
const WARM_UP_SECONDS = 60;

export interface SoakOptions {
	url: string;
	account: ReceiptData;
	/** The process of n8n. */
	pid: number;
	minutes: number;
	rate: number;
	/** Called about every 15 seconds. */
	onProgress: (text: string) => void;
	signal?: AbortSignal;
}

export interface SoakResult {
	calls: number;
	leftOut: number;
	/** Calls that were not answered as they should be, by what happened. */
	wrong: Map<string, number>;
	/** Resident memory in bytes after the first minute, and at the end. */
	after: number;
	end: number;
	highest: number;
}

/** Runs for `minutes`; bounded in calls by rate and time. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
	const { url, account, pid, minutes, rate, onProgress, signal } = options;
	const used = signCall(url, account, [makeStatus()]);
	await postCall(used);

	const samples: number[] = [];
	const wrong = new Map<string, number>();
	const open = new Set<Promise<void>>();
	const counts = { calls: 0, leftOut: 0 };

	const sendNext = async () => {
		const number = counts.calls++;
		const isBad = number % BAD_EVERY === 0;
		const [badCall] = isBad ? makeBadCalls(url, account, used, 1, number / BAD_EVERY) : [];
		const statuses = Array.from({ length: STATUSES_PER_CALL }, () => makeStatus());
		const { status } = await postCall(badCall ?? signCall(url, account, statuses));
		const expected = badCall?.expectedStatus ?? 200;
		if (status === expected) return;
		// n8n's own answer when it is short of breath; Huawei would try again.
		if (status === 503) {
			counts.leftOut++;
			return;
		}
		const what = `${badCall?.kind ?? 'a good call'}: ${status} instead of ${expected}`;
		wrong.set(what, (wrong.get(what) ?? 0) + 1);
	};

	const started = Date.now();
	const elapsed = () => (Date.now() - started) / 1000;
	let nextCall = 0;
	while (elapsed() < minutes * 60) {
		signal?.throwIfAborted();
		for (; nextCall < elapsed() * rate; nextCall++) {
			if (open.size >= MAX_OPEN_CALLS) {
				counts.leftOut++;
				continue;
			}
			const call: Promise<void> = sendNext().finally(() => open.delete(call));
			open.add(call);
		}
		if (samples.length * SAMPLE_MS <= elapsed() * 1000) {
			samples.push(readMemory(pid));
			if (samples.length % 15 === 0) {
				onProgress(`${formatMegabytes(samples.at(-1) ?? 0)} after ${samples.length} s`);
			}
		}
		await wait(1000 / rate / 2);
	}
	await Promise.all(open);
	return {
		...counts,
		wrong,
		after: findMedian(samples.slice(WARM_UP_SECONDS, WARM_UP_SECONDS + WINDOW)),
		end: findMedian(samples.slice(-WINDOW)),
		highest: Math.max(...samples),
	};
}

export function formatMegabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Resident bytes of a process (Linux). */
function readMemory(pid: number): number {
	const [, kilobytes] =
		/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) * 1024;
}

function findMedian(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
