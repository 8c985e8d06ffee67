import { judgePackage, PACKAGE_BUDGET } from '../../../../scripts/scan/packageBudget';

describe('judgePackage', () => {
	it('bears what is within the budget', () => {
		expect(judgePackage(PACKAGE_BUDGET)).toEqual([]);
		expect(judgePackage({ bytes: 0, loadMilliseconds: 0 })).toEqual([]);
	});

	it('names each figure that is over it', () => {
		const { bytes, loadMilliseconds } = PACKAGE_BUDGET;
		expect(judgePackage({ bytes: bytes + 1, loadMilliseconds })).toEqual([
			`The tarball takes ${bytes + 1} bytes, more than its ${bytes}.`,
		]);
		expect(judgePackage({ bytes, loadMilliseconds: loadMilliseconds + 0.25 })).toEqual([
			'Both nodes take 75.3 ms to load, more than their 75 ms.',
		]);
	});
});
