import { CATEGORIES } from '../../../../../../push-kit/catalog/categories';
import { MESSAGE_TYPES } from '../../../../../../push-kit/catalog/messageTypes';
import {
	chooseScreen,
	findPlace,
	listScreens,
} from '../../../../../../sandbox/inbox/src/phone/screens';

it('MARKETING alone is folded away; every other category is on the lock screen', () => {
	const places = CATEGORIES.map(({ category }) => [category, findPlace(category)]);
	expect(places).toEqual(
		CATEGORIES.map(({ category }) => [category, category === 'MARKETING' ? 'fold' : 'lock']),
	);
	expect(findPlace('NEW_OF_HUAWEI')).toBe('lock');
});

it('the screen that is looked at first is one that shows the message', () => {
	expect(chooseScreen('notification', 'MARKETING')).toBe('centre');
	expect(chooseScreen('notification', 'WORK')).toBe('lock');
	expect(chooseScreen('call', '')).toBe('call');
	for (const { messageType } of MESSAGE_TYPES) {
		expect(listScreens(messageType)).toContain(chooseScreen(messageType, ''));
	}
	expect(chooseScreen('unknown', '')).toBe('home');
});
