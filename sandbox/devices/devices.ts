import { isNoToken } from '../rules/tokens';
import type { Settings } from '../state/settings';
import { DELIVERED, type Delivery, type Device, type Push } from './device';
import { findFateResult, type FateName } from './fates';
import { changeLiveView, createInApp } from './liveViews';
import { showNotification } from './notifications';
import { keepWaiting, takeWaiting } from './offline';
import { updateWidget } from './widgets';

/** Devices that are remembered. Those that were given a fate stay, the oldest others make room. */
const MAX_DEVICES = 20_000;
/** Characters of their tokens together: no page bounds the length of a token. */
const MAX_TOKEN_LENGTH = 32 * 1024 * 1024;
const NOT_SHOWN_NOTE = 'Not shown: the fate of this device';

export type DeviceLimits = Pick<
	Settings,
	'frequencyControl' | 'marketingPerDay' | 'formUpdatesPerDay'
>;

/** What became of a message that had waited. */
export interface LateDelivery {
	push: Push;
	delivery: Delivery;
}

/** Every push token that was seen, as the device it stands for. */
export class Devices {
	private readonly devices = new Map<string, Device>();
	/** Devices with the fate `refused`: most runs have none, and then no token is looked up. */
	private refusedCount = 0;
	private tokenLength = 0;

	/** Takes one message in for one device and tells what became of it. */
	deliver(token: string, push: Push, limits: DeviceLimits, now: number): Delivery {
		const device = this.open(token, now);
		device.messageCount++;
		if (device.fate === 'offline') return keepWaiting(device, push);
		return show(device, push, limits, now);
	}

	/** The reason with which a token is refused, if that is its fate. */
	findReason(token: string): string | undefined {
		if (this.refusedCount === 0) return undefined;
		const device = this.devices.get(token);
		return device?.fate === 'refused' ? device.reason : undefined;
	}

	get noneRefused(): boolean {
		return this.refusedCount === 0;
	}

	/** Lets a refused token appear in the list as well. */
	see(token: string, now: number): void {
		this.open(token, now);
	}

	get(token: string): Device | undefined {
		return this.devices.get(token);
	}

	/** The devices seen last come first. */
	list(): Device[] {
		return [...this.devices.values()].sort((a, b) => b.lastSeen - a.lastSeen);
	}

	get count(): number {
		return this.devices.size;
	}

	/**
	 * Decides a device's fate. One that comes back from `offline` is handed what waited for it.
	 *
	 * @param fate undefined for a device with nothing wrong
	 */
	setFate(
		token: string,
		{ fate, reason }: { fate?: FateName; reason?: string },
		limits: DeviceLimits,
		now: number,
	): { device: Device; delivered: LateDelivery[]; expired: Push[] } {
		const device = this.open(token, now, false);
		if (device.fate === 'refused') this.refusedCount--;
		if (fate === 'refused') this.refusedCount++;
		device.fate = fate;
		device.reason = fate === 'refused' ? reason : undefined;
		if (fate === 'offline') return { device, delivered: [], expired: [] };
		const { due, expired } = takeWaiting(device, now);
		const delivered = due.map((push) => ({ push, delivery: show(device, push, limits, now) }));
		return { device, delivered, expired };
	}

	/** The app on the device makes a live view itself, so that messages can update it. */
	createLiveView(
		token: string,
		view: { activityId: number; event: string; version?: number },
		now: number,
	): Device {
		const device = this.open(token, now, false);
		createInApp(device, view, now);
		return device;
	}

	/** Takes a notification from the notification centre, or from what waits. The badge stays. */
	revoke(token: string, notifyId: number, pushType: number): void {
		const device = this.devices.get(token);
		if (!device) return;
		device.shown = device.shown?.filter((one) => one.notifyId !== notifyId);
		device.waiting = device.waiting?.filter((push) => {
			const { notification } = push.payload;
			const same =
				typeof notification === 'object' &&
				notification !== null &&
				'notifyId' in notification &&
				notification.notifyId === notifyId;
			return !(same && push.pushType === pushType);
		});
	}

	clear(): void {
		this.devices.clear();
		this.refusedCount = 0;
		this.tokenLength = 0;
	}

	/** Plain data for the disk; {@link load} takes it back. */
	save(max: number): Device[] {
		return this.list().slice(0, max);
	}

	load(devices: readonly Device[]): void {
		this.clear();
		for (const device of [...devices].reverse()) {
			// A sandbox from before took the token of the credential test for a device.
			if (isNoToken(device.token)) continue;
			this.add(device);
			if (device.fate === 'refused') this.refusedCount++;
		}
	}

	private open(token: string, now: number, seen = true): Device {
		let device = this.devices.get(token);
		if (!device) {
			device = { token, firstSeen: now, lastSeen: now, messageCount: 0, badge: 0 };
			this.add(device);
		}
		if (seen) device.lastSeen = now;
		return device;
	}

	private add(device: Device): void {
		this.devices.set(device.token, device);
		this.tokenLength += device.token.length;
		for (const [token, { fate }] of this.devices) {
			if (this.devices.size <= MAX_DEVICES && this.tokenLength <= MAX_TOKEN_LENGTH) return;
			if (fate !== undefined) continue;
			this.devices.delete(token);
			this.tokenLength -= token.length;
		}
	}
}

function show(device: Device, push: Push, limits: DeviceLimits, now: number): Delivery {
	const fateResult = findFateResult(device.fate, push);
	const limited = limits.frequencyControl;
	if (push.pushType === 1) {
		const perDay = limited ? limits.formUpdatesPerDay : Infinity;
		return updateWidget(device, push, { now, perDay, fateResult });
	}
	if (fateResult !== undefined) return { result: fateResult, note: NOT_SHOWN_NOTE };
	if (push.pushType === 7) return changeLiveView(device, push, { now, limited });
	if (push.pushType === 0 || push.pushType === 2) {
		const marketingPerDay = limited ? limits.marketingPerDay : Infinity;
		return showNotification(device, push, { now, marketingPerDay });
	}
	return { result: DELIVERED };
}
