import type { TokenScripts } from '../devices/tokenScripts';
import { Timers } from '../process/timers';
import { buildProbe, type ProbeKind } from './probes';
import { isSuccess, ReceiptPoster, type ReceiptCall } from './receiptCall';
import type { ReceiptSettings } from './receiptSettings';
import { SIGNATURE_HEADER, signReceipt } from './signature';
import { buildStatus, type ReceiptSource, type ReceiptStatus } from './statuses';

/** Calls that are remembered, the newest ones: 2,000 calls hold 200,000 receipts. */
export const MAX_CALLS = 2_000;
/** Bodies and answers of all remembered calls together, in characters. */
const MAX_CALL_LENGTH = 64 * 1024 * 1024;

interface ExpectedReceipt {
	source: ReceiptSource;
	token: string;
	result: number;
	appPackageName: string;
}

interface Surroundings {
	scripts: TokenScripts;
	now: () => number;
	nextId: () => number;
	announce: (id: number) => void;
}

/** Makes receipts for accepted tokens and calls the receipt URL with them. */
export class ReceiptSender {
	settings?: ReceiptSettings;
	calls: ReceiptCall[] = [];
	/** Receipts that are still to be delivered or repeated. */
	pending = 0;
	private due: ExpectedReceipt[] = [];
	private batches: ExpectedReceipt[][] = [];
	private gathering = false;
	private active = 0;
	/** Raised at a reset: what belongs to an earlier run is forgotten. */
	private run = 0;
	/** By id of a remembered call, the oldest first; `length` is their sum. */
	private readonly lengths = new Map<number, number>();
	private length = 0;
	private idleWaiters: Array<() => void> = [];
	private readonly timers = new Timers();
	private readonly poster = new ReceiptPoster();

	constructor(private readonly surroundings: Surroundings) {}

	/** Schedules a receipt for every token; its script may make it late, or another app's. */
	expect(source: ReceiptSource, tokens: readonly string[], result: number): void {
		const { settings } = this;
		if (!settings) return;
		const byDelay = new Map<number, ExpectedReceipt[]>();
		for (const token of tokens) {
			const script = this.surroundings.scripts.get(token);
			const delay = settings.delay + (script?.receiptDelay ?? 0);
			const group = byDelay.get(delay) ?? [];
			if (group.length === 0) byDelay.set(delay, group);
			group.push({
				source,
				token,
				result,
				appPackageName: script?.appPackageName ?? settings.appPackageName,
			});
		}
		for (const [delay, group] of byDelay) {
			this.pending += group.length;
			this.timers.after(delay, () => this.enqueue(group));
		}
	}

	/** Calls the receiver as {@link PROBES} describes it, and waits for the answer. */
	async sendProbe(kind: ProbeKind): Promise<ReceiptCall | undefined> {
		const { settings } = this;
		if (!settings) return undefined;
		// A signature can only be replayed once the receiver has seen it.
		if (kind === 'replayed' && !this.findGoodSignature()) await this.sendProbe('sample');
		const now = this.surroundings.now();
		const probe = buildProbe(kind, settings, now, this.findGoodSignature());
		const call = this.keepCall({
			id: this.surroundings.nextId(),
			kind,
			url: settings.url,
			...probe,
			attempts: [],
			ok: false,
		});
		await this.attempt(call);
		return call;
	}

	private findGoodSignature(): string | undefined {
		const good = [...this.calls]
			.reverse()
			.find(({ ok, kind, headers }) => ok && kind !== 'stale' && headers[SIGNATURE_HEADER]);
		return good?.headers[SIGNATURE_HEADER];
	}

	/** Posts an earlier call once more, as it was; undefined when it is not remembered. */
	async repeat(id: number): Promise<ReceiptCall | undefined> {
		const call = this.calls.find((one) => one.id === id);
		if (call) await this.attempt(call);
		return call;
	}

	/** Resolves when no receipt is pending any more. */
	async settled(): Promise<void> {
		if (this.pending === 0) return;
		await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
	}

