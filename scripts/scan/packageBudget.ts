/** What the packed package may cost whoever installs it: the download, and the start of each n8n process. */

export interface PackageCost {
	/** Of the tarball. */
	readonly bytes: number;
	/** Of the processor, until both nodes are there, in a process that has loaded n8n already. */
	readonly loadMilliseconds: number;
}

/** What is weighed, and what tells how fast the machine is that weighs. */
export interface MeasuredPackage extends PackageCost {
	/** Of the processor, for n8n-workflow anew, by turns with the nodes. */
	readonly workflowMilliseconds: number;
}

/**
 * The tarball: a little more than today, so that growth is a decision. The time: where n8n-workflow, which every node
 * has to load, takes no more than `WORKFLOW_MILLISECONDS`; on a slower machine more in proportion.
 */
export const PACKAGE_BUDGET: PackageCost = { bytes: 235_000, loadMilliseconds: 50 };

/** n8n-workflow 2.41.0 on the machine that the budget is set for. */
export const WORKFLOW_MILLISECONDS = 40;

/** What is over its budget: a sentence each. */
export function judgePackage(
	{ bytes, loadMilliseconds, workflowMilliseconds }: MeasuredPackage,
	budget: PackageCost = PACKAGE_BUDGET,
): string[] {
	const faults: string[] = [];
	if (bytes > budget.bytes) {
		faults.push(`The tarball takes ${bytes} bytes, more than its ${budget.bytes}.`);
	}
	const slowness = Math.max(1, workflowMilliseconds / WORKFLOW_MILLISECONDS);
	const allowed = budget.loadMilliseconds * slowness;
	if (loadMilliseconds > allowed) {
		faults.push(
			`Both nodes take ${loadMilliseconds.toFixed(1)} ms to load, more than their ${allowed.toFixed(1)} ms on a machine where n8n-workflow takes ${workflowMilliseconds.toFixed(1)}.`,
		);
	}
	return faults;
}
