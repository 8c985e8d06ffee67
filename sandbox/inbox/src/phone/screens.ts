/** Which screens of a phone a message is seen on, and where it lies on them. */
import { findCategory } from '../../../../push-kit/catalog/categories';

export type Screen = 'lock' | 'centre' | 'home' | 'call';

export const SCREEN_NAMES: Readonly<Record<Screen, string>> = {
	lock: 'Lock screen',
	centre: 'Notification centre',
	home: 'Home screen',
	call: 'Incoming call',
};

/** By message type; what is listed nowhere changes nothing but the home screen, if that. */
const SCREENS: Readonly<Record<string, readonly Screen[]>> = {
	notification: ['lock', 'centre', 'home'],
	textToSpeech: ['lock', 'centre'],
	liveView: ['centre', 'lock'],
	call: ['call'],
};

export function listScreens(messageType: string): readonly Screen[] {
	return SCREENS[messageType] ?? ['home'];
}

/**
 * Where a phone puts a notification: on the lock screen as well, in the notification centre alone,
 * or there under "more notifications". A category that the catalog does not know is shown in full.
 */
export type Place = 'lock' | 'centre' | 'fold';

export function findPlace(category: string): Place {
	const words = findCategory(category)?.alerts.phone ?? 'lock screen';
	if (words.includes('folded')) return 'fold';
	return words.includes('lock screen') ? 'lock' : 'centre';
}

/** The screen that is looked at first: one that shows the message. */
export function chooseScreen(messageType: string, category: string): Screen {
	const [first = 'home', ...others] = listScreens(messageType);
	return first === 'lock' && findPlace(category) !== 'lock' ? (others[0] ?? first) : first;
}
