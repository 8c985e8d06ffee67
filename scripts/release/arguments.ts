/** The command line of `npm run release`. */
import { parseCommandLine } from '../commandLine';

export interface ReleaseArguments {
	/** Faults that only the real release has to be free of are told, and stop nothing. */
	dry: boolean;
	/** The tag that is released; undefined before there is one. */
	tag?: string;
	help: boolean;
}

export const HELP = `npm run release                  makes in results/release what a release consists of: a tarball and an SBOM for
                                 each package, notes, checksums; fails while the owner, the changelog or the tag is not ready
npm run release -- --tag v0.1.0  the same for that tag, as the workflow does it
npm run release:dry              the same from any state, and asks npm what it would publish
npm run release -- --help        this text

Nothing is published from here: the workflow does that when a tag is pushed. See RELEASING.md.`;

/** Throws UserError for anything that is not on the list. */
export function parseArguments(args: string[]): ReleaseArguments {
	return parseCommandLine('npm run release', {
		args,
		options: {
			dry: { type: 'boolean', default: false },
			tag: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	}).values;
}
