/** Starting n8n, with a program in its place that does what n8n does with its port and its key. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startN8n } from '../../../../scripts/n8n/server';

/** Keeps the key of its first start, whose port is taken; refuses another one, and listens with the same. */
const PROGRAM = `
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { N8N_ENCRYPTION_KEY: key, N8N_PORT: port } = process.env;
if (!existsSync('key')) {
	writeFileSync('key', key);
	console.log("n8n's port " + port + " is already in use");
	process.exit(1);
}
if (readFileSync('key', 'utf8') !== key) {
	console.log('Mismatching encryption keys');
	process.exit(1);
}
require('node:http').createServer((_, response) => {
	response.setHeader('content-type', 'application/json');
	response.end('{}');
}).listen(port, '127.0.0.1');
`;

it('takes another port, and keeps its key, where another program takes the first one meanwhile', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'huawei-push-server-'));
	try {
		const n8nScript = join(folder, 'n8n.cjs');
		writeFileSync(n8nScript, PROGRAM);
		const server = await startN8n({
			installation: {
				folder,
				version: '2.41.1',
				nodeBinary: process.execPath,
				n8nScript,
				dispose: async () => undefined,
			},
			userFolder: join(folder, 'user'),
			logFile: join(folder, 'n8n.log'),
		});
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		await server.stop();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
