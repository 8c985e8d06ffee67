import { Fields, Refusal } from './fields';

const PARAMETER_ERROR = '80100001';
const ILLEGAL_EXPIRE_TIME = '80100004';
/** 15 days, in seconds. */
const MAX_TTL = 1_296_000;
const MAX_BI_TAG_BYTES = 64;

/** What the answer and the receipts need to know of the push options. */
export interface PushOptions {
	testMessage: boolean;
	biTag?: string;
}

/**
 * Reads `pushOptions` (`push-scenariozed-api-request-param`). UNCERTAIN: whether faults in here are
 * answered with 80100001 or 80100003; `ttl` 0 passes because no minimum is stated.
 */
export function readPushOptions(value: unknown): PushOptions {
	if (value === undefined || value === null) return { testMessage: false };
	const options = Fields.of(value, 'pushOptions', PARAMETER_ERROR);
	const ttl = options.integer('ttl', { max: MAX_TTL });
	if (ttl !== undefined && ttl < 0) {
		throw new Refusal(ILLEGAL_EXPIRE_TIME, 'pushOptions.ttl lies in the past');
	}
	const biTag = options.text('biTag');
	if (biTag !== undefined && Buffer.byteLength(biTag) > MAX_BI_TAG_BYTES) {
		options.refuse('biTag', `must be at most ${MAX_BI_TAG_BYTES} bytes`);
	}
	options.integer('collapseKey', { min: -1, max: 100 });
	options.text('receiptId');
	options.integer('backgroundMode');
	return { testMessage: options.flag('testMessage') ?? false, biTag };
}
