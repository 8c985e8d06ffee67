import { Devices } from '../../../../sandbox/devices/devices';
import { CONNECTION_TEST_RECIPIENT } from '../../../../sandbox/rules/tokens';
import { LIMITS, MORNING } from '../../../builders/sandbox/pushes';

const MIB = 1024 * 1024;

describe('Devices', () => {
	it('forgets the oldest where tokens are too long together, but none with a fate', () => {
		const devices = new Devices();
		devices.prepare('FATED', MORNING);
		devices.setScript('FATED', { offline: true }, LIMITS, MORNING);
		for (let index = 0; index < 40; index++) {
			devices.see(`${index} `.padEnd(MIB, 'x'), MORNING + index);
		}
		const tokens = devices.list().map(({ token }) => token);
		expect(tokens.length).toBe(32);
		expect(tokens).toContain('FATED');
		expect(tokens[0]?.startsWith('39 ')).toBe(true);
	});

	it('begins to count anew when it is cleared', () => {
		const devices = new Devices();
		for (let round = 0; round < 3; round++) {
			for (let index = 0; index < 20; index++) {
				devices.see(`${index} `.padEnd(MIB, 'x'), MORNING);
			}
			expect(devices.count).toBe(20);
			devices.clear();
		}
	});

	it('does not take back the token of the credential test as a device', () => {
		const devices = new Devices();
		const device = { firstSeen: 1, lastSeen: 1, messageCount: 1, badge: 0 };
		devices.load([
			{ ...device, token: CONNECTION_TEST_RECIPIENT },
			{ ...device, token: 'A' },
		]);
		expect(devices.list().map(({ token }) => token)).toEqual(['A']);
	});
});
