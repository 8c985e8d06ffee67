/** What is mutated, and whose tests must notice. */

export interface Room {
	name: string;
	/** Globs of the files that are changed. */
	files: readonly string[];
	/** Folder of the room's own unit tests: what only the tests of another room notice is not tested. */
	tests: string;
}

/** Least share of the mutants of a room that its tests have to notice, in percent. */
export const LEAST_SCORE = 90;

export const ROOMS: readonly Room[] = [
	...['account', 'delivery', 'receipt'].map((name) => ({
		name,
		files: [`push-kit/${name}/**/*.ts`],
		tests: `test/unit/push-kit/${name}`,
	})),
	{
		name: 'trigger',
		// What decides whether a call is believed; the rest of the trigger hands on.
		files: ['nodes/HuaweiPushTrigger/{verifyCall,callbackAccounts,unsignedCall}.ts'],
		tests: 'test/unit/nodes/HuaweiPushTrigger',
	},
];
