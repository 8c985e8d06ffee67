/** The package.json of the sandbox's own package, out of that of this repository. */
import type { Manifest } from '../release/manifest';

export const SANDBOX_NAME = 'n8n-nodes-huawei-push-sandbox';

/** Paths in the package. `sandbox/api/pageRoutes.ts` looks for the page from where the code stands. */
export const CODE = 'bin/sandbox.js';
export const PAGE = 'inbox/dist';
export const NOTICES_FILE = 'THIRD_PARTY_LICENSES.txt';

/** What of this repository's package.json the other is made of. */
export interface RootManifest extends Manifest {
	engines: { node: string };
	devDependencies: Record<string, string>;
}

export interface SandboxManifest extends Manifest {
	repository: Manifest['repository'] & { directory: string };
	keywords: string[];
	engines: { node: string };
	bin: Record<string, string>;
	files: string[];
	/** Exact versions: those that the tests of this repository ran with. */
	dependencies: Record<string, string>;
}

/**
 * @param imports the packages that the bundled code imports at run time
 * @throws {Error} if one of them has no version in this repository's package.json
 */
export function writeSandboxManifest(
	root: RootManifest,
	imports: readonly string[],
): SandboxManifest {
	const { version, license, homepage, author, repository, bugs, engines } = root;
	const dependencies = [...new Set(imports)].sort().map((name): [string, string] => {
		const exact = Object.hasOwn(root.devDependencies, name)
			? root.devDependencies[name]
			: undefined;
		if (exact === undefined) {
			throw new Error(`The sandbox imports ${name}, which package.json gives no version.`);
		}
		return [name, exact];
	});
	return {
		name: SANDBOX_NAME,
		version,
		description:
			'A Huawei Push Kit on your own machine: shows each message as the phone would, sends signed receipts, plays faults. For trying n8n-nodes-huawei-push without an account',
		license,
		homepage,
		keywords: ['huawei', 'push-kit', 'harmonyos', 'sandbox', 'mock-server', 'n8n'],
		author,
		repository: { ...repository, directory: 'sandbox' },
		bugs,
		engines,
		bin: { [SANDBOX_NAME]: CODE },
		files: ['bin', 'inbox', NOTICES_FILE],
		dependencies: Object.fromEntries(dependencies),
	};
}
