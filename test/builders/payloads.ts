/** Generated payloads of every message type, all of them legal. */

import fc from 'fast-check';

import { CATEGORIES } from '../../push-kit/catalog/categories';
import type { MESSAGES } from '../../push-kit/message/messages';
import { liveViewPayload } from './liveViewPayloads';
import { filledText, httpsUrl, openAction, optional, shortText } from './texts';

const shownCategory = fc.constantFrom(
	...CATEGORIES.map(({ category }) => category).filter((category) => category !== 'PLAY_VOICE'),
	// No page names it and the catalog does not know it, but the service takes it.
	'NEWS',
);

const style = fc.oneof(
	fc.record({ style: fc.constant(0) }, { requiredKeys: [] }),
	fc.record({ style: fc.constant(1), bigTitle: filledText, bigBody: filledText }),
	fc.record({
		style: fc.constant(3),
		inboxContent: fc.array(shortText, { minLength: 1, maxLength: 3 }),
	}),
);

const notificationMembers = fc.record(
	{
		title: filledText,
		body: filledText,
		clickAction: openAction,
		image: httpsUrl,
		overlayIcon: httpsUrl,
		notifyId: fc.integer({ min: -1, max: 2_147_483_647 }),
		// Blanks around a word are taken off by the form.
		appMessageId: fc.stringMatching(/^[A-Za-z0-9+/=_-]([A-Za-z0-9+/=_ -]{0,62}[A-Za-z0-9+/=_-])?$/),
		profileId: fc.stringMatching(/^[a-z0-9]{1,64}$/),
		badge: fc.record(
			{ addNum: fc.integer({ min: 1, max: 99 }), setNum: fc.integer({ min: 0, max: 99 }) },
			optional,
		),
		sound: fc.constant('ping.mp3'),
		soundDuration: fc.integer({ min: 1, max: 60 }),
		foregroundShow: fc.boolean(),
		priorityScene: fc.constantFrom('PRIMARY_CONTACT', 'AT_ME'),
	},
	{ requiredKeys: ['title', 'body', 'clickAction'] },
);

function notification(category: fc.Arbitrary<string>) {
	return fc
		.tuple(category, notificationMembers, style)
		.map(([word, members, styled]) => ({ category: word, ...members, ...styled }));
}

const formValue = fc.oneof(
	shortText,
	fc.integer({ min: -1000, max: Number.MAX_SAFE_INTEGER }),
	fc.boolean(),
	fc.array(shortText, { maxLength: 2 }),
);

const form = fc
	.record({
		formId: fc.integer({ min: 0, max: 2_147_483_647 }),
		version: fc.integer({ min: 0, max: 2_147_483_647 }),
		moduleName: filledText,
		formName: filledText,
		abilityName: filledText,
		formData: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), formValue, { maxKeys: 4 }),
	})
	.chain((update) =>
		fc.record(
			{
				update: fc.constant(update),
				// The key of a picture is in capital letters, those of the data are not.
				image: fc.record(
					{
						keyName: fc.stringMatching(/^[A-Z]{1,8}$/),
						url: httpsUrl,
						require: fc.constantFrom(0, 1),
					},
					optional,
				),
			},
			{ requiredKeys: ['update'] },
		),
	)
	.map(({ update, image }) => (image === undefined ? update : { ...update, images: [image] }));

const jsonText = fc.json({ maxDepth: 1 });

const openPayload = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), formValue, { maxKeys: 3 });

/** By `messageType` of `catalog/messageTypes.ts`. */
export const arbitraryPayloads = {
	notification: fc.record({ notification: notification(shownCategory) }),
	badge: fc.record({
		notification: fc.record({ badge: fc.record({ setNum: fc.integer({ min: 0, max: 99 }) }) }),
	}),
	form,
	textToSpeech: fc.record({
		notification: notification(fc.constantFrom('PLAY_VOICE', 'IM')),
		extraData: jsonText,
	}),
	background: fc.record(
		{ extraData: jsonText, proxyData: fc.constant('ENABLE') },
		{ requiredKeys: ['extraData'] },
	),
	liveView: liveViewPayload,
	call: fc.record({ extraData: jsonText }),
	location: openPayload,
	mdm: openPayload,
	custom: openPayload,
} as const satisfies Record<
	keyof typeof MESSAGES | 'location' | 'mdm' | 'custom',
	fc.Arbitrary<object>
>;

/** Delivery options of any message. */
export const arbitraryPushOptions = fc.record(
	{
		testMessage: fc.boolean(),
		ttl: fc.integer({ min: 1, max: 1_296_000 }),
		biTag: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
		receiptId: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
		collapseKey: fc.integer({ min: -1, max: 100 }),
	},
	optional,
);
