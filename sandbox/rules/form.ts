import { isObject, type Fields } from './fields';

const MAX_VERSION = 2_147_483_647;
/** 2^63: the parameter page accepts a Long; devices make ids up to 2^31-1 only. */
const MAX_FORM_ID = 2 ** 63;

/** push-type 1, FormUpdatePayload: the fields stand directly under `payload`. */
export function checkForm(payload: Fields): void {
	payload.requiredInteger('formId', { min: 0, max: MAX_FORM_ID });
	// The table requires `version`, an example published by Huawei leaves it out: judge it if given.
	payload.integer('version', { min: 0, max: MAX_VERSION });
	payload.requiredText('moduleName');
	payload.requiredText('formName');
	payload.requiredText('abilityName');
	const formData = payload.object('formData');
	checkFormData(formData, formData.members, '');
	checkImages(payload, formData);
}

/** Values must not be null, and numbers must be exact; both hold for nested data as well. */
function checkFormData(formData: Fields, data: object, path: string): void {
	for (const [key, value] of Object.entries(data) as Array<[string, unknown]>) {
		const where = path ? `${path}.${key}` : key;
		if (key.startsWith('datashareproxy://')) {
			formData.refuse(where, 'must not begin with datashareproxy://');
		}
		if (value === null) formData.refuse(where, 'must not be null');
		if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
			formData.refuse(where, 'must not be above 2^53-1');
		}
		if (typeof value === 'object') checkFormData(formData, value, where);
	}
}

function checkImages(payload: Fields, formData: Fields): void {
	const images = payload.list('images', { max: 1 }) ?? [];
	for (const image of images) {
		if (!isObject(image)) payload.refuse('images[0]', 'must be an object');
		const keyName = image.keyName;
		if (typeof keyName === 'string' && formData.has(keyName)) {
			payload.refuse('images[0].keyName', 'must not equal a key of formData');
		}
		if (image.url !== undefined && !/^https:\/\/\S/i.test(String(image.url))) {
			payload.refuse('images[0].url', 'must be an https address');
		}
		if (image.require !== undefined && image.require !== 0 && image.require !== 1) {
			payload.refuse('images[0].require', 'must be one of 0, 1');
		}
	}
}
