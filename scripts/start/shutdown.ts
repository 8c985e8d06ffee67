/** Ctrl-C: the first one stops everything in order, the second one kills. */
import { killAllGroups } from '../n8n/processGroup';
import { UserError } from '../n8n/userError';

/** npm hands a Ctrl-C on to us that the terminal has sent us already: one key press, two signals. */
const SAME_KEY_PRESS_MS = 500;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The run was stopped from outside. */
export class Stopped extends UserError {
	constructor(readonly signalName: NodeJS.Signals) {
		super('Stopped.');
	}
}

export interface Interruption {
	/** Aborts with a `Stopped` at the first signal. */
	signal: AbortSignal;
	/** Resolves at the first signal. */
	requested: Promise<void>;
}

/** Listens from now until the process ends. */
export function listenForInterruption(): Interruption {
	const controller = new AbortController();
	let firstAt: number | undefined;
	const requested = new Promise<void>((resolve) => {
		for (const name of SIGNALS) {
			process.on(name, () => {
				if (firstAt === undefined) {
					firstAt = Date.now();
					controller.abort(new Stopped(name));
					resolve();
				} else if (Date.now() - firstAt > SAME_KEY_PRESS_MS) {
					killAllGroups();
					process.exit(130);
				}
			});
		}
	});
	return { signal: controller.signal, requested };
}
