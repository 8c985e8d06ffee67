/** Files of items, kept as n8n keeps them: apart from the execution, or within it. */
import { createRequire } from 'node:module';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData, IBinaryKeyData } from 'n8n-workflow';

import { loadPackage } from './loadedPackage';

export type FileMode = 'filesystem' | 'memory';

/** What n8n-core takes its services from: of several versions that are installed, its own. */
interface Services {
	Container: { get(service: typeof BinaryDataService): BinaryDataService };
}

/** n8n's own service, in filesystem mode from its first use on. */
let service: Promise<BinaryDataService> | undefined;

async function startService(): Promise<BinaryDataService> {
	// The folder of the test's n8n is set before n8n reads it.
	await loadPackage();
	const ofCore = createRequire(require.resolve('n8n-core'));
	// A module that is found at run time has no types.
	const { Container } = ofCore('@n8n/di') as Services;
	const started = Container.get(BinaryDataService);
	await started.init();
	return started;
}

/** The binary property `data` of an item. */
export async function fileOf(
	content: string | Buffer,
	mode: FileMode = 'filesystem',
	fileName = 'tokens.txt',
): Promise<IBinaryKeyData> {
	const file: IBinaryData = { data: '', mimeType: 'text/plain', fileName };
	const buffer = Buffer.from(content);
	if (mode === 'memory') return { data: { ...file, data: buffer.toString('base64') } };
	const files = await (service ??= startService());
	const location = { type: 'execution', workflowId: 'w', executionId: 'e' } as const;
	return { data: await files.store(location, buffer, file) };
}

/** What a file that the node made holds. */
export async function contentOf(file: IBinaryData): Promise<string> {
	const buffer = await (await (service ??= startService())).getAsBuffer(file);
	return buffer.toString();
}

/** The streams that the node is given from now on, until the test is over. */
export async function watchStreams(): Promise<ReadonlyArray<{ destroyed: boolean }>> {
	const files = await (service ??= startService());
	const open = files.getAsStream.bind(files);
	const streams: Array<{ destroyed: boolean }> = [];
	jest.spyOn(files, 'getAsStream').mockImplementation(async (...given) => {
		const stream = await open(...given);
		streams.push(stream);
		return stream;
	});
	return streams;
}
