import {
	judgePackage,
	PACKAGE_BUDGET,
	WORKFLOW_MILLISECONDS,
} from '../../../../scripts/scan/packageBudget';

describe('judgePackage', () => {
	const { bytes, loadMilliseconds } = PACKAGE_BUDGET;
	const workflowMilliseconds = WORKFLOW_MILLISECONDS;

	it('bears what is within the budget', () => {
		expect(judgePackage({ ...PACKAGE_BUDGET, workflowMilliseconds })).toEqual([]);
		expect(judgePackage({ bytes: 0, loadMilliseconds: 0, workflowMilliseconds })).toEqual([]);
	});

	it('names each figure that is over it', () => {
		expect(judgePackage({ bytes: bytes + 1, loadMilliseconds, workflowMilliseconds })).toEqual([
			`The tarball takes ${bytes + 1} bytes, more than its ${bytes}.`,
		]);
		expect(judgePackage({ bytes, loadMilliseconds: 50.3, workflowMilliseconds })).toEqual([
			'Both nodes take 50.3 ms to load, more than their 50.0 ms on a machine where n8n-workflow takes 40.0.',
		]);
	});

	it('gives a slower machine more time', () => {
		const slow = { bytes, loadMilliseconds: 99, workflowMilliseconds: 80 };
		expect(judgePackage(slow)).toEqual([]);
		expect(judgePackage({ ...slow, loadMilliseconds: 101 })).toHaveLength(1);
	});

	it('asks no more of a faster one', () => {
		const fast = { bytes, loadMilliseconds: 49, workflowMilliseconds: 20 };
		expect(judgePackage(fast)).toEqual([]);
		expect(judgePackage({ ...fast, loadMilliseconds: 51 })).toHaveLength(1);
	});
});
