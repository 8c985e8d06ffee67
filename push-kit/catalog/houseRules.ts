/**
 * What Huawei demands of content, whatever the message type, and what it takes for a message to arrive. Source
 * pages: `push-specification`, `push-kit-introduction`, `push-faq`.
 */

/** A rule or a fact in one sentence. */
export interface HouseRule {
	readonly sentence: string;
	/** Slug of Huawei's page. */
	readonly source: string;
}

/** Violations are punished. */
export const CONTENT_RULES: readonly HouseRule[] = [
	{
		sentence: 'Title and body must not say the same.',
		source: 'push-specification',
	},
	{
		sentence: 'The same content must not be sent to a user again and again.',
		source: 'push-specification',
	},
	{
		sentence: 'Pictures must be clear and not sensitive; a picture must not be or hold a QR code.',
		source: 'push-specification',
	},
	{
		sentence: 'A tap must not open an illegal page, wake another app, or lead to installing one.',
		source: 'push-specification',
	},
	{
		sentence:
			'Notifications need the consent of the user; several kinds of event must not hide behind one switch.',
		source: 'push-specification',
	},
	{
		sentence: 'A live view follows what the user has started; it must not be used for marketing.',
		source: 'liveview-introduction',
	},
];

/** Where messages arrive, and when they are held back. */
export const ARRIVAL_RULES: readonly HouseRule[] = [
	{
		sentence: 'Phones, tablets, PCs and TVs are reached in mainland China only.',
		source: 'push-kit-introduction',
	},
	{
		// UNCERTAIN: the number comes from a note that cites the page.
		sentence:
			'Watches are reached in about 190 countries, and only with internet access of their own.',
		source: 'push-country',
	},
	{
		sentence:
			'The data processing location of the project must be where the users are, else nothing arrives.',
		source: 'push-config-setting',
	},
	{
		sentence:
			"A device must reach Huawei on the ports 443 and 5223; Huawei's addresses change, so allow names and not addresses.",
		source: 'push-faq',
	},
	{
		sentence: 'Emulators receive messages in part, cloud phones none.',
		source: 'push-faq',
	},
	{
		sentence:
			'While Huawei expects the user to be asleep, it holds messages back and delivers them later; calls and the category VOIP are not held. A short TTL may lose the others.',
		source: 'push-kit-introduction',
	},
];
