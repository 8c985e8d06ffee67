/** The bodies of `examples/messages` that come out of the node's forms, typed. */

import background from '../../examples/messages/background-full.json';
import badge from '../../examples/messages/badge.json';
import call from '../../examples/messages/call.json';
import verify from '../../examples/messages/image-verify.json';
import delivery from '../../examples/messages/live-view-delivery-create.json';
import flight from '../../examples/messages/live-view-flight-create.json';
import geofence from '../../examples/messages/live-view-schedule-create.json';
import taxiCreate from '../../examples/messages/live-view-taxi-create.json';
import taxiEnd from '../../examples/messages/live-view-taxi-end.json';
import taxiUpdate from '../../examples/messages/live-view-taxi-update.json';
import missedCall from '../../examples/messages/missed-call.json';
import fullNotification from '../../examples/messages/notification-full.json';
import priorityNotification from '../../examples/messages/notification-priority.json';
import smallNotification from '../../examples/messages/notification.json';
import revoke from '../../examples/messages/revoke.json';
import form from '../../examples/messages/service-widget-full.json';
import textToSpeech from '../../examples/messages/text-to-speech.json';
import type { BackgroundPayload } from '../../push-kit/message/background';
import type { BadgePayload } from '../../push-kit/message/badge';
import type { VoIPCallPayload } from '../../push-kit/message/call';
import type { FormUpdatePayload } from '../../push-kit/message/form';
import type { LiveViewPayload } from '../../push-kit/message/liveView/liveViewPayload';
import type { AlertPayload } from '../../push-kit/message/notification';
import type { PushOptions } from '../../push-kit/message/pushOptions';
import type { ExtensionPayload } from '../../push-kit/message/textToSpeech';

/** A request to `messages:send`. */
export interface SendExample<P = object> {
	/** The rules it obeys, by name. */
	messageType: string;
	/** Header `push-type`. */
	pushType: number;
	body: { payload: P; pushOptions?: PushOptions; target: { token: string[] } };
}

export const TOKEN_A = 'TOKEN_A';
export const TOKEN_B = 'TOKEN_B';

const typed = <P>(example: SendExample<P>) => example;

/** By name; the order is that of section 17 of the reference. */
export const SEND_EXAMPLES = {
	smallNotification: typed<AlertPayload>(smallNotification),
	fullNotification: typed<AlertPayload>(fullNotification),
	priorityNotification: typed<AlertPayload>(priorityNotification),
	badge: typed<BadgePayload>(badge),
	form: typed<FormUpdatePayload>(form),
	textToSpeech: typed<ExtensionPayload>(textToSpeech),
	background: typed<BackgroundPayload>(background),
	liveViewProgress: typed<LiveViewPayload>(taxiCreate),
	liveViewLeftRight: typed<LiveViewPayload>(flight),
	liveViewWithoutStatus: typed<LiveViewPayload>(delivery),
	liveViewUpdate: typed<LiveViewPayload>(taxiUpdate),
	liveViewEnd: typed<LiveViewPayload>(taxiEnd),
	liveViewGeofence: typed<LiveViewPayload>(geofence),
	call: typed<VoIPCallPayload>(call),
	missedCall: typed<AlertPayload>(missedCall),
};

/** Requests to the other two endpoints. */
export const REVOKE_EXAMPLE = revoke;
export const VERIFY_EXAMPLE = verify;
