import { missingFields } from '../../../../../nodes/HuaweiPush/parameters/rowFields';

describe('missingFields', () => {
	it.each([
		['={{ $json.name }}', ['name']],
		['Hello {{ $json.name }}', ['name']],
		['={{ $json["first name"] }} {{ $json[\'last\'] }}', ['first name', 'last']],
		['={{ $json?.name ?? "" }}', ['name']],
		['={{ $input.item.json.name }} {{ $input.first().json["city"] }}', ['name', 'city']],
		['={{ $json.campaign }} {{ $json.campaign.title }}', []],
		['={{ $("Read").item.json.name }}', []],
		[
			'={{ $json.姓名 }} {{ $json . a }} {{ $json?.["b"] }} {{ $json[`c`] }}',
			['姓名', 'a', 'b', 'c'],
		],
		['={{ $input.all()[0].json.name }}', ['name']],
		['={{ $jmespath($json, "姓名") }} {{ $jmespath($input.item.json,\'a.b\') }}', ['姓名', 'a']],
		['={{ $jmespath($json, "length(@)") }}', []],
		['={{ $json.keys() }} {{ $json.toJsonString() }}', []],
		['the words $json.name without braces', []],
		[{ a: { list: ['={{ $json.deep }}'] } }, ['deep']],
		[{ price: 5, on: true, none: null }, []],
	])('of %j', (stored, missing) => {
		expect(missingFields(stored, { campaign: { title: 'Spring' } })).toEqual(missing);
	});

	it('takes a field that is there but empty for the item’s own', () => {
		expect(missingFields('={{ $json.name }}', { name: null })).toEqual([]);
	});
});
