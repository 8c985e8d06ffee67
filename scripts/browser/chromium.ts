/** The browser that the editor is opened in: Debian's chromium, installed if that is possible. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanNpmEnvironment, runCommand } from '../n8n/runCommand';
import { UserError } from '../n8n/userError';
import { runStep, type Progress } from '../progress';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium. Installs Debian's as root; throws UserError if there is none otherwise. */
export async function provideChromium(progress: Progress, folder: string): Promise<string> {
	const found = findChromium();
	if (found) return found;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new UserError(
			'No Chromium was found to open the editor in.',
			'Install it (Debian: `sudo apt-get install -y chromium`), or name it in CHROMIUM_PATH.',
		);
	}
	await runStep(progress, 'Installing chromium', async () => {
		const options = {
			cwd: folder,
			env: { ...cleanNpmEnvironment(), DEBIAN_FRONTEND: 'noninteractive' },
			logFile: join(folder, 'chromium.log'),
		};
		await runCommand('apt-get', ['update', '-qq'], options);
		await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
	});
	const installed = findChromium();
	if (!installed) throw new Error('apt-get installed chromium, but not at a known place.');
	return installed;
}

function findChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new UserError(`CHROMIUM_PATH names ${named}, which does not exist.`);
	}
	return PLACES.find((place) => existsSync(place));
}
