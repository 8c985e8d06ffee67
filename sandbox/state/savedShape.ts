import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { Device, LiveView, Push, ShownNotification, Widget } from '../devices/device';
import { findFate, type FateName } from '../devices/fates';
import { isObject } from '../rules/fields';
import { PARTS, type Arrival, type DeviceOutcome } from './arrival';

/** Whether a value of unknown origin is of one kind. */
type Check = (value: unknown) => boolean;

/** One check for every member of a record, so that a new member cannot be forgotten. */
type Shape<T> = Readonly<Record<keyof Required<T>, Check>>;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isAnything: Check = () => true;
const isFateName: Check = (value) => typeof value === 'string' && findFate(value) !== undefined;

const optional =
	(check: Check): Check =>
	(value) =>
		value === undefined || check(value);
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
const byName =
	(check: Check): Check =>
	(value) =>
		isObject(value) && Object.values(value).every(check);

/** Whether a value is a record of this shape; members that the shape does not have may be there. */
const hasShape =
	<T>(shape: Shape<T>) =>
	(value: unknown): value is T =>
		isObject(value) && Object.entries<Check>(shape).every(([name, check]) => check(value[name]));

const hasJwt = hasShape<Arrival['jwt']>({
	header: optional(isObject),
	claims: optional(isObject),
	code: optional(isText),
	problem: optional(isText),
});

/** What an arrival is on disk: until the three kinds became one, these could be missing. */
export type SavedArrival = Omit<Arrival, 'endpoint' | 'headers'> &
	Partial<Pick<Arrival, 'endpoint' | 'headers'>>;

const isArrival = hasShape<SavedArrival>({
	id: isNumber,
	time: isText,
	endpoint: optional((value) => typeof value === 'string' && Object.hasOwn(PARTS, value)),
	url: isText,
	pushType: optional(isNumber),
	headers: optional(byName(isText)),
	jwt: hasJwt,
	body: isAnything,
	requestId: isText,
	answer: optional(
		(value) =>
			isObject(value) &&
			isNumber(value.status) &&
			isObject(value.body) &&
			isText(value.body.code) &&
			isText(value.body.msg),
	),
	problem: optional(isText),
	fault: optional(isText),
	acceptedTokens: optional(listOf(isText)),
	illegalTokens: optional(byName(listOf(isText))),
	notifyId: optional(isNumber),
	messageType: optional(isText),
	bytes: optional(isNumber),
	tokenCount: optional(isNumber),
	biTag: optional(isText),
	testMessage: optional(isFlag),
	revokedTokens: optional(listOf(isText)),
	deliveries: optional(
		byName(
			hasShape<DeviceOutcome>({
				result: optional(isNumber),
				note: optional(isText),
				shown: optional(isFlag),
			}),
		),
	),
	revokedMessages: optional(listOf(isNumber)),
	imageUrl: optional(isText),
});

/** Whether a value is what is kept of a request to this endpoint. */
export const isSavedArrival =
	(endpoint: Endpoint) =>
	(value: unknown): value is SavedArrival =>
		isArrival(value) && PARTS[endpoint].every((part) => value[part] !== undefined);

const isShown = hasShape<ShownNotification>({
	messageId: isNumber,
	notifyId: optional(isNumber),
	appMessageId: optional(isText),
	shownAt: isNumber,
});

const isPush = hasShape<Push>({
	messageId: isNumber,
	requestId: isText,
	pushType: isNumber,
	messageType: isText,
	payload: isObject,
	biTag: optional(isText),
	ttl: isNumber,
	collapseKey: isNumber,
	testMessage: isFlag,
	acceptedAt: isNumber,
});

const isWidget = hasShape<Widget>({
	version: isNumber,
	messageId: isNumber,
	blockedUntil: optional(isNumber),
	blockedResult: optional(isNumber),
	day: isNumber,
	updatesToday: isNumber,
});

const isLiveView = hasShape<LiveView>({
	event: isText,
	createdBy: isText,
	createdAt: isNumber,
	updatedAt: isNumber,
	version: optional(isNumber),
	endedAt: optional(isNumber),
	updates: listOf(isNumber),
	messageIds: listOf(isNumber),
});

/** What a device was until its fate became a script. */
interface SavedDevice extends Device {
	fate?: FateName;
	reason?: string;
}

export const isSavedDevice = hasShape<SavedDevice>({
	token: isText,
	firstSeen: isNumber,
	lastSeen: isNumber,
	messageCount: isNumber,
	fate: optional(isFateName),
	reason: optional(isText),
	badge: isNumber,
	shown: optional(listOf(isShown)),
	appMessageIds: optional(byName(isNumber)),
	waiting: optional(listOf(isPush)),
	widgets: optional(byName(isWidget)),
	liveViews: optional(byName(isLiveView)),
	blockedActivities: optional(byName(isNumber)),
	marketingDay: optional(isNumber),
	marketingToday: optional(isNumber),
});
