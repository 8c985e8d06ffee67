import { Acceptances } from '../../../../sandbox/delivery/acceptances';
import { makeTokens } from '../../../builders/sandbox/bodies';

const identify = (messageKey: string) => ({ messageKey, pushType: 0, messageType: 'notification' });

describe('Acceptances', () => {
	it('tells a message sent twice from two messages', () => {
		const acceptances = new Acceptances();
		acceptances.add(identify('one'), ['A', 'B']);
		acceptances.add(identify('two'), ['A']);
		expect(acceptances.findRepeated()).toEqual([]);
		acceptances.add(identify('one'), ['B', 'C']);
		expect(acceptances.findRepeated()).toEqual([{ messageKey: 'one', token: 'B', count: 2 }]);
		expect(acceptances.countToken('A')).toBe(2);
		expect(acceptances.total).toBe(5);
	});

	it('counts a token that stands twice in one request twice', () => {
		const acceptances = new Acceptances();
		acceptances.add(identify('one'), ['A', 'A']);
		expect(acceptances.findRepeated()).toEqual([{ messageKey: 'one', token: 'A', count: 2 }]);
	});

	it('drops the oldest counts beyond a million, and says that it is no longer complete', () => {
		const acceptances = new Acceptances();
		acceptances.add(identify('old'), makeTokens(600_000));
		expect(acceptances.complete).toBe(true);
		acceptances.add(identify('new'), makeTokens(600_000));
		expect(acceptances.complete).toBe(false);
		expect(acceptances.list().map(({ messageKey }) => messageKey)).toEqual(['new']);
	});

	it('drops the oldest tokens of a message where they are too long together', () => {
		const acceptances = new Acceptances(1_000);
		acceptances.add(identify('one'), ['a'.repeat(400), 'b'.repeat(400)]);
		expect(acceptances.complete).toBe(true);
		acceptances.add(identify('one'), ['c'.repeat(400)]);
		expect(acceptances.complete).toBe(false);
		expect(acceptances.countToken('a'.repeat(400))).toBe(0);
		expect(acceptances.countToken('c'.repeat(400))).toBe(1);
		expect(acceptances.total).toBe(3);
	});

	it('drops the oldest message first where tokens are too long together', () => {
		const acceptances = new Acceptances(1_000);
		acceptances.add(identify('old'), ['a'.repeat(400)]);
		acceptances.add(identify('new'), ['b'.repeat(400), 'c'.repeat(400)]);
		expect(acceptances.list().map(({ messageKey }) => messageKey)).toEqual(['new']);
		acceptances.add(identify('new'), ['b'.repeat(400)]);
		expect(acceptances.countToken('b'.repeat(400))).toBe(2);
		expect(acceptances.countToken('c'.repeat(400))).toBe(1);
	});
});
