import { MAX_WAITING } from '../../../../sandbox/devices/offline';
import { TestDevice, TOKEN } from '../../../builders/sandbox/pushes';

let phone: TestDevice;
beforeEach(() => {
	phone = new TestDevice();
	phone.setFate('offline');
});

const comeBack = () => phone.setFate(undefined);

describe('a device that is offline', () => {
	it('sends no receipt, and shows what waited once it is back', () => {
		const delivery = phone.notify();
		expect(delivery.result).toBeUndefined();
		expect(delivery.note).toContain('offline');
		expect(phone.device.shown).toBeUndefined();
		const { delivered } = comeBack();
		expect(delivered.map(({ delivery: { result } }) => result)).toEqual([0]);
		expect(phone.shown).toEqual([1]);
	});

	it('forgets a message at the end of its ttl', () => {
		phone.notify({}, { ttl: 60 });
		phone.notify({}, { ttl: 61 });
		phone.now += 60_000;
		const { delivered, expired } = comeBack();
		expect(expired.map(({ messageId }) => messageId)).toEqual([1]);
		expect(delivered.map(({ push }) => push.messageId)).toEqual([2]);
	});

	it('keeps the newest of each collapse group, and receipt 15 tells of the others', () => {
		phone.notify({}, { collapseKey: 7 });
		phone.notify({}, { collapseKey: 0 });
		phone.notify({}, { collapseKey: -1 });
		phone.notify({}, { collapseKey: -1 });
		const { earlier } = phone.notify({}, { collapseKey: 7 });
		expect(earlier).toMatchObject([{ messageId: 1, receipt: { result: 15 } }]);
		expect(comeBack().delivered.map(({ push }) => push.messageId)).toEqual([2, 3, 4, 5]);
	});

	it('takes no notice of collapseKey in messages of other types', () => {
		phone.deliver(6, { extraData: 'a' }, { collapseKey: 7 });
		expect(phone.deliver(6, { extraData: 'b' }, { collapseKey: 7 }).earlier).toEqual([]);
		expect(comeBack().delivered).toHaveLength(2);
	});

	it(`has at most ${MAX_WAITING} messages waiting`, () => {
		for (let i = 0; i < MAX_WAITING; i++) expect(phone.notify().earlier).toEqual([]);
		const { earlier } = phone.notify();
		expect(earlier).toMatchObject([{ messageId: 1, receipt: { result: 15 } }]);
		expect(phone.device.waiting).toHaveLength(MAX_WAITING);
	});

	it('hands over what waited to the fate that follows', () => {
		phone.notify();
		const { delivered } = phone.setFate('appUninstalled');
		expect(delivered.map(({ delivery }) => delivery.result)).toEqual([2]);
	});
});

describe('fates', () => {
	it.each([
		['appUninstalled', 2],
		['tokenChanged', 5],
		['notificationsOff', 6],
		['offline30Days', 10],
		['otherUser', 22],
		['notUnlocked', 51],
		['throttled', 102],
		['contentRefused', 259],
	] as const)('%s yields receipt %i, and nothing is shown', (fate, result) => {
		comeBack();
		phone.setFate(fate);
		expect(phone.notify().result).toBe(result);
		expect(phone.device.shown).toBeUndefined();
	});

	it('touch only the messages they are about', () => {
		phone.setFate('notificationsOff');
		expect(phone.deliver(6, { extraData: '' }).result).toBe(0);
		phone.setFate('appNotRunning');
		expect(phone.notify().result).toBe(0);
		expect(phone.deliver(6, { extraData: '' }).result).toBe(27);
		phone.setFate('profileUnknown');
		expect(phone.notify().result).toBe(0);
		expect(phone.notify({ profileId: 'a' }).result).toBe(144);
		phone.setFate('pageMissing');
		expect(phone.notify({ clickAction: { actionType: 0 } }).result).toBe(0);
		expect(phone.notify({ clickAction: { actionType: 1, uri: 'x' } }).result).toBe(31);
	});

	it('refused names the token in the answer, until the fate is another one', () => {
		phone.setFate('refused', 'noRight');
		expect(phone.scripts.get(TOKEN)?.reason).toBe('noRight');
		expect(phone.scripts.noneRefused).toBe(false);
		phone.setFate(undefined);
		expect(phone.scripts.get(TOKEN)?.reason).toBeUndefined();
		expect(phone.scripts.noneRefused).toBe(true);
	});
});

describe('save and load', () => {
	it('bring back devices with all they know', () => {
		phone.notify({ appMessageId: 'a' });
		const other = new TestDevice();
		other.devices.load(JSON.parse(JSON.stringify(phone.devices.save(10))));
		expect(other.device).toEqual(JSON.parse(JSON.stringify(phone.device)));
	});
});
