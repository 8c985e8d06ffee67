/** What counts for keeping a request of any kind: the parts of an {@link Arrival} that weigh. */
export interface Keepable {
	url: string;
	headers?: Readonly<Record<string, string>>;
	/** `code` is given where the JWT was refused. */
	jwt: { code?: string };
	/** Of a message or revocation. */
	body?: unknown;
	tokenCount?: number;
	/** Of an image check. */
	imageUrl?: string;
	problem?: string;
	answer?: { body: { msg: string; downloadUrl?: string } };
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** All kept requests together, in bytes of memory: some 600 messages to 1,000 tokens each. */
export const MAX_WEIGHT = 96 * MIB;
/** Requests without a good JWT that are kept, so that no stranger drives out what was sent. */
export const MAX_STRANGERS = 200;

/** A record without its texts. */
const RECORD_OVERHEAD = 2 * KIB;

/**
 * The heaviest body that is kept. What Push Kit takes has 4,096 bytes beside its tokens; a refused
 * request can hold anything, and one without a good JWT can come from anybody.
 */
const MAX_BODY = { taken: 4 * MIB, refused: 256 * KIB, stranger: 16 * KIB };

export const isStranger = ({ jwt }: Keepable): boolean => jwt.code !== undefined;

function findMaxBody(request: Keepable): number {
	if (isStranger(request)) return MAX_BODY.stranger;
	return request.problem === undefined ? MAX_BODY.taken : MAX_BODY.refused;
}

function weighAnswer({ answer }: Keepable): number {
	if (!answer) return 0;
	const { msg, downloadUrl = '' } = answer.body;
	return msg.length + downloadUrl.length;
}

/** What keeping a request costs. */
export interface Load {
	/** Bytes of memory, roughly. */
	weight: number;
	/** Tokens in its body; 0 where the body is not kept. */
	tokens: number;
}

/**
 * Takes the body from a request where it is too heavy to be kept, and weighs what stays.
 *
 * @param bodyWeight bytes of memory that the body takes; by default the length of its JSON
 */
export function lighten(request: Keepable, bodyWeight = weighBody(request)): Load {
	const bare = Object.values(request.headers ?? {}).reduce(
		(sum, value) => sum + value.length,
		request.url.length,
	);
	const weight = RECORD_OVERHEAD + bare + weighAnswer(request);
	if (bodyWeight <= findMaxBody(request)) {
		return { weight: weight + bodyWeight, tokens: request.tokenCount ?? 0 };
	}
	if (request.body !== undefined) {
		request.body = `Not kept: it takes ${bodyWeight.toLocaleString('en')} bytes of memory.`;
	}
	request.imageUrl = undefined;
	return { weight, tokens: 0 };
}

function weighBody({ body, imageUrl = '' }: Keepable): number {
	return imageUrl.length + (body === undefined ? 0 : JSON.stringify(body).length);
}
