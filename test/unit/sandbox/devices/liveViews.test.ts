import type { Body } from '../../../builders/sandbox/bodies';
import { HOUR, LIMITS, MINUTE, TestDevice, TOKEN } from '../../../builders/sandbox/pushes';

let phone: TestDevice;
beforeEach(() => {
	phone = new TestDevice();
});

const send = (operation: number, rest: Body = {}) =>
	phone.deliver(7, { activityId: 5, operation, event: 'DELIVERY', ...rest });
const create = (rest?: Body) => send(0, rest).result;
const update = (rest?: Body) => send(1, rest).result;
const end = (rest?: Body) => send(2, rest).result;

describe('the life of a live view', () => {
	it('is created, updated and ended', () => {
		expect([create(), update(), end()]).toEqual([0, 0, 0]);
		expect(phone.device.liveViews?.['5']).toMatchObject({
			createdBy: 'push',
			messageIds: [1, 2, 3],
		});
	});

	it('cannot be updated or ended once it ended: 155', () => {
		create();
		end();
		expect([update(), end()]).toEqual([155, 155]);
	});

	it.each([
		['4 hours without an update', 4 * HOUR, 155],
		['just under 4 hours', 4 * HOUR - 1, 0],
	])('after %s', (_name, wait, result) => {
		create();
		phone.now += wait;
		expect(update()).toBe(result);
	});

	it('ends after 8 hours, however often it was updated', () => {
		create();
		for (let i = 0; i < 4; i++) {
			phone.now += 2 * HOUR - 1;
			expect(update()).toBe(0);
		}
		phone.now += 4;
		expect(update()).toBe(155);
	});

	it('cannot be created again within 12 hours: 269', () => {
		create();
		end();
		phone.now += 12 * HOUR - 1;
		expect(create()).toBe(269);
		phone.now += 1;
		expect(create()).toBe(0);
	});

	it('that does not exist is blocked for 24 hours: 265', () => {
		expect(update()).toBe(265);
		expect(create()).toBe(265);
		phone.now += 24 * HOUR - 1;
		expect(create()).toBe(265);
		phone.now += 1;
		expect(create()).toBe(0);
	});

	it('made by the app cannot be created: 158, but updated, without a status too', () => {
		phone.devices.createLiveView(TOKEN, { activityId: 5, event: 'TAXI' }, phone.now);
		expect(create({ event: 'TAXI' })).toBe(158);
		expect(update({ event: 'TAXI' })).toBe(0);
	});

	it('waits for its geofence when it is scheduled', () => {
		expect(send(4)).toMatchObject({ result: 0, note: expect.stringContaining('geofence') });
		expect(phone.device.liveViews).toBeUndefined();
	});
});

describe('version', () => {
	it('must rise: 156', () => {
		create({ version: 1 });
		expect(update({ version: 3 })).toBe(0);
		expect(update({ version: 3 })).toBe(156);
		expect(update({ version: 2 })).toBe(156);
		expect(end({ version: 1 })).toBe(156);
		expect(end({ version: 4 })).toBe(0);
	});

	it('may be left out, and what was shown keeps its number', () => {
		create({ version: 2 });
		expect(update()).toBe(0);
		expect(update({ version: 2 })).toBe(156);
	});
});

describe('status', () => {
	it('is needed to update what was created with one: 268', () => {
		create({ event: 'TAXI', status: 'CALLING' });
		expect(update({ event: 'TAXI' })).toBe(268);
		expect(update({ event: 'TAXI', status: 'COMPLETED' })).toBe(0);
	});
});

describe('updates of one live view', () => {
	it('are 10 within 5 minutes: 256', () => {
		create();
		for (let i = 0; i < 10; i++) expect(update()).toBe(0);
		expect(update()).toBe(256);
		phone.now += 5 * MINUTE;
		expect(update()).toBe(0);
	});

	it('are 60 within an hour', () => {
		create();
		for (let i = 0; i < 60; i++) {
			expect(update()).toBe(0);
			phone.now += 50_000;
		}
		expect(update()).toBe(256);
	});

	it('are 30 within 5 minutes for a ride, and it can be ended all the same', () => {
		const ride = { event: 'TAXI', status: 'CALLING' };
		create(ride);
		for (let i = 0; i < 30; i++) expect(update(ride)).toBe(0);
		expect(update(ride)).toBe(256);
		expect(end(ride)).toBe(0);
	});

	it('are not limited when the limits are switched off', () => {
		phone = new TestDevice({ ...LIMITS, frequencyControl: false });
		create();
		for (let i = 0; i < 70; i++) expect(update()).toBe(0);
	});
});
