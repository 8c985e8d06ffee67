/** The part of Stryker that is used here: its own declarations need a module resolution that n8n's rules forbid. */
declare module '@stryker-mutator/core' {
	export class Stryker {
		/** `options` stand above those of `stryker.config.mjs`. */
		constructor(options: Record<string, unknown>);
		/** Writes the reports. Rejects if the tests fail without any mutant. */
		runMutationTest(): Promise<unknown[]>;
	}
}
