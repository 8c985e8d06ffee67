import { titleCase } from '../../../../../nodes/HuaweiPush/form/titleCase';

describe('titleCase', () => {
	it.each([
		['calling for a car', 'Calling for a Car'],
		['the driver is at the pick-up point', 'The Driver Is at the Pick-up Point'],
		[
			'Countdown to something the user subscribed to',
			'Countdown to Something the User Subscribed to',
		],
		['TV and PC', 'TV and PC'],
		['a', 'A'],
		['', ''],
	])('%j becomes %j', (phrase, expected) => {
		expect(titleCase(phrase)).toBe(expected);
	});
});
