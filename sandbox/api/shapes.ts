/** What the REST API answers, as the page reads it: types alone, for the page runs in a browser. */
import type { FaultKind } from '../delivery/faultKinds';
import type { Fate } from '../devices/fates';
import type { Change } from '../state/store';
import type { ArrivalSummary, Outcome } from './arrivals';
import type { ArrivalDetail, ArrivalList } from './arrivalRoutes';
import type { describeDevice } from './deviceRoutes';
import type { describeCall, describeProbe, describeSettings } from './receiptRoutes';
import type { describeFault, describeSandbox } from './sandboxRoutes';

export type { NotificationCentre } from './notificationCentre';
export type { MessageReceipts } from './messageReceipts';
export type { FirstStep, FirstStepName, FirstSteps } from './firstSteps';
export type { FaultMember } from '../delivery/faultKinds';
export type { Arrival, Message } from '../state/arrival';
export type { Settings } from '../state/settings';
export type { ArrivalDetail, ArrivalList, ArrivalSummary, Change, Fate, FaultKind, Outcome };

export type SandboxState = ReturnType<typeof describeSandbox>;

export type DeviceState = ReturnType<typeof describeDevice>;
export interface DeviceList {
	total: number;
	devices: DeviceState[];
}

export interface FateList {
	fates: Array<Pick<Fate, 'fate' | 'name' | 'effect' | 'script'>>;
}

export interface FaultKindList {
	kinds: FaultKind[];
}
export type WaitingFault = ReturnType<typeof describeFault>;

export type ReceiptSettings = NonNullable<ReturnType<typeof describeSettings>>;
export type ReceiptCall = ReturnType<typeof describeCall>;
export interface ReceiptList {
	settings: ReceiptSettings | null;
	pending: number;
	calls: ReceiptCall[];
}

export type Probe = ReturnType<typeof describeProbe>;
export interface ProbeList {
	probes: Probe[];
}
