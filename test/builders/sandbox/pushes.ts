import type { Push } from '../../../sandbox/devices/device';
import { Devices, type DeviceLimits } from '../../../sandbox/devices/devices';
import { expandFate, type FateName } from '../../../sandbox/devices/fates';
import { TokenScripts } from '../../../sandbox/devices/tokenScripts';
import type { Body } from './bodies';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** 10:00 in China, so that an hour more or less is the same day there. */
export const MORNING = Date.UTC(2026, 10, 23, 2);
export const TOKEN = 'TOKEN_A';

export const LIMITS: DeviceLimits = {
	frequencyControl: true,
	marketingPerDay: 2,
	formUpdatesPerDay: 3,
};

/** One device whose clock a test turns. */
export class TestDevice {
	readonly scripts = new TokenScripts();
	readonly devices = new Devices(this.scripts);
	now = MORNING;
	private lastId = 0;

	constructor(readonly limits: DeviceLimits = LIMITS) {}

	/** A message as it was accepted just now. */
	push(pushType: number, payload: Body, changes: Partial<Push> = {}): Push {
		this.lastId++;
		return {
			messageId: this.lastId,
			requestId: `request-${this.lastId}`,
			pushType,
			messageType: pushType === 0 ? 'notification' : 'other',
			payload,
			ttl: 86_400,
			collapseKey: -1,
			testMessage: false,
			acceptedAt: this.now,
			...changes,
		};
	}

	deliver(pushType: number, payload: Body, changes: Partial<Push> = {}) {
		const push = this.push(pushType, payload, changes);
		return this.devices.deliver(TOKEN, push, this.limits, this.now);
	}

	notify(notification: Body = {}, changes: Partial<Push> = {}) {
		return this.deliver(0, { notification: { category: 'WORK', ...notification } }, changes);
	}

	setFate(fate: FateName | undefined, reason?: string) {
		const script = fate && expandFate(fate, reason);
		return this.devices.setScript(TOKEN, script, this.limits, this.now);
	}

	get device() {
		const device = this.devices.get(TOKEN);
		if (!device) throw new Error('The device was never seen.');
		return device;
	}

	get shown(): number[] {
		return (this.device.shown ?? []).map(({ messageId }) => messageId);
	}
}
