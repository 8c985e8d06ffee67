/** `npm run screenshots`: takes the pictures of `docs/images/` anew, in a real n8n with the sandbox behind it. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from '../commandLine';
import { provideChromium } from '../browser/chromium';
import { signInToEditor } from '../browser/editor';
import { PACKAGE_NAME, REPOSITORY } from '../n8n/places';
import { formatError, UserError } from '../n8n/userError';
import { runStep, showProgress, type Progress } from '../progress';
import { SandboxClient } from '../start/sandboxClient';
import { listenForInterruption } from '../start/shutdown';
import { startStack, type Stack } from '../start/stack';
import { PICTURED } from './campaign';
import { PICTURES } from './pictures';
import type { Picture } from './stage';

const KNOWN = PICTURES.map(({ name }) => name);

const HELP = `npm run screenshots               takes all pictures of docs/images anew, in a real n8n with the sandbox behind it
npm run screenshots -- campaign   some of them: ${KNOWN.join(', ')}

Look at each picture afterwards: what they show is checked by nobody else.`;

const FOLDER = join(REPOSITORY, 'docs', 'images');
/** A page with all of them shall load on a telephone. */
const MAX_BYTES = 150_000;

/** The pictures that the command line names; all, if it names none. Throws UserError for a name that there is not. */
function choosePictures(names: readonly string[]): readonly Picture[] {
	const unknown = names.filter((name) => !KNOWN.includes(name));
	if (unknown.length > 0) {
		throw new UserError(
			`There is no picture ${unknown.join(', ')}.`,
			`There are ${KNOWN.join(', ')}.`,
		);
	}
	return PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function takePictures(
	pictures: readonly Picture[],
	stack: Stack,
	chromium: string,
	progress: Progress,
	signal: AbortSignal,
): Promise<void> {
	const { client, login, n8n, sandbox, credentials } = stack;
	const { page, close } = await signInToEditor({ chromium, n8nUrl: n8n.url, login });
	try {
		for (const { pushToken, script } of PICTURED) {
			if (script) await new SandboxClient(sandbox.url).scriptToken(pushToken, script);
		}
		const { account } = credentials;
		const { url: sandboxUrl, accountData } = sandbox;
		for (const { name, take } of pictures) {
			signal.throwIfAborted();
			await runStep(
				progress,
				`Taking ${name}.png`,
				async () => {
					const png = await take({ page, client, sandboxUrl, account, accountData });
					if (png.length > MAX_BYTES) throw new Error(`${name}.png has ${png.length} bytes.`);
					writeFileSync(join(FOLDER, `${name}.png`), png);
					return png.length;
				},
				(bytes) => `${Math.ceil(bytes / 1000)} kB`,
			);
		}
	} finally {
		await close();
	}
}

async function main(): Promise<void> {
	const { positionals, values } = parseCommandLine('npm run screenshots', {
		allowPositionals: true,
		options: { help: { type: 'boolean', short: 'h', default: false } },
	});
	const progress = showProgress(process.stdout);
	if (values.help) {
		progress.note(HELP);
		return;
	}
	const pictures = choosePictures(positionals);
	const { signal } = listenForInterruption();
	const folder = mkdtempSync(join(tmpdir(), `${PACKAGE_NAME}-screenshots-`));
	try {
		const chromium = await provideChromium(progress, folder);
		const stack = await startStack({ folder, progress, signal });
		try {
			await takePictures(pictures, stack, chromium, progress, signal);
		} finally {
			await stack.stop();
		}
		progress.note(`${readdirSync(FOLDER).length} pictures in ${FOLDER}: look at each of them.`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

main()
	// Ctrl-C is listened for, which would keep the process up.
	.then(() => process.exit(0))
	.catch((error: unknown) => {
		process.stderr.write(`\n${formatError(error)}\n`);
		process.exit(1);
	});
