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
			'Both nodes take 50.3 ms to load, more than their 50.0 ms on a machine where n8n-workflow takes 45.0.',
		]);
	});

	it('gives a slower machine more time, and a faster one less', () => {
		const slow = { bytes, loadMilliseconds: 99, workflowMilliseconds: 90 };
		const fast = { bytes, loadMilliseconds: 26, workflowMilliseconds: 22.5 };
		expect(judgePackage(slow)).toEqual([]);
		expect(judgePackage(fast)).toHaveLength(1);
	});
});
