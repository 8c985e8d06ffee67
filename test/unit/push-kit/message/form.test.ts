import { SEND_EXAMPLES } from '../../../builders/bodies';
import { findFaults, findHints, type Changes } from '../../../builders/change';

const { form } = SEND_EXAMPLES;

describe('a service widget update is refused', () => {
	const WRONG: Array<[string, Changes, string]> = [
		['without formId', { formId: undefined }, 'Form ID is missing.'],
		['without version', { version: undefined }, 'Version (Fixed) is missing.'],
		['without moduleName', { moduleName: undefined }, 'Module Name is missing.'],
		['without formName', { formName: undefined }, 'Form Name is missing.'],
		['without abilityName', { abilityName: undefined }, 'Ability Name is missing.'],
		['without formData', { formData: undefined }, 'Form Data is missing.'],
		['with an empty moduleName', { moduleName: '' }, 'Module Name is empty. Enter a text.'],
		['with formId as text', { formId: '12' }, 'Form ID must be a whole number.'],
		[
			'with a formId that JavaScript rounds',
			{ formId: 2 ** 53 },
			'Form ID must be at most 9007199254740991: n8n cannot hold a greater number exactly, so the update would reach another widget.',
		],
		['with version -1', { version: -1 }, 'Version (Fixed) must be at least 0.'],
		[
			'with version 2^31',
			{ version: 2_147_483_648 },
			'Version (Fixed) must be at most 2147483647.',
		],
		[
			'with formData as text',
			{ formData: '{}' },
			'Form Data must be an object such as {"key": "value"}.',
		],
		[
			'with a forbidden key',
			{ formData: { 'datashareproxy://com.example/a': 1 } },
			'Form Data has the key "datashareproxy://com.example/a": keys must not begin with datashareproxy://.',
		],
		[
			'with a null value',
			{ formData: { eta: null } },
			'Form Data > eta has no value (null). Enter a value, or take the key out.',
		],
		[
			'with too great a number',
			{ formData: { id: 2 ** 53 } },
			'Form Data > id holds a number above 9007199254740991, the greatest that Huawei takes. Send it as text.',
		],
		[
			'with too great a number inside',
			{ formData: { rows: [{ id: 2 ** 60 }] } },
			'Form Data > rows holds a number above 9007199254740991, the greatest that Huawei takes. Send it as text.',
		],
		[
			'with two images',
			{ images: [{}, {}] },
			'Image must have at most one entry: Huawei takes one picture an update.',
		],
		[
			'with one image that is not in a list',
			{ images: { keyName: 'map' } },
			'Image must be a list of one object, such as [{"keyName": "map", "url": "https://..."}].',
		],
		[
			'with the bare address of an image',
			{ images: ['https://cdn.example.com/a.png'] },
			'Image must be an object such as {"key": "value"}.',
		],
		[
			'with the behaviour of an image as text',
			{ 'images.0.require': '1' },
			'Image > If the Download Fails must be a whole number.',
		],
		[
			'with an image over http',
			{ 'images.0.url': 'http://cdn.example.com/a.png' },
			'Image > URL must be a web address that begins with https://.',
		],
		[
			'with an image named like a key',
			{ 'images.0.keyName': 'eta' },
			'Image > Key Name "eta" is also a key of Form Data. Choose another name for one of them.',
		],
	];

	it.each(WRONG)('%s', (_what, changes, sentence) => {
		expect(findFaults(form, changes)).toEqual([sentence]);
	});
});

describe('a service widget update passes', () => {
	it.each<[string, Changes]>([
		['at the upper limits', { formId: Number.MAX_SAFE_INTEGER, version: 2_147_483_647 }],
		['at the lower limits', { formId: 0, version: 0 }],
		['with the greatest number', { 'formData.id': Number.MAX_SAFE_INTEGER }],
		['without images', { images: undefined }],
		['with an image without members', { images: [{}] }],
		['with a picture named like a member of every object', { 'images.0.keyName': 'toString' }],
	])('%s', (_what, changes) => {
		expect(findFaults(form, changes)).toEqual([]);
	});
});

describe('hints of a service widget update', () => {
	it.each([-1, 2_147_483_648])('doubt that a device has form %d', (formId) => {
		expect(findHints(form, { formId })).toEqual([
			`Form ID ${formId} is not one that a device makes (0 to 2147483647). Huawei blocks updates of a widget that does not exist for 30 days: check it.`,
		]);
	});

	it.each([0, 2_147_483_647])('do not doubt that a device has form %d', (formId) => {
		expect(findHints(form, { formId })).toEqual([]);
	});

	it('speak of an unknown behaviour of its picture', () => {
		expect(findHints(form, { 'images.0.require': 2 })).toEqual([
			'Image > If the Download Fails 2 is not known here: it is sent as it is.',
		]);
	});
});
