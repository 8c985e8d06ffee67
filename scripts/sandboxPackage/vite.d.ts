/** Of vite, which brings types for newer resolutions than this project's: what `bundleInbox.ts` takes of it. */
declare module 'vite' {
	interface OutputFile {
		type: 'asset' | 'chunk';
		/** Of a chunk: by what the module is named. */
		modules?: Record<string, { renderedLength: number }>;
	}

	interface Bundle {
		output: OutputFile[];
	}

	export function build(config: {
		configFile: string;
		logLevel: 'error';
		build: { outDir: string; emptyOutDir: boolean };
	}): Promise<Bundle | Bundle[]>;
}
