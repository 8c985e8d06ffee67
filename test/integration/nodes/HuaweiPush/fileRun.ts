/** Runs the node on files of push tokens. */
import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../../../sandbox/server';
import type { EngineOptions } from '../../../builders/engine';
import { fileOf } from '../../../builders/itemFiles';
import { customers, MESSAGE, push, type PushRun } from './pushRun';

export const tokensOf = (count: number) =>
	customers(count).map(({ pushToken }) => String(pushToken));

/** One token a line. */
export const linesOf = (count: number) => `${tokensOf(count).join('\n')}\n`;

/** @param content of the first item's file, unless `more` has files */
export async function pushFile(
	sandbox: Sandbox,
	content: string | Buffer | IBinaryKeyData,
	parameters: IDataObject = {},
	more: Partial<EngineOptions> = {},
): Promise<PushRun> {
	const isContent = typeof content === 'string' || Buffer.isBuffer(content);
	const binary = isContent ? await fileOf(content) : content;
	return await push(sandbox, more.items ?? [{ campaign: 'spring' }], {
		files: [binary],
		...more,
		parameters: { ...MESSAGE, recipients: 'file', binaryField: 'data', ...parameters },
	});
}

/** The tokens that Huawei took a message for, once for each. */
export const reachedTokens = (sandbox: Sandbox) =>
	sandbox.acceptances.list().flatMap(({ tokens }) => [...tokens.keys()]);

/** The item of counts. */
export const summary = ({ outputs }: Pick<PushRun, 'outputs'>) => outputs[0]?.[0]?.json;

export const hintWords = ({ hints }: Pick<PushRun, 'hints'>) =>
	hints.map(({ message }) => message).join('\n');
