/** What the smoke test is told by the environment, mended from what shells and files leave in it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';

import {
	decodeText,
	MAXIMUM_PASTED_LENGTH,
	plainText,
	trimSigns,
} from '../../push-kit/account/pastedText';

export interface SmokeSetting {
	/** The content of the key file. */
	serviceAccountKey: string;
	token: string;
	/** As it was set: whoever reads the credential mends it. */
	clientId: string;
	baseUrl: string;
}

/** What stands around a token or a path in shells, `.env` files and lists. */
const SURROUNDINGS = new Set(' \t\r\n"\'`,;[]{}()<>');

/** The name in front of a value, where a whole line of a file was taken. */
const LABEL = /^(?:export )?(?:huawei_push_token|push[ _-]?token|token)["']?\s?[:=]/i;

/** Bytes of the longest key file that is read: UTF-16 has two for each character. */
const MAXIMUM_FILE_BYTES = 2 * MAXIMUM_PASTED_LENGTH;

/**
 * Reads the setting; `undefined` where key file or token are not named.
 *
 * @throws {Error} naming the variable that cannot be used, without its value where that is a token
 */
export function readEnvironment(env: NodeJS.ProcessEnv): SmokeSetting | undefined {
	const token = readToken(env.HUAWEI_PUSH_TOKEN ?? '');
	const path = env.HUAWEI_PUSH_KEY_FILE ?? '';
	if (token === '' || trim(path) === '') return undefined;
	return {
		serviceAccountKey: readKeyText(path),
		token,
		clientId: env.HUAWEI_PUSH_CLIENT_ID ?? '',
		baseUrl: env.HUAWEI_PUSH_BASE_URL ?? '',
	};
}

function trim(text: string): string {
	return trimSigns(plainText(text), SURROUNDINGS);
}

function readToken(pasted: string): string {
	const unescaped = pasted.replace(/\\[nrt"']/g, ' ');
	const token = trim(trim(unescaped).replace(LABEL, ''));
	if (/[\s,;"'`]/.test(token)) {
		throw new Error(
			'HUAWEI_PUSH_TOKEN holds more than one word. Set it to one push token, from a device of yours.',
		);
	}
	return token;
}

function readKeyText(pasted: string): string {
	// The path as it is comes first: a file may well have blanks in its name.
	const trimmed = trim(pasted);
	// A shell leaves ~ alone inside quotes.
	const candidates = [pasted, trimmed, trimmed.replace(/^~(?=[\\/])/, () => homedir())];
	const path = candidates.find((candidate) => existsSync(candidate));
	if (path === undefined) {
		throw new Error(
			'HUAWEI_PUSH_KEY_FILE names no file that is there. Set it to the path of your service account key file.',
		);
	}
	const file = statSync(path);
	if (!file.isFile() || file.size > MAXIMUM_FILE_BYTES) {
		throw new Error(
			'HUAWEI_PUSH_KEY_FILE does not name a key file: those have about 3 kB. Set it to the path of your service account key file.',
		);
	}
	return decodeText(readFileSync(path));
}
