import { isObject, Refusal } from './fields';

const PUSH_TYPES_WITH_IMAGE = [0, 1, 2];

/**
 * Reads the body of `images:verify` and returns the image's address (`push-image-control`).
 *
 * @throws Refusal
 */
export function readImageUrl(body: unknown, pushType: number | undefined): string {
	if (pushType === undefined || !PUSH_TYPES_WITH_IMAGE.includes(pushType)) {
		throw new Refusal('83010007', 'The header does not contain valid push-type');
	}
	if (body === undefined || body === '' || (isObject(body) && Object.keys(body).length === 0)) {
		throw new Refusal('83010003', 'The body is empty.');
	}
	const imageUrl = isObject(body) ? body.imageUrl : undefined;
	if (typeof imageUrl !== 'string' || imageUrl === '') {
		throw new Refusal('80100001', 'imageUrl is required and must be a string');
	}
	if (!/^https:\/\//i.test(imageUrl)) throw new Refusal('80100003', 'imageUrl must be https');
	if (!URL.canParse(imageUrl)) throw new Refusal('83010005', 'imageUrl is not an address');
	return imageUrl;
}
