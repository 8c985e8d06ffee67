import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { isSystemError } from '../process/systemError';

/** Where `vite build` puts the page. */
export const PAGE_FOLDER = join(__dirname, '..', 'inbox', 'dist');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** The page takes nothing from anywhere else, and nobody may frame it. */
const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'x-content-type-options': 'nosniff',
	// The page names itself to the sandbox, which knows it by that under a name of a container's, and to nobody else.
	'referrer-policy': 'same-origin',
	'cache-control': 'no-store',
};

/** A bare file name, as the builder makes them: no way leads out of the folder. */
const FILE_NAME = /^[\w-][\w.-]{0,99}$/;
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR', 'EISDIR'];

const NOT_BUILT = `<!doctype html><html lang="en"><title>Sandbox</title>
<h1>The inbox is not built yet</h1>
<p>Run <code>npm run build:inbox</code> once, then load this page again. The REST API works without it: <a href="/sandbox">/sandbox</a>.</p>`;

async function sendFile(reply: FastifyReply, path: string): Promise<FastifyReply> {
	void reply.headers(HEADERS).type(CONTENT_TYPES[extname(path)] ?? 'application/octet-stream');
	try {
		return await reply.send(await readFile(path));
	} catch (error) {
		if (!NO_SUCH_FILE.some((code) => isSystemError(error, code))) throw error;
		const page = path.endsWith('.html');
		return await reply
			.code(page ? 503 : 404)
			.type('text/html; charset=utf-8')
			.send(page ? NOT_BUILT : 'Not found');
	}
}

/** The web inbox at `/`, and its scripts and styles under `/assets`. */
export function addPageRoutes(app: FastifyInstance, folder = PAGE_FOLDER): void {
	app.get('/', async (_request, reply) => await sendFile(reply, join(folder, 'index.html')));
	app.get<{ Params: { name: string } }>('/assets/:name', async ({ params }, reply) => {
		if (!FILE_NAME.test(params.name)) return reply.callNotFound();
		return await sendFile(reply, join(folder, 'assets', params.name));
	});
}
