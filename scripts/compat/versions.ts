/** The versions of n8n that the package is tried in, and what it takes to install each. */
import { readManifest } from '../n8n/places';
import { UserError } from '../n8n/userError';

export interface Version {
	/** Of n8n. */
	readonly n8n: string;
	/** npm's overrides, where a release pins what no registry has any more. */
	readonly overrides: Readonly<Record<string, string>>;
	/** Parts of n8n to leave out, where it refuses the names of newer ones. */
	readonly disabledModules?: string;
}

/** Oldest first. Another one is tried with `npm run compat -- --only <version>`. */
export const OLDEST: Version = {
	n8n: '2.8.4',
	overrides: { linkedom: '0.18.14', xlsx: '0.18.5' },
	disabledModules: 'insights',
};

/** The one of the end-to-end tests. */
export function pinnedVersion(): Version {
	const { n8nVersion, overrides = {} } = readManifest();
	return { n8n: n8nVersion, overrides };
}

/**
 * The versions to try.
 *
 * @param newest what the registry names as the newest; undefined where nobody asked
 * @param only one version, known here or not
 * @throws {UserError} where that is no version: a range or a tag would be another one tomorrow
 */
export function chooseVersions(newest?: string, only?: string): Version[] {
	const pinned = pinnedVersion();
	const known = [OLDEST, pinned];
	if (newest !== undefined && !known.some(({ n8n }) => n8n === newest)) {
		known.push({ ...pinned, n8n: newest });
	}
	if (only === undefined) return known;
	if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(only)) {
		throw new UserError(`"${only}" is no version of n8n.`, 'Name one exactly, such as 2.8.4.');
	}
	return [known.find(({ n8n }) => n8n === only) ?? { ...pinned, n8n: only }];
}
