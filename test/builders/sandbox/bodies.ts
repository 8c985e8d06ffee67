import background from '../../../examples/messages/background-full.json';
import badge from '../../../examples/messages/badge.json';
import call from '../../../examples/messages/call.json';
import image from '../../../examples/messages/image-verify.json';
import appCard from '../../../examples/messages/live-view-app-card-create.json';
import delivery from '../../../examples/messages/live-view-delivery-create.json';
import flight from '../../../examples/messages/live-view-flight-create.json';
import match from '../../../examples/messages/live-view-match-create.json';
import geofence from '../../../examples/messages/live-view-schedule-create.json';
import taxiCreate from '../../../examples/messages/live-view-taxi-create.json';
import taxiEnd from '../../../examples/messages/live-view-taxi-end.json';
import taxiUpdate from '../../../examples/messages/live-view-taxi-update.json';
import missedCall from '../../../examples/messages/missed-call.json';
import notificationWithOptions from '../../../examples/messages/notification-full.json';
import notification from '../../../examples/messages/notification.json';
import revoke from '../../../examples/messages/revoke.json';
import form from '../../../examples/messages/service-widget-full.json';
import textToSpeech from '../../../examples/messages/text-to-speech.json';

/** A request body as a test builds and changes it. */
export interface Body {
	[name: string]: unknown;
}

/** Sets the value at a path such as `payload.images.0.url`; `undefined` takes the member away. */
export function change(body: Body, changes: Record<string, unknown>): Body {
	const copy = structuredClone(body);
	for (const [path, value] of Object.entries(changes)) {
		const names = path.split('.');
		const last = names.pop() ?? '';
		let parent: Body = copy;
		for (const name of names) {
			const next = parent[name];
			if (typeof next !== 'object' || next === null) throw new Error(`no ${name} in ${path}`);
			parent = next as Body;
		}
		if (value === undefined) delete parent[last];
		else parent[last] = value;
	}
	return copy;
}

export function withTokens(body: Body, tokens: readonly string[]): Body {
	return change(body, { target: { token: tokens } });
}

export function makeTokens(count: number, prefix = 'TOKEN'): string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}_${index}`);
}

/** Bodies of `examples/messages`: whatever they hold is legal. */
export const BODIES = {
	notification: notification.body,
	notificationWithOptions: notificationWithOptions.body,
	badge: badge.body,
	form: form.body,
	textToSpeech: textToSpeech.body,
	background: background.body,
	call: call.body,
	missedCall: missedCall.body,
} satisfies Record<string, Body>;

/** Live views of every layout. */
export const LIVE_VIEW_BODIES = {
	createProgress: taxiCreate.body,
	createLeftRight: flight.body,
	createEmphasisedText: delivery.body,
	createMatch: match.body,
	createCustomCard: appCard.body,
	update: taxiUpdate.body,
	end: taxiEnd.body,
	geofence: geofence.body,
} satisfies Record<string, Body>;

/** Revoke and image check, which go to URLs of their own. */
export const REVOKE_BODY = revoke.body;
export const IMAGE_BODY = image.body;
