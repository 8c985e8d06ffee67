import kill from 'tree-kill';
import { chooseTrees } from '../../../../scripts/n8n/processTrees';

jest.mock('tree-kill', () => jest.fn());

const NOBODY = 2 ** 22 + 1;

describe('process trees', () => {
	afterEach(() => jest.restoreAllMocks());

	test.each<NodeJS.Platform>(['linux', 'darwin'])('on %s are groups', (platform) => {
		const signals = jest.spyOn(process, 'kill').mockReturnValue(true);
		const trees = chooseTrees(platform);
		expect(trees.detached).toBe(true);
		trees.signal(4711, 'SIGTERM');
		expect(trees.exists(4711)).toBe(true);
		expect(signals.mock.calls).toEqual([
			[-4711, 'SIGTERM'],
			[-4711, 0],
		]);
		expect(kill).not.toHaveBeenCalled();
	});

	test('on Windows are the descendants, ended by the library', () => {
		const trees = chooseTrees('win32');
		expect(trees.detached).toBe(false);
		expect(trees.exists(process.pid)).toBe(true);
		trees.signal(process.pid, 'SIGTERM');
		expect(kill).toHaveBeenCalledWith(process.pid, 'SIGTERM', expect.any(Function));
	});

	test.each<NodeJS.Platform>(['linux', 'win32'])('on %s nobody is left alone', (platform) => {
		const trees = chooseTrees(platform);
		jest.mocked(kill).mockClear();
		expect(trees.exists(NOBODY)).toBe(false);
		expect(() => trees.signal(NOBODY, 'SIGKILL')).not.toThrow();
		expect(kill).not.toHaveBeenCalled();
	});
});
