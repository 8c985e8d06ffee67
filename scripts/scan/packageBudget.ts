/** What the packed package may cost whoever installs it: the download, and the start of each n8n process. */

export interface PackageCost {
	/** Of the tarball. */
	readonly bytes: number;
	/** Of the processor, until both nodes are there, in a process that has loaded n8n already. */
	readonly loadMilliseconds: number;
}

/**
 * The tarball: a little more than today, so that growth is a decision. The time: 50 ms where nothing else runs, and
 * half as much again for a machine whose cores are shared with others.
 */
export const PACKAGE_BUDGET: PackageCost = { bytes: 235_000, loadMilliseconds: 75 };

/** What is over its budget: a sentence each. */
export function judgePackage(
	{ bytes, loadMilliseconds }: PackageCost,
	budget: PackageCost = PACKAGE_BUDGET,
): string[] {
	const faults: string[] = [];
	if (bytes > budget.bytes) {
		faults.push(`The tarball takes ${bytes} bytes, more than its ${budget.bytes}.`);
	}
	if (loadMilliseconds > budget.loadMilliseconds) {
		faults.push(
			`Both nodes take ${loadMilliseconds.toFixed(1)} ms to load, more than their ${budget.loadMilliseconds} ms.`,
		);
	}
	return faults;
}
