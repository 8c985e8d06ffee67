import { FAULTS } from '../../delivery/faultKinds';
import { FATES } from '../../devices/fates';
import { SCOPE_MARKS } from '../../devices/tokenScript';
import { PROBES } from '../../receipts/probes';

const text = (description: string) => ({ type: 'string', description });
const integer = (description: string, minimum?: number, maximum?: number) => ({
	type: 'integer',
	description,
	...(minimum !== undefined && { minimum }),
	...(maximum !== undefined && { maximum }),
});
const flag = (description: string) => ({ type: 'boolean', description });

const FAULT_MEMBERS = {
	fault: { enum: FAULTS.map(({ fault }) => fault), description: 'What happens to the request' },
	times: integer('How many requests it strikes', 1),
	retryAfter: text('Value of the header Retry-After'),
	delay: integer('Milliseconds, for slow and for timeouts', 0),
	code: text('Business code, for the fault "code"'),
	msg: text('Replaces the text of the answer'),
	status: integer('Replaces the HTTP status', 200, 599),
	endpoint: { enum: ['send', 'revoke', 'verify'], description: 'Strike only these requests' },
};

/** The bodies that the routes take, and what they answer where they refuse. */
export const SCHEMAS = {
	TokenScript: {
		type: 'object',
		description: 'What shall become of one push token',
		properties: {
			reason: text('Refused with this reason, such as tokenFormatError'),
			receipt: { oneOf: [integer('Result of its receipts'), { const: 'none' }] },
			fate: {
				enum: FATES.map(({ fate }) => fate),
				description: 'In place of receipt, only and offline: the name of what they say',
			},
			only: {
				type: 'object',
				description: 'The messages that "receipt" is about; all by default',
				properties: {
					pushTypes: { type: 'array', items: integer('Push-type') },
					with: { enum: Object.keys(SCOPE_MARKS) },
				},
			},
			offline: flag('Messages wait until it is false again'),
			receiptDelay: integer('Milliseconds its receipts come later', 0),
			appPackageName: text('Bundle name of another app'),
			...FAULT_MEMBERS,
		},
	},
	TokenScripts: {
		type: 'object',
		required: ['tokens'],
		properties: {
			tokens: {
				type: 'object',
				additionalProperties: { $ref: 'TokenScript#' },
			},
		},
	},
	Fault: { type: 'object', required: ['fault'], properties: FAULT_MEMBERS },
	Faults: {
		oneOf: [{ $ref: 'Fault#' }, { type: 'array', items: { $ref: 'Fault#' } }],
	},
	Fate: {
		type: 'object',
		required: ['fate'],
		properties: {
			fate: { enum: FATES.map(({ fate }) => fate) },
			reason: text('With "refused": the reason in the answer'),
		},
	},
	LiveViewOfApp: {
		type: 'object',
		required: ['activityId', 'event'],
		properties: {
			activityId: integer('Id of the live view'),
			event: text('Such as SCORE, which messages may update but not create'),
			version: integer('Version it begins with', 0),
		},
	},
	Settings: {
		type: 'object',
		properties: {
			refusedTokensStatus: {
				enum: [200, 400, 401],
				description: 'HTTP status of 80100000 and 80300007',
			},
			expiredTokenStatus: { enum: [200, 400, 401], description: 'HTTP status of 80200005' },
			clockOffset: integer("Milliseconds the sandbox's clock runs ahead"),
			latency: integer('Milliseconds that each answer of Push Kit is on its way', 0),
			requestsPerSecond: integer('Requests to send that are taken a second; 0: every one', 0),
			testMessageQuota: integer('Successful test message requests a day', 0),
			testMessageOverQuota: { enum: ['80300029', 'receipt256'] },
			imageChecksPerMinute: integer('Image checks a minute', 0),
			misplacedPlayVoice: {
				enum: ['80100003', 'notSupportPlayVoice'],
				description: 'What PLAY_VOICE outside push-type 2 meets: a code, or a reason per token',
			},
			refuseEveryToken: text(
				'Reason of every token without one of its own, such as noRight; empty: none',
			),
			frequencyControl: flag("Whether the devices' limits of frequency hold"),
			marketingPerDay: integer('MARKETING messages a device shows a day', 0),
			formUpdatesPerDay: integer('Updates of one widget a day', 0),
		},
	},
	ReceiptSettings: {
		type: 'object',
		required: ['url'],
		properties: {
			url: text('http or https address'),
			userName: text("Callback user name; the sandbox's own by default"),
			secret: text("Callback secret; the sandbox's own by default"),
			secretEncoding: { enum: ['base64', 'text'] },
			delay: integer('Milliseconds from acceptance to the receipt', 0, 3_600_000),
			gather: integer('Milliseconds a call waits for company', 0, 3_600_000),
			batchSize: integer('Receipts in one call', 1, 100),
			concurrency: integer('Calls under way at the same time', 1, 64),
			retries: integer('Repeats of a call that failed', 0, 20),
			retryDelay: integer('Milliseconds between repeats', 0, 3_600_000),
			signed: flag('False leaves the signature out'),
			signRepeats: flag('Repeats are signed anew'),
			appPackageName: text('Bundle name in the receipts'),
		},
	},
	Probe: {
		type: 'object',
		properties: { kind: { enum: Object.keys(PROBES), default: 'test' } },
	},
	Error: {
		type: 'object',
		required: ['error'],
		properties: { error: { type: 'string' } },
	},
} as const;

export type SchemaName = keyof typeof SCHEMAS;
