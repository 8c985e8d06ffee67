import { Fields } from './rules/fields';

/** What a tester may turn. All of it goes back to the default at a reset. */
export interface Settings {
	/** HTTP status of 80100000, 80300007 and 80100020. UNCERTAIN: 200 or 400. */
	refusedTokensStatus: number;
	/** HTTP status of 80200005 (and 80200003). UNCERTAIN: 401 or 200. */
	expiredTokenStatus: number;
	/** Milliseconds that the sandbox's clock runs ahead (below zero: behind). */
	clockOffset: number;
	/** Successful test message requests a day. */
	testMessageQuota: number;
	/**
	 * What a test message over the quota meets. UNCERTAIN: the code table has 80300029, the
	 * frequency page speaks of receipt 256 for an accepted message.
	 */
	testMessageOverQuota: '80300029' | 'receipt256';
	imageChecksPerMinute: number;
	/** Whether the devices' limits of frequency hold. Test messages are free of them. */
	frequencyControl: boolean;
	/** Messages of category MARKETING that a device shows a day: 2, or 5 for news apps. */
	marketingPerDay: number;
	/** Updates of one service widget a day: 5 to 200 by the class of the app. */
	formUpdatesPerDay: number;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
	refusedTokensStatus: 200,
	expiredTokenStatus: 401,
	clockOffset: 0,
	testMessageQuota: 1_000,
	testMessageOverQuota: '80300029',
	imageChecksPerMinute: 60,
	frequencyControl: true,
	marketingPerDay: 2,
	formUpdatesPerDay: 50,
};

/**
 * Reads the body of `PUT /sandbox/settings`: the members given replace those of `current`.
 *
 * @throws Refusal when a member is unknown or its value is not one of those possible
 */
export function readSettings(value: unknown, current: Settings): Settings {
	const fields: Fields = Fields.of(value, 'settings');
	for (const name of Object.keys(fields.members)) {
		if (!(name in DEFAULT_SETTINGS)) fields.refuse(name, 'is not a setting');
	}
	const overQuota = fields.text('testMessageOverQuota');
	if (overQuota !== undefined && overQuota !== '80300029' && overQuota !== 'receipt256') {
		fields.refuse('testMessageOverQuota', 'must be 80300029 or receipt256');
	}
	const statuses = { oneOf: [200, 400, 401] };
	const count = { min: 0 };
	return {
		refusedTokensStatus:
			fields.integer('refusedTokensStatus', statuses) ?? current.refusedTokensStatus,
		expiredTokenStatus:
			fields.integer('expiredTokenStatus', statuses) ?? current.expiredTokenStatus,
		clockOffset: fields.integer('clockOffset') ?? current.clockOffset,
		testMessageQuota: fields.integer('testMessageQuota', count) ?? current.testMessageQuota,
		testMessageOverQuota: overQuota ?? current.testMessageOverQuota,
		imageChecksPerMinute:
			fields.integer('imageChecksPerMinute', count) ?? current.imageChecksPerMinute,
		frequencyControl: fields.flag('frequencyControl') ?? current.frequencyControl,
		marketingPerDay: fields.integer('marketingPerDay', count) ?? current.marketingPerDay,
		formUpdatesPerDay: fields.integer('formUpdatesPerDay', count) ?? current.formUpdatesPerDay,
	};
}
