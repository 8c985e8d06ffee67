import { Fields } from '../rules/fields';
import type { SigningKey } from './signature';

/** Huawei puts at most 100 statuses into a call (`push-api-msg-receipt`). */
const MAX_STATUSES = 100;

/** Where and how receipts are sent. Times are milliseconds. */
export interface ReceiptSettings extends SigningKey {
	url: string;
	/** From acceptance to the receipt. */
	delay: number;
	/** How long a call waits for company, so that many small requests share calls. */
	gather: number;
	batchSize: number;
	/** Calls under way at the same time. */
	concurrency: number;
	/** Repeats of a call that was not answered with success. UNCERTAIN: Huawei documents none. */
	retries: number;
	retryDelay: number;
	/** False leaves the signature header out, as for a configuration without user name and secret. */
	signed: boolean;
	/** True signs a repeat anew. UNCERTAIN: by default a repeat is identical. */
	signRepeats: boolean;
	appPackageName: string;
}

type Defaults = Pick<ReceiptSettings, 'userName' | 'secret'>;

const MEMBERS = [
	'url',
	'userName',
	'secret',
	'secretEncoding',
	'delay',
	'gather',
	'batchSize',
	'concurrency',
	'retries',
	'retryDelay',
	'signed',
	'signRepeats',
	'appPackageName',
];

function readUrl(fields: Fields): string {
	const url = fields.requiredText('url');
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
		fields.refuse('url', 'must be an http or https address');
	}
	return url;
}

/**
 * Reads the body of `PUT /sandbox/receipts`. What is left out takes its default, the sandbox's own
 * user name and secret among it.
 *
 * @throws Refusal when a member is unknown or has a wrong value
 */
export function readReceiptSettings(value: unknown, defaults: Defaults): ReceiptSettings {
	const fields: Fields = Fields.of(value, 'receipts');
	for (const name of Object.keys(fields.members)) {
		if (!MEMBERS.includes(name)) fields.refuse(name, 'is unknown');
	}
	const secretEncoding = fields.text('secretEncoding') ?? 'base64';
	if (secretEncoding !== 'base64' && secretEncoding !== 'text') {
		fields.refuse('secretEncoding', 'must be base64 or text');
	}
	const milliseconds = { min: 0, max: 3_600_000 };
	return {
		url: readUrl(fields),
		userName: fields.text('userName') ?? defaults.userName,
		secret: fields.text('secret', { notEmpty: true }) ?? defaults.secret,
		secretEncoding,
		delay: fields.integer('delay', milliseconds) ?? 0,
		gather: fields.integer('gather', milliseconds) ?? 50,
		batchSize: fields.integer('batchSize', { min: 1, max: MAX_STATUSES }) ?? MAX_STATUSES,
		concurrency: fields.integer('concurrency', { min: 1, max: 64 }) ?? 4,
		retries: fields.integer('retries', { min: 0, max: 20 }) ?? 3,
		retryDelay: fields.integer('retryDelay', milliseconds) ?? 1_000,
		signed: fields.flag('signed') ?? true,
		signRepeats: fields.flag('signRepeats') ?? false,
		appPackageName: fields.text('appPackageName') ?? 'com.example.shop',
	};
}
