import background from '../../examples/messages/background-full.json';
import badge from '../../examples/messages/badge.json';
import call from '../../examples/messages/call.json';
import location from '../../examples/messages/location.json';
import mdm from '../../examples/messages/mdm.json';
import missedCall from '../../examples/messages/missed-call.json';
import approval from '../../examples/messages/notification-full.json';
import question from '../../examples/messages/notification-priority.json';
import offer from '../../examples/messages/notification.json';
import widget from '../../examples/messages/service-widget-full.json';
import payment from '../../examples/messages/text-to-speech.json';

/** A request as the seed posts it. */
export interface SeedMessage {
	pushType: number;
	body: object;
}

export const LIN = 'LIN-phone-7Qm2vXc9';
export const MEI = 'MEI-tablet-3fKd81Lp';
const WANG = 'WANG-phone-gone-55Tz';
const ELENA = 'ELENA-old-token-0000';

/** A token that the seed lets be refused, and one whose app is gone. */
export const SEED_FATES: Readonly<Record<string, object>> = {
	[ELENA]: { fate: 'refused', reason: 'tokenFormatError' },
	[WANG]: { fate: 'appUninstalled' },
};

/** An example as these devices get it, with other members of its body where the story wants them. */
export function sendTo(
	token: readonly string[],
	{ pushType, body }: SeedMessage,
	changes: object = {},
): SeedMessage {
	return { pushType, body: { ...body, ...changes, target: { token } } };
}

const OFFER_ID = 1201;

const offerWithPicture = {
	...offer.body.payload.notification,
	image: 'https://cdn.example.com/offers/weekend.png',
	notifyId: OFFER_ID,
};

/** No example: it lacks its text, so that the page shows a refusal, too. */
const withoutBody = { category: 'EXPRESS', title: 'Parcel', clickAction: { actionType: 0 } };

/** Every message type but live views. */
export const SEED_MESSAGES: readonly SeedMessage[] = [
	sendTo([LIN, MEI, WANG, ELENA], offer, {
		payload: { notification: offerWithPicture },
		pushOptions: { biTag: 'weekend-48' },
	}),
	sendTo([LIN], approval, { pushOptions: { biTag: 'orders' } }),
	sendTo([LIN], badge),
	sendTo([LIN], widget),
	sendTo([MEI], payment),
	sendTo([LIN, MEI], background),
	sendTo([LIN], call),
	sendTo([MEI], missedCall),
	sendTo([MEI], question),
	sendTo([LIN], location),
	sendTo([LIN], mdm),
	sendTo([LIN], offer, { payload: { notification: withoutBody } }),
];

/** Withdraws the first message from one of its devices. */
export const SEED_REVOCATION: SeedMessage = {
	pushType: 0,
	body: { notifyId: OFFER_ID, token: [MEI] },
};
