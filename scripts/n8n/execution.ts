/** What came out of the nodes of one execution. */

export interface Item {
	json: Record<string, unknown>;
}

interface NodeRun {
	data?: { main?: Array<Item[] | null> };
	error?: { message: string };
}

/** The data of an execution as n8n stores it, as far as it is read here. */
export interface ExecutionData {
	resultData: {
		runData: Record<string, NodeRun[]>;
		error?: { message: string; description?: string };
	};
}

const ENDED = ['success', 'error', 'crashed', 'canceled'];

/** Whether nothing more happens to an execution of this status. */
export function hasEnded(status: string): boolean {
	return ENDED.includes(status);
}

export class Execution {
	constructor(
		readonly id: string,
		readonly status: string,
		private readonly data: ExecutionData,
	) {}

	get hasEnded(): boolean {
		return hasEnded(this.status);
	}

	/** Why it failed, in n8n's words. */
	get error(): string | undefined {
		const error = this.data.resultData.error;
		return error && [error.message, error.description].filter(Boolean).join(' ');
	}

	/** The items a node put on one of its outputs, over all its runs. */
	listItems(nodeName: string, output = 0): Item[] {
		const runs = this.data.resultData.runData[nodeName] ?? [];
		return runs.flatMap((run) => run.data?.main?.[output] ?? []);
	}
}
