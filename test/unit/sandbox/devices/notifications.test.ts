import { countBadge, writeBadge } from '../../../../sandbox/devices/notifications';
import { DAY, HOUR, LIMITS, TestDevice } from '../../../builders/sandbox/pushes';

let phone: TestDevice;
beforeEach(() => {
	phone = new TestDevice();
});

describe('notifyId', () => {
	it('replaces the message shown before under the same id', () => {
		phone.notify({ notifyId: 7 });
		phone.notify({ notifyId: 8 });
		const { earlier } = phone.notify({ notifyId: 7 });
		expect(earlier).toEqual([{ messageId: 1, note: 'Replaced by message 3' }]);
		expect(phone.shown).toEqual([2, 3]);
	});

	it.each([undefined, -1])('%s is given by the service: nothing is replaced', (notifyId) => {
		phone.notify({ notifyId });
		expect(phone.notify({ notifyId }).earlier).toBeUndefined();
		expect(phone.shown).toEqual([1, 2]);
	});
});

describe('appMessageId', () => {
	it('shows the same message once within 24 hours', () => {
		phone.notify({ appMessageId: 'order-1' });
		phone.now += DAY - 1;
		const second = phone.notify({ appMessageId: 'order-1' });
		expect(second).toMatchObject({ result: 0, note: expect.stringContaining('order-1') });
		expect(phone.shown).toEqual([1]);
		phone.now += 1;
		expect(phone.notify({ appMessageId: 'order-1' }).note).toBeUndefined();
		expect(phone.shown).toEqual([1, 3]);
	});

	it('leaves the older one when notifyId is the same as well', () => {
		phone.notify({ appMessageId: 'order-1', notifyId: 7 });
		phone.notify({ appMessageId: 'order-1', notifyId: 7 });
		expect(phone.shown).toEqual([1]);
	});

	it('of a message that is not shown again adds nothing to the badge', () => {
		phone.notify({ appMessageId: 'order-1', badge: { addNum: 1 } });
		phone.notify({ appMessageId: 'order-1', badge: { addNum: 1 } });
		expect(phone.device.badge).toBe(1);
	});
});

describe('badge', () => {
	it.each([
		[5, undefined, 5],
		[5, { addNum: 3 }, 8],
		[5, { setNum: 2 }, 2],
		[5, { setNum: 2, addNum: 3 }, 2],
		[5, { setNum: 0 }, 0],
		[98, { addNum: 99 }, 197],
	])('%i with %j becomes %i', (before, badge, after) => {
		expect(countBadge(before, badge)).toBe(after);
	});

	it.each([
		[0, ''],
		[1, '1'],
		[99, '99'],
		[100, '99+'],
	])('%i is shown as "%s"', (badge, words) => expect(writeBadge(badge)).toBe(words));

	it('is set by a message that is nothing but a badge', () => {
		phone.deliver(0, { notification: { badge: { setNum: 12 } } }, { messageType: 'badge' });
		expect(phone.device.badge).toBe(12);
		expect(phone.device.shown).toBeUndefined();
	});
});

describe('MARKETING', () => {
	const offer = (changes = {}) => phone.notify({ category: 'MARKETING' }, changes);

	it('is shown twice a day, and anew on the next day', () => {
		expect([offer(), offer(), offer()].map(({ result }) => result)).toEqual([0, 0, 256]);
		expect(phone.shown).toEqual([1, 2]);
		// Midnight in China, where the day is counted.
		phone.now += 14 * HOUR;
		expect(offer().result).toBe(0);
	});

	it('counts neither test messages nor other categories', () => {
		for (let i = 0; i < 5; i++) phone.notify({ category: 'WORK' });
		for (let i = 0; i < 5; i++) expect(offer({ testMessage: true }).result).toBe(0);
		expect(offer().result).toBe(0);
	});

	it('is not limited when the limits are switched off', () => {
		phone = new TestDevice({ ...LIMITS, frequencyControl: false });
		for (let i = 0; i < 5; i++) expect(offer().result).toBe(0);
	});
});

describe('revoking', () => {
	it('takes a message away and leaves the badge', () => {
		phone.notify({ notifyId: 7, badge: { setNum: 3 } });
		phone.notify({ notifyId: 8 });
		phone.devices.revoke('TOKEN_A', 7, 0);
		expect(phone.shown).toEqual([2]);
		expect(phone.device.badge).toBe(3);
	});

	it('reaches a message that still waits', () => {
		phone.setFate('offline');
		phone.notify({ notifyId: 7 });
		phone.devices.revoke('TOKEN_A', 7, 0);
		expect(phone.setFate(undefined).delivered).toEqual([]);
	});
});
