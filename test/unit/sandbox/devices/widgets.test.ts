import { DAY, HOUR, TestDevice } from '../../../builders/sandbox/pushes';

let phone: TestDevice;
beforeEach(() => {
	phone = new TestDevice();
});

const update = (version: number, formId = 9) => phone.deliver(1, { formId, version }).result;

describe('version of a widget', () => {
	it('must be above the current one', () => {
		expect(update(42)).toBe(0);
		expect(phone.deliver(1, { formId: 9, version: 42 })).toEqual({
			result: 151,
			note: 'Not updated: version 42 is not above 42',
		});
		expect(phone.device.widgets?.['9']).toMatchObject({ version: 42, messageId: 1 });
	});

	it('0 applies and begins anew', () => {
		expect([update(42), update(0), update(1)]).toEqual([0, 0, 0]);
	});

	it('is counted for each widget by itself', () => {
		expect([update(42, 1), update(1, 2)]).toEqual([0, 0]);
	});
});

describe('updates of one widget', () => {
	it('have a number a day: 256', () => {
		expect([1, 2, 3, 4].map((version) => update(version))).toEqual([0, 0, 0, 256]);
		expect(update(1, 2)).toBe(0);
		phone.now += 14 * HOUR;
		expect(update(5)).toBe(0);
	});
});

describe('blocks', () => {
	it.each([
		['widgetGone', 261, 30 * DAY],
		['widgetLimit', 262, DAY],
	] as const)('after %s with %i last although the fate is mended', (fate, result, time) => {
		phone.setFate(fate);
		expect(update(1)).toBe(result);
		phone.setFate(undefined);
		phone.now += time - 1;
		expect(update(2)).toBe(result);
		phone.now += 1;
		expect(update(3)).toBe(0);
	});
});
