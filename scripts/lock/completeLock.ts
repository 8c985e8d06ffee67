/** What a registry did not have when the lock was made: packages for other platforms, without which `npm ci` refuses it. */

interface LockedPackage {
	version?: string;
	/** Of what npm has written itself. */
	integrity?: string;
	optional?: boolean;
	dev?: boolean;
	os?: string[];
	cpu?: string[];
	optionalDependencies?: Record<string, string>;
}

export interface Lock {
	packages: Record<string, LockedPackage>;
}

const SYSTEMS = [
	'aix',
	'android',
	'darwin',
	'freebsd',
	'linux',
	'netbsd',
	'openbsd',
	'openharmony',
	'sunos',
	'win32',
];
const PROCESSORS = [
	'arm64',
	'arm',
	'ia32',
	'loong64',
	'mips64el',
	'ppc64',
	'riscv64',
	's390x',
	'wasm32',
	'x64',
];

/** Builds for platforms are pinned by their parents: what is a range is no such build. */
const EXACT = /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/** What `parent` would find: in its own folder or in one above, as Node.js looks it up. */
function findLocked({ packages }: Lock, parent: string, name: string): LockedPackage | undefined {
	const folders = parent === '' ? [] : parent.split('/node_modules/');
	for (let depth = folders.length; depth >= 0; depth--) {
		const folder = folders.slice(0, depth).join('/node_modules/');
		const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
		if (Object.hasOwn(packages, place)) return packages[place];
	}
	return undefined;
}

/** The platform by the words of a package's name, such as `core-darwin-arm64`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu'> {
	const words = (name.split('/').at(-1) ?? '').split('-');
	const os = SYSTEMS.filter((system) => words.includes(system));
	const cpu = PROCESSORS.filter((processor) => words.includes(processor));
	return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }) };
}

/** Adds what is missing, in npm's order. Returns the names. */
export function completeLock(lock: Lock): string[] {
	const added: string[] = [];
	for (const [parent, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			const locked = findLocked(lock, parent, name);
			// What npm has locked is right, also where `overrides` made it another version.
			const isLocked = locked?.integrity !== undefined || locked?.version === version;
			if (!EXACT.test(version) || isLocked) continue;
			// Another one that was added here stands above: this one goes below its parent, as npm puts it.
			const folder = locked === undefined || parent === '' ? '' : `${parent}/`;
			lock.packages[`${folder}node_modules/${name}`] = {
				version,
				dev: true,
				optional: true,
				...platformOf(name),
			};
			added.push(name);
		}
	}
	const entries = Object.entries(lock.packages);
	lock.packages = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
	return added;
}
