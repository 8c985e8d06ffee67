/** What a bundle may weigh, and what may be in it: so that a growing or foreign part is seen by its name. */

/** A source of a bundle, and what it takes there. */
export interface BundledSource {
	/** From the root of the project, as esbuild's metafile has it. */
	readonly path: string;
	readonly bytes: number;
}

export interface BundleReport {
	/** Bytes of what people wrote: nodes, credentials, push-kit, and the example messages they show. */
	readonly written: number;
	/** Bytes of the compiled validators. */
	readonly generated: number;
	/** Bytes of each library. */
	readonly libraries: ReadonlyMap<string, number>;
	/** Sentences; empty where all is well. */
	readonly faults: readonly string[];
}

/** Bytes in the action node, not minified: a little more than today, so that growth is a decision. */
export const BUDGETS = { written: 508_000, generated: 220_000 };

/** What is bundled of others, so that the package has no dependencies. */
const LIBRARIES = new Set(['ajv', 'jose']);

const OWN = /^(?:credentials|nodes|push-kit|examples\/messages)\//;
const GENERATED = /\.generated\.js$/;
/** The innermost package: what a library brings along is not that library. */
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Judges one bundle by its sources. */
export function judgeBundle(
	sources: readonly BundledSource[],
	budgets: typeof BUDGETS = BUDGETS,
): BundleReport {
	const kinds: Record<keyof typeof BUDGETS, BundledSource[]> = { written: [], generated: [] };
	const libraries = new Map<string, number>();
	const faults: string[] = [];
	for (const source of sources) {
		const { path, bytes } = source;
		if (bytes === 0) continue;
		const library = PACKAGE.exec(path)?.[1];
		if (library === undefined && OWN.test(path)) {
			kinds[GENERATED.test(path) ? 'generated' : 'written'].push(source);
		} else if (library !== undefined && LIBRARIES.has(library)) {
			libraries.set(library, (libraries.get(library) ?? 0) + bytes);
		} else {
			faults.push(`${path} (${inKilobytes(bytes)}) leaked into the bundle.`);
		}
	}
	const written = sum(kinds.written);
	const generated = sum(kinds.generated);
	if (written > budgets.written) faults.push(overBudget('Written', kinds.written, budgets.written));
	if (generated > budgets.generated) {
		faults.push(overBudget('Generated', kinds.generated, budgets.generated));
	}
	return { written, generated, libraries, faults };
}

/** One line for people: `written 324.5 kB, generated 206.3 kB, jose 21.0 kB`. */
export function describeBundle({ written, generated, libraries }: BundleReport): string {
	return [['written', written] as const, ['generated', generated] as const, ...libraries]
		.filter(([, bytes]) => bytes > 0)
		.map(([name, bytes]) => `${name} ${inKilobytes(bytes)}`)
		.join(', ');
}

function overBudget(kind: string, sources: readonly BundledSource[], budget: number): string {
	const largest = [...sources]
		.sort((a, b) => b.bytes - a.bytes)
		.slice(0, 5)
		.map(({ path, bytes }) => `${path} ${inKilobytes(bytes)}`);
	return `${kind} code takes ${inKilobytes(sum(sources))}, more than its ${inKilobytes(budget)}. The largest: ${largest.join(', ')}.`;
}

function sum(sources: readonly BundledSource[]): number {
	return sources.reduce((total, { bytes }) => total + bytes, 0);
}

function inKilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}
