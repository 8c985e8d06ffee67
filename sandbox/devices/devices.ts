import { isNoToken } from '../rules/tokens';
import type { Settings } from '../state/settings';
import { DELIVERED, type Delivery, type Device, type Push } from './device';
import { changeLiveView, createInApp } from './liveViews';
import { showNotification } from './notifications';
import { keepWaiting, takeWaiting } from './offline';
import { findScriptedReceipt, type TokenScript } from './tokenScript';
import { TokenScripts } from './tokenScripts';
import { updateWidget } from './widgets';

/** Devices that are remembered. Those with a script stay, the oldest others make room. */
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
	private tokenLength = 0;

	/** @param scripts what is set about the tokens, whether or not they were seen as devices yet */
	constructor(private readonly scripts = new TokenScripts()) {}

	/** Takes one message in for one device and tells what became of it. */
	deliver(token: string, push: Push, limits: DeviceLimits, now: number): Delivery {
		const device = this.open(token, now);
		device.messageCount++;
		const script = this.scripts.get(token);
		if (script?.offline) return keepWaiting(device, push);
		return follow(script, device, push, limits, now);
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
	 * Sets what shall become of a token, in place of what was set before. A device that is no longer
	 * offline is handed what waited for it.
	 *
	 * @param script undefined for a token with nothing wrong
	 */
	setScript(
		token: string,
		script: TokenScript | undefined,
		limits: DeviceLimits,
		now: number,
	): { delivered: LateDelivery[]; expired: Push[] } {
		if (script) this.scripts.set(token, script);
		else this.scripts.delete(token);
		const device = this.devices.get(token);
		if (!device || script?.offline) return { delivered: [], expired: [] };
		const { due, expired } = takeWaiting(device, now);
		const delivered = due.map((push) => {
			return { push, delivery: follow(script, device, push, limits, now) };
		});
		return { delivered, expired };
	}

	/** Makes a token a device before its first message. */
	prepare(token: string, now: number): Device {
		return this.open(token, now, false);
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
		for (const token of this.devices.keys()) {
			if (this.devices.size <= MAX_DEVICES && this.tokenLength <= MAX_TOKEN_LENGTH) return;
			if (this.scripts.has(token)) continue;
			this.devices.delete(token);
			this.tokenLength -= token.length;
		}
	}
}

/** What a device does with a message under its script. */
function follow(
	script: TokenScript | undefined,
	device: Device,
	push: Push,
	limits: DeviceLimits,
	now: number,
): Delivery {
	const receipt = findScriptedReceipt(script, push);
	if (receipt === 'none') return { ...show(device, push, limits, now), silent: true };
	if (receipt === DELIVERED) return { ...show(device, push, limits, now), result: DELIVERED };
	return show(device, push, limits, now, receipt);
}

/** @param fateResult any result but 0 that the script forces: nothing is shown then */
function show(
	device: Device,
	push: Push,
	limits: DeviceLimits,
	now: number,
	fateResult?: number,
): Delivery {
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
