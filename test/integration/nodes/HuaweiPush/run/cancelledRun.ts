/** What tests of cancelled runs look at: n8n hands such a run back before its node has ended. */
import { ExecuteContext } from 'n8n-core';

/** What the node writes to n8n's log from now on, until the test is over. */
export function watchLog(): string[] {
	const lines: string[] = [];
	const write = (text: string) => lines.push(text);
	const logger = { error: write, warn: write, info: write, debug: write };
	// All that a node uses of n8n's logger class.
	jest.spyOn(ExecuteContext.prototype, 'logger', 'get').mockReturnValue(logger as never);
	return lines;
}

/** Waits for up to ten seconds; what then is, the test says. */
export async function until(condition: () => boolean): Promise<void> {
	for (let tries = 0; tries < 1000 && !condition(); tries += 1) await pause(10);
}

export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
