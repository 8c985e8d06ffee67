import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(__dirname, '../..');

export interface Run {
	child: ChildProcess;
	/** What it wrote so far, errors included. */
	read: () => string;
	/** Resolves when the output holds the words; rejects when the program ends without them. */
	until: (words: string) => Promise<void>;
	ended: Promise<number | null>;
}

/** Runs a program of the repository in a folder, as a process of its own, with more environment variables. */
export function runProgram(
	path: string,
	args: readonly string[],
	folder: string,
	environment: Readonly<Record<string, string>> = {},
): Run {
	// Without tsx's own process in between, which ends a program by force that is busy when it is asked to end.
	const loader = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
	const child = spawn(process.execPath, ['--import', loader, join(ROOT, path), ...args], {
		cwd: folder,
		env: { ...process.env, ...environment },
	});
	let text = '';
	const listeners = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			for (const listener of listeners) listener();
		});
	}
	const ended = new Promise<number | null>((done) => child.on('close', done));
	const until = async (words: string) =>
		await new Promise<void>((done, fail) => {
			const look = () => text.includes(words) && done();
			listeners.add(look);
			look();
			void ended.then(() => fail(new Error(`ended without "${words}":\n${text}`)));
		});
	return { child, read: () => text, until, ended };
}
