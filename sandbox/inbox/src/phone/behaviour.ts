import { findCategory } from '../../../../push-kit/catalog/categories';
import { readNumber, readObject, readText, type JsonObject } from '../json';

const OPEN_PAGE = 1;

function describeTap(notification: JsonObject): string {
	const click = readObject(notification, 'clickAction');
	if (!click) return '';
	if (readNumber(click, 'actionType') !== OPEN_PAGE) return 'A tap opens the app.';
	const target = readText(click, 'action') || readText(click, 'uri');
	return `A tap opens ${target || 'a page'}.`;
}

function describeSound(notification: JsonObject): string {
	const sound = readText(notification, 'sound');
	if (!sound) return '';
	if (readText(notification, 'category') === 'MARKETING') {
		return `Sound ${sound} is ignored for MARKETING.`;
	}
	const seconds = readNumber(notification, 'soundDuration');
	return `Plays ${sound}${seconds === undefined ? ', 30 s at most' : ` for ${seconds} s`}.`;
}

/** What the phone does with a notification besides showing it, in sentences. */
export function describeBehaviour(notification: JsonObject): string[] {
	const category = readText(notification, 'category');
	const profile = readText(notification, 'profileId');
	const priority = readText(notification, 'priorityScene');
	const notifyId = readNumber(notification, 'notifyId');
	return [
		category && `Category ${category}: ${findCategory(category)?.reminder ?? 'no default known'}.`,
		describeSound(notification),
		describeTap(notification),
		notification.foregroundShow === false && 'While the app is open the app gets it instead.',
		priority && `Priority notification: ${priority}.`,
		profile && `Shown only where profile ${profile} is bound.`,
		notifyId !== undefined && notifyId >= 0 && `notifyId ${notifyId}: can be replaced and revoked.`,
	].filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '');
}