	/** Forgets everything but the settings and breaks off what is under way. */
	clear(): void {
		this.run++;
		this.timers.stop();
		this.poster.stop();
		this.calls = [];
		this.lengths.clear();
		this.length = 0;
		this.due = [];
		this.batches = [];
		this.gathering = false;
		this.active = 0;
		this.lowerPending(this.pending);
	}

	private enqueue(group: ExpectedReceipt[]): void {
		const { settings } = this;
		if (!settings) return this.lowerPending(group.length);
		for (const receipt of group) this.due.push(receipt);
		while (this.due.length >= settings.batchSize) {
			this.batches.push(this.due.splice(0, settings.batchSize));
		}
		if (this.due.length > 0 && !this.gathering) {
			this.gathering = true;
			this.timers.after(settings.gather, () => {
				this.gathering = false;
				if (this.due.length > 0) this.batches.push(this.due.splice(0));
				this.startCalls();
			});
		}
		this.startCalls();
	}

	private startCalls(): void {
		while (this.settings && this.active < this.settings.concurrency) {
			const batch = this.batches.shift();
			if (!batch) return;
			this.active++;
			void this.deliver(batch, this.settings, this.run);
		}
	}

	private async deliver(batch: ExpectedReceipt[], settings: ReceiptSettings, run: number) {
		const timestamp = this.surroundings.now();
		const statuses = batch.map(({ source, ...receipt }) =>
			buildStatus(source, { ...receipt, timestamp }),
		);
		const call = this.prepareCall(statuses, settings);
		for (let attempt = 0; attempt <= settings.retries; attempt++) {
			if (attempt > 0 && !(await this.timers.sleep(settings.retryDelay))) break;
			if (attempt > 0 && settings.signRepeats) this.sign(call, settings);
			await this.attempt(call);
			if (call.ok || run !== this.run) break;
		}
		if (run !== this.run) return;
		this.active--;
		this.lowerPending(batch.length);
		this.startCalls();
	}

	private prepareCall(statuses: ReceiptStatus[], settings: ReceiptSettings): ReceiptCall {
		const call: ReceiptCall = {
			id: this.surroundings.nextId(),
			kind: 'delivery',
			url: settings.url,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ statuses }),
			statusCount: statuses.length,
			attempts: [],
			ok: false,
		};
		if (settings.signed) this.sign(call, settings);
		return this.keepCall(call);
	}

	private keepCall(call: ReceiptCall): ReceiptCall {
		this.calls.push(call);
		this.lengths.set(call.id, 0);
		this.count(call, call.body.length);
		return call;
	}

	/** Counts what a call takes; the oldest calls make room, the newest stays. */
	private count(call: ReceiptCall, length: number): void {
		const before = this.lengths.get(call.id);
		if (before === undefined) return;
		this.lengths.set(call.id, before + length);
		this.length += length;
		while (
			this.calls.length > MAX_CALLS ||
			(this.length > MAX_CALL_LENGTH && this.calls.length > 1)
		) {
			const { id = -1 } = this.calls.shift() ?? {};
			this.length -= this.lengths.get(id) ?? 0;
			this.lengths.delete(id);
		}
	}

	private sign(call: ReceiptCall, settings: ReceiptSettings): void {
		call.headers[SIGNATURE_HEADER] = signReceipt(settings, this.surroundings.now());
	}

	private async attempt(call: ReceiptCall): Promise<void> {
		const time = new Date(this.surroundings.now()).toISOString();
		const attempt = await this.poster.post(call, time);
		call.attempts.push(attempt);
		this.count(call, JSON.stringify(attempt).length);
		call.ok = isSuccess(attempt);
		this.surroundings.announce(call.id);
	}

	private lowerPending(count: number): void {
		this.pending -= count;
		if (this.pending > 0) return;
		const waiters = this.idleWaiters.splice(0);
		for (const resolve of waiters) resolve();
	}
}
