/**
 * Kinds of devices, and which of them a message type reaches. Source pages: `push-scenariozed-api-intro` and the
 * page of each type. UNCERTAIN: copies of different months differ about watches and TVs; the newest stands here.
 */

/** In the order of the pages: what most customers have comes first. */
export const DEVICES = ['phone', 'tablet', 'pc', 'watch', 'tv'] as const;

export type Device = (typeof DEVICES)[number];

/** As Huawei writes them in English; a watch is a "wearable" there. */
export const DEVICE_NAMES: Readonly<Record<Device, string>> = {
	phone: 'Phone',
	tablet: 'Tablet',
	pc: 'PC/2in1',
	watch: 'Watch',
	tv: 'TV',
};

/** In the middle of a sentence. */
export const DEVICE_PLURALS: Readonly<Record<Device, string>> = {
	phone: 'phones',
	tablet: 'tablets',
	pc: 'PCs',
	watch: 'watches',
	tv: 'TVs',
};

/** The devices that take something: `true`, or words about since when and which. Absent: it does not reach them. */
export type Reach = Readonly<Partial<Record<Device, true | string>>>;

const EVERY_SCREEN = { phone: true, tablet: true, pc: true } as const;

/** Of messages for phones, tablets and PCs alone. */
export const PHONE_TABLET_PC: Reach = EVERY_SCREEN;
/** Of notifications and background messages, and of revoking (`push-send-alert`, `push-msg-revoke`). */
export const NOTIFICATION_REACH: Reach = {
	...EVERY_SCREEN,
	watch: 'since 5.1.0(18)',
	tv: 'since 5.1.1(19)',
};
/** Of service widgets (`push-form-update`). */
export const FORM_REACH: Reach = {
	...EVERY_SCREEN,
	watch: 'since 6.1.0(23)',
	tv: 'since 6.1.0(23)',
};
/** Of text-to-speech messages (`push-send-extend-noti`). */
export const TEXT_TO_SPEECH_REACH: Reach = {
	...EVERY_SCREEN,
	watch: 'since 5.1.0(18)',
	tv: 'since 6.1.0(23)',
};
/** Of live views (`push-update-liveview`). */
export const LIVE_VIEW_REACH: Reach = { phone: true, tablet: true, watch: 'since 26.0.0' };
/** Of calls (`push-voip`). */
export const CALL_REACH: Reach = {
	phone: true,
	tablet: true,
	watch: "children's watches, since 6.1.0(23)",
};
/** Of MDM messages (`push-mdm`). */
export const MDM_REACH: Reach = {
	phone: 'since 26.0.1',
	tablet: 'since 26.0.1',
	pc: 'since 26.0.1',
};
