/** What the rules of a live view cannot say of its fields: see `fieldFacts.ts`. */
import type { FieldFact } from './fieldFacts';

const source = 'push-scenariozed-api-request-param';

const CARD = 'activityData.notificationData';
const CAPSULE = 'activityData.capsuleData';

/** Pictures given by their address: newer than those of the app, and preferred to them. */
const PICTURE_URLS: readonly FieldFact[] = [
	`${CARD}.descPicUrl`,
	`${CARD}.spaceIconUrl`,
	`${CARD}.game.host.iconUrl`,
	`${CARD}.game.guest.iconUrl`,
	`${CARD}.extend.imageUrl`,
	`${CAPSULE}.iconUrl`,
	`${CAPSULE}.tailIconUrl`,
].map((path) => ({ path, since: '26.0.0', note: 'Wins over the file', source }));

const NOT_SHOWN_ON_WATCH = 'A message that has it is not shown on watches';

/** Of live views. */
export const LIVE_VIEW_FACTS: readonly FieldFact[] = [
	{ path: 'operation', note: '4 and 6 since 6.1.0(23)', source },
	{ path: 'subEvent', since: '26.0.0', note: 'For statistics only', source },
	{ path: 'shareUrl', since: '26.0.0', source },
	{
		path: 'trigger',
		since: '6.1.0(23)',
		notOn: ['watch'],
		note: 'Watches show an ordinary live view',
		source,
	},
	{
		path: `${CARD}.type`,
		note: '-1 since 6.1.0(23), not shown on watches; 100 since 26.0.0',
		source,
	},
	...PICTURE_URLS,
	{ path: `${CARD}.extend.pic`, note: 'Older name of image, to be dropped by Huawei', source },
	{ path: `${CARD}.lockScreen`, note: NOT_SHOWN_ON_WATCH, source },
	{ path: `${CARD}.weather`, note: `With layout 5 only. ${NOT_SHOWN_ON_WATCH}`, source },
	{ path: `${CARD}.backgroundType`, note: `With layout 5 only. ${NOT_SHOWN_ON_WATCH}`, source },
	{ path: `${CARD}.additionalText`, note: 'With layout 5 only', source },
	{ path: `${CARD}.displayHorizontalLine`, note: 'With layouts 5 and 7 only', source },
	{ path: `${CARD}.CustomLayout`, since: '26.0.0', source },
	{
		path: `${CARD}.customLayout`,
		since: '26.0.0',
		note: 'The same in another spelling of Huawei',
		source: 'liveview-api-map',
	},
	{ path: `${CAPSULE}.tailIcon`, since: '26.0.0', source },
	{ path: `${CAPSULE}.isTailIconDisplayed`, since: '26.0.0', source },
	{ path: `${CAPSULE}.isContentDisplayed`, since: '26.0.0', source },
];
