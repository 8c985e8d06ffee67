import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The sandbox's page, built into `dist` beside this file and served by the sandbox itself. */
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	plugins: [vue()],
	build: {
		outDir: 'dist',
		emptyOutDir: true,
		// The policy of the page allows no inline script, which the polyfill would be.
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
	},
	server: {
		host: '127.0.0.1',
		proxy: { '/sandbox': 'http://127.0.0.1:7710' },
	},
});
