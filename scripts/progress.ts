/**
 * Says what a long run is doing: one line for each step, with the seconds it took. On a terminal the
 * running step counts its seconds in place; in a log it repeats itself now and then, so that a run of
 * several minutes never looks dead.
 */

/** A step that has been announced and is still running. */
export interface Step {
	/** Replaces the words behind the title, e.g. `1/2 packages`. */
	update(detail: string): void;
	/** Closes the step; `result` replaces the detail. */
	done(result?: string): void;
	/** Closes the step as failed. The error itself is for the caller to show. */
	fail(): void;
}

export interface Progress {
	begin(title: string): Step;
	/** Prints a line of its own. */
	note(line: string): void;
}

const TERMINAL_INTERVAL_MS = 1_000;
const LOG_INTERVAL_MS = 15_000;

/** Writes progress to a stream, usually `process.stdout`. */
export function showProgress(output: NodeJS.WriteStream): Progress {
	const write = (line: string) => output.write(`${line}\n`);
	return {
		note: write,
		begin: (title) => (output.isTTY ? countInPlace(output, title) : repeatNowAndThen(write, title)),
	};
}

/** Keeps quiet: for callers that show their own progress. */
export const silent: Progress = {
	note: () => undefined,
	begin: () => ({ update: () => undefined, done: () => undefined, fail: () => undefined }),
};

/** Runs `work` as one step of `progress`; what it returns may name the step's result in words. */
export async function runStep<T>(
	progress: Progress,
	title: string,
	work: (step: Step) => Promise<T>,
	describe: (value: T) => string | undefined = () => undefined,
): Promise<T> {
	const step = progress.begin(title);
	try {
		const value = await work(step);
		step.done(describe(value));
		return value;
	} catch (error) {
		step.fail();
		throw error;
	}
}

function countInPlace(output: NodeJS.WriteStream, title: string): Step {
	let detail = '';
	const started = Date.now();
	const draw = (sign: string, end: string) => {
		const line = formatStep(sign, title, detail, started);
		const width = Math.max(20, (output.columns ?? 100) - 1);
		output.write(`\r\u001b[2K${end ? line : line.slice(0, width)}${end}`);
	};
	const timer = setInterval(() => draw('…', ''), TERMINAL_INTERVAL_MS);
	timer.unref();
	const close = (sign: string) => {
		clearInterval(timer);
		draw(sign, '\n');
	};
	draw('…', '');
	return {
		update: (text) => {
			detail = text;
			draw('…', '');
		},
		done: (result) => {
			detail = result ?? detail;
			close('✓');
		},
		fail: () => close('✗'),
	};
}

function repeatNowAndThen(write: (line: string) => void, title: string): Step {
	let detail = '';
	const started = Date.now();
	const timer = setInterval(() => write(formatStep('…', title, detail, started)), LOG_INTERVAL_MS);
	timer.unref();
	const close = (sign: string) => {
		clearInterval(timer);
		write(formatStep(sign, title, detail, started));
	};
	write(`  … ${title}`);
	return {
		update: (text) => {
			if (text === detail) return;
			detail = text;
			write(formatStep('…', title, detail, started));
		},
		done: (result) => {
			detail = result ?? detail;
			close('✓');
		},
		fail: () => close('✗'),
	};
}

function formatStep(sign: string, title: string, detail: string, started: number): string {
	const seconds = Math.round((Date.now() - started) / 1000);
	return `  ${sign} ${title}${detail ? `: ${detail}` : ''} (${seconds} s)`;
}
