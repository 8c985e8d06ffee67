/** What the phones of a sandbox show. */
import type { Sandbox } from '../../../sandbox/server';
import { membersOf } from '../../../push-kit/json';

/** Titles of the notifications in the notification centre of a phone, the oldest first. */
export function listTitles({ state, store }: Sandbox, pushToken: string): string[] {
	const { shown = [] } = state.devices.get(pushToken) ?? {};
	return shown.map(({ messageId }) => {
		const { body } = store.messages.find(({ id }) => id === messageId) ?? {};
		const { notification } = membersOf(membersOf(body).payload);
		return String(membersOf(notification).title);
	});
}
