import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Sandbox } from '../../../../sandbox/server';
import { Client, startTestSandbox } from '../../../builders/sandbox/client';

let sandbox: Sandbox;
const routes = new Set<string>();

beforeAll(async () => {
	sandbox = await startTestSandbox({
		watchRoutes: (method, url) => {
			if (url.startsWith('/sandbox')) routes.add(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
		},
	});
});
afterAll(async () => await sandbox.close());

interface Document {
	openapi: string;
	paths: Record<string, Record<string, object>>;
	components: { schemas: Record<string, object> };
}
const readDocument = async () =>
	(await new Client(sandbox).rest<Document>('GET', 'openapi.json')).data;

describe('GET /sandbox/openapi.json', () => {
	it('describes every route there is, and no other', async () => {
		const { openapi, paths } = await readDocument();
		expect(openapi).toBe('3.1.0');
		const described = Object.entries(paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
		);
		expect(described.sort()).toEqual([...routes].sort());
		expect(routes.size).toBeGreaterThan(20);
	});

	it('describes what the README lists, and no more', async () => {
		const readme = readFileSync(join(__dirname, '../../../../sandbox/README.md'), 'utf8');
		const { paths } = await readDocument();
		const listed = readme.matchAll(/(\/sandbox(?:\/[\w.{}]+)*)[?`]/g);
		expect([...new Set([...listed].map(([, path]) => path))].sort()).toEqual(
			Object.keys(paths).sort(),
		);
	});

	it('names no schema that is not there', async () => {
		const document = await readDocument();
		const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)];
		for (const [, name = ''] of names) expect(document.components.schemas).toHaveProperty(name);
		expect(names.length).toBeGreaterThan(10);
	});

	it('stands with the routes, and judges nothing: a wrong body is refused in the words of its reader', async () => {
		const { paths } = await readDocument();
		expect(paths['/sandbox/tokens/{token}']?.put).toMatchObject({
			summary: expect.any(String),
			parameters: [{ in: 'path', name: 'token', required: true }],
			requestBody: { required: true },
			responses: { 200: {}, 400: {} },
		});
		expect(paths['/sandbox/receipts/test']?.post).toMatchObject({
			requestBody: { required: false },
		});
		const client = new Client(sandbox);
		const wrong = await client.rest('PUT', 'settings', { marketingPerDay: 'many' });
		expect([wrong.status, wrong.data]).toEqual([
			400,
			{ error: 'settings.marketingPerDay must be an integer' },
		]);
		expect((await client.rest('POST', 'faults', [{ fault: '503', times: 2 }])).status).toBe(200);
		expect((await client.rest('GET', 'messages?limit=many&tokens=perhaps')).status).toBe(200);
		expect((await client.rest('DELETE', 'faults')).data).toEqual([]);
	});

	it('names the settings, and only those', async () => {
		const { components } = await readDocument();
		expect(Object.keys(Object(components.schemas.Settings).properties).sort()).toEqual(
			Object.keys(sandbox.state.settings).sort(),
		);
	});
});
