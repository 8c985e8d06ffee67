import type { Sandbox } from '../../../sandbox/server';
import { Client, startTestSandbox } from './client';

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

	it('names no schema that is not there', async () => {
		const document = await readDocument();
		const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)];
		for (const [, name = ''] of names) expect(document.components.schemas).toHaveProperty(name);
		expect(names.length).toBeGreaterThan(10);
	});

	it('names the settings, and only those', async () => {
		const { components } = await readDocument();
		expect(Object.keys(Object(components.schemas.Settings).properties).sort()).toEqual(
			Object.keys(sandbox.state.settings).sort(),
		);
	});
});
