import { createJwtCheck, type JwtCheck } from '../account/jwtCheck';
import type { SandboxAccount } from '../account/serviceAccount';
import { Acceptances } from '../delivery/acceptances';
import { FaultQueue } from '../delivery/faults';
import { Quotas } from '../delivery/quotas';
import { Devices } from '../devices/devices';
import { TokenScripts } from '../devices/tokenScripts';
import { readReceiptSettings } from '../receipts/receiptSettings';
import { ReceiptSender } from '../receipts/receiptSender';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { Store } from './store';
import { Timers } from '../process/timers';

/** Everything a running sandbox knows; the routes read and change it. */
export class State {
	readonly store = new Store();
	readonly scripts = new TokenScripts();
	readonly faults = new FaultQueue();
	readonly acceptances = new Acceptances();
	readonly quotas = new Quotas();
	readonly devices = new Devices(this.scripts);
	readonly timers = new Timers();
	readonly checkJwt: JwtCheck;
	readonly receipts: ReceiptSender;
	settings: Settings = { ...DEFAULT_SETTINGS };
	/** Whether a message that is none of the sandbox's own examples was opened in the inbox. */
	lookedAtMessage = false;
	private lastRequest = 0;

	/**
	 * @param clock the real time in Unix milliseconds, to which `settings.clockOffset` is added
	 * @param receiptOptions what `PUT /sandbox/receipts` takes; comes back at every reset
	 */
	constructor(
		readonly account: SandboxAccount,
		private readonly clock: () => number,
		private readonly receiptOptions?: object,
	) {
		this.checkJwt = createJwtCheck(account.keyFile);
		this.receipts = new ReceiptSender({
			scripts: this.scripts,
			now: () => this.now(),
			nextId: () => this.store.nextId(),
			announce: (id) => this.store.announce({ kind: 'receipt', id }),
		});
		if (receiptOptions) this.setReceipts(receiptOptions);
	}

	/** The sandbox's time in Unix milliseconds. */
	now(): number {
		return this.clock() + this.settings.clockOffset;
	}

	/** Digits, unique within a run, rising with time as Huawei's samples do. */
	nextRequestId(): string {
		this.lastRequest++;
		return `${this.now()}${String(this.lastRequest).padStart(8, '0')}`;
	}

	/** @throws Refusal when a setting is wrong; the former ones stay then */
	setReceipts(value: unknown): void {
		this.receipts.settings = readReceiptSettings(value, {
			userName: this.account.receiptUserName,
			secret: this.account.receiptSecret,
		});
	}

	/** Forgets what arrived; devices, scripts, faults, settings and receipts stay as they are. */
	forgetArrivals(): void {
		this.lookedAtMessage = false;
		this.acceptances.clear();
		this.store.clear();
	}

	/** Back to the state after the start: only the key, the secret and the IDs stay. */
	reset(): void {
		this.scripts.clear();
		this.faults.clear();
		this.acceptances.clear();
		this.quotas.clear();
		this.devices.clear();
		this.lookedAtMessage = false;
		this.settings = { ...DEFAULT_SETTINGS };
		this.receipts.clear();
		this.receipts.settings = undefined;
		if (this.receiptOptions) this.setReceipts(this.receiptOptions);
		this.store.clear();
	}

	stop(): void {
		this.timers.stop();
		this.receipts.clear();
		this.receipts.settings = undefined;
	}
}
