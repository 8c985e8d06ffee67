import { Fields } from '../rules/fields';

/** What a tester may turn. All of it goes back to the default at a reset. */
export interface Settings {
	/**
	 * HTTP status of 80100000, 80300007 and 80100020. 80300007 was seen with 200; UNCERTAIN for the
	 * others: 200 or 400.
	 */
	refusedTokensStatus: number;
	/** HTTP status of 80200005 (and 80200003). UNCERTAIN: 401 or 200. */
	expiredTokenStatus: number;
	/** Milliseconds that the sandbox's clock runs ahead (below zero: behind). */
	clockOffset: number;
	/** Milliseconds that each of Push Kit's own answers is on its way, as over a network. */
	latency: number;
	/** Requests to `messages:send` that are taken a second; those beyond meet 503. 0: every one is taken. */
	requestsPerSecond: number;
	/** Successful test message requests a day. */
	testMessageQuota: number;
	/**
	 * What a test message over the quota meets. UNCERTAIN: the code table has 80300029, the
	 * frequency page speaks of receipt 256 for an accepted message.
	 */
	testMessageOverQuota: '80300029' | 'receipt256';
	imageChecksPerMinute: number;
	/**
	 * What `PLAY_VOICE` outside push-type 2 meets: the code that was seen, or the reason per token
	 * that the documents list.
	 */
	misplacedPlayVoice: '80100003' | 'notSupportPlayVoice';
	/**
	 * The reason with which every token is refused that has none of its own and is not malformed,
	 * such as `noRight` for the key of a wrong project. Empty: none is.
	 */
	refuseEveryToken: string;
	/** Whether the devices' limits of frequency hold. Test messages are free of them. */
	frequencyControl: boolean;
	/** Messages of category MARKETING that a device shows a day: 2, or 5 for news apps. */
	marketingPerDay: number;
	/** Updates of one service widget a day: 5 to 200 by the class of the app. */
	formUpdatesPerDay: number;
}

/** A hundred years: beyond some thousands no date can be written any more. */
const MAX_CLOCK_OFFSET = 100 * 366 * 86_400_000;

/** An hour: no client waits longer. */
const MAX_LATENCY = 3_600_000;

export const DEFAULT_SETTINGS: Readonly<Settings> = {
	refusedTokensStatus: 200,
	expiredTokenStatus: 401,
	clockOffset: 0,
	latency: 0,
	requestsPerSecond: 0,
	testMessageQuota: 1_000,
	testMessageOverQuota: '80300029',
	imageChecksPerMinute: 60,
	misplacedPlayVoice: '80100003',
	refuseEveryToken: '',
	frequencyControl: true,
	marketingPerDay: 2,
	formUpdatesPerDay: 50,
};

function readChoice<T extends string>(
	fields: Fields,
	name: keyof Settings,
	choices: readonly T[],
): T | undefined {
	const word = fields.text(name);
	if (word === undefined) return undefined;
	const choice = choices.find((one) => one === word);
	return choice ?? fields.refuse(name, `must be ${choices.join(' or ')}`);
}

/**
 * Reads the body of `PUT /sandbox/settings`: the members given replace those of `current`.
 *
 * @throws Refusal when a member is unknown or its value is not one of those possible
 */
export function readSettings(value: unknown, current: Settings): Settings {
	const fields: Fields = Fields.of(value, 'settings');
	for (const name of Object.keys(fields.members)) {
		if (!Object.hasOwn(DEFAULT_SETTINGS, name)) fields.refuse(name, 'is not a setting');
	}
	const overQuota = readChoice(fields, 'testMessageOverQuota', ['80300029', 'receipt256']);
	const misplaced = readChoice(fields, 'misplacedPlayVoice', ['80100003', 'notSupportPlayVoice']);
	const statuses = { oneOf: [200, 400, 401] };
	const count = { min: 0 };
	const offset = { min: -MAX_CLOCK_OFFSET, max: MAX_CLOCK_OFFSET };
	return {
		refusedTokensStatus:
			fields.integer('refusedTokensStatus', statuses) ?? current.refusedTokensStatus,
		expiredTokenStatus:
			fields.integer('expiredTokenStatus', statuses) ?? current.expiredTokenStatus,
		clockOffset: fields.integer('clockOffset', offset) ?? current.clockOffset,
		latency: fields.integer('latency', { min: 0, max: MAX_LATENCY }) ?? current.latency,
		requestsPerSecond: fields.integer('requestsPerSecond', count) ?? current.requestsPerSecond,
		testMessageQuota: fields.integer('testMessageQuota', count) ?? current.testMessageQuota,
		testMessageOverQuota: overQuota ?? current.testMessageOverQuota,
		imageChecksPerMinute:
			fields.integer('imageChecksPerMinute', count) ?? current.imageChecksPerMinute,
		misplacedPlayVoice: misplaced ?? current.misplacedPlayVoice,
		refuseEveryToken: fields.text('refuseEveryToken', { max: 100 }) ?? current.refuseEveryToken,
		frequencyControl: fields.flag('frequencyControl') ?? current.frequencyControl,
		marketingPerDay: fields.integer('marketingPerDay', count) ?? current.marketingPerDay,
		formUpdatesPerDay: fields.integer('formUpdatesPerDay', count) ?? current.formUpdatesPerDay,
	};
}
