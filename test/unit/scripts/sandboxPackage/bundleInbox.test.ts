import { join } from 'node:path';

import { findSource } from '../../../../scripts/sandboxPackage/bundleInbox';

const ROOT = join('/', 'repository');

describe('where a module of the page comes from', () => {
	it.each([
		[join(ROOT, 'sandbox/inbox/src/main.ts'), 'sandbox/inbox/src/main.ts'],
		[join(ROOT, 'sandbox/inbox/src/App.vue?vue&type=style&index=0'), 'sandbox/inbox/src/App.vue'],
		[join(ROOT, '..hidden/x.js'), '..hidden/x.js'],
		[join(ROOT, 'node_modules/@vue/shared/x.js'), 'node_modules/@vue/shared/x.js'],
		['\0plugin-vue:export-helper', 'node_modules/@vitejs/plugin-vue/made'],
		['\0rolldown/runtime.js', 'node_modules/rolldown/made'],
		['\0vite/preload-helper.js', 'node_modules/vite/made'],
	])('%j', (id, source) => {
		expect(findSource(id, ROOT)).toBe(source);
	});

	it.each(['\0somebody:helper', 'virtual:helper', 'somebody/x.js', join('/', 'elsewhere', 'x.js')])(
		'is asked for where nobody knows it: %j',
		(id) => {
			expect(() => findSource(id, ROOT)).toThrow('licence');
			expect(() => findSource(id, process.cwd())).toThrow('licence');
		},
	);
});
