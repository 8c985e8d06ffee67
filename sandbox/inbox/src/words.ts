import { MESSAGE_TYPES } from '../../../push-kit/catalog/messageTypes';
import type { Outcome } from './api';
import { writeNumber } from './dates';

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
	...MESSAGE_TYPES.map(({ messageType, name }) => [messageType, name] as const),
	['revocation', 'Revoke'],
	['imageCheck', 'Image check'],
	['unknown', 'Unknown'],
]);

export function nameType(type: string): string {
	return TYPE_NAMES.get(type) ?? type;
}

/** Everything the list can be filtered by. */
export const FILTER_TYPES = [
	'notification',
	'badge',
	'form',
	'textToSpeech',
	'background',
	'liveView',
	'location',
	'call',
	'mdm',
	'revocation',
	'imageCheck',
	'unknown',
];

const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
	accepted: 'Accepted',
	partly: 'Partly accepted',
	refused: 'Refused',
	noAnswer: 'No answer',
};

/** What the list can be narrowed to: the outcomes, and what came out well without being seen. */
export const OUTCOME_FILTERS = { ...OUTCOME_NAMES, notShown: 'Accepted, not shown' };

/** Last part of an address or path: what stands in the place of a picture. */
export function nameFile(address: string): string {
	const path = address.replace(/[?#].*$/, '').replace(/\/+$/, '');
	return path.slice(path.lastIndexOf('/') + 1) || address;
}

export function count(number: number, one: string, many = `${one}s`): string {
	return `${writeNumber(number)} ${number === 1 ? one : many}`;
}

const MAX_TOKEN = 16;
const TOKEN_END = 4;

/** A token in short: its beginning and its end tell it from others. */
export function shortenToken(token: string): string {
	if (token.length <= MAX_TOKEN) return token;
	return `${token.slice(0, MAX_TOKEN - TOKEN_END - 1)}…${token.slice(-TOKEN_END)}`;
}
