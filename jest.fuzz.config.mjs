import { shared } from './jest.config.mjs';

/** The hostile inputs. Outside the gate: `npm run fuzz`. */
export default {
	...shared,
	testMatch: ['<rootDir>/test/fuzz/**/*.fuzz.test.ts'],
	// Ten thousand cases on a busy machine; what hangs is cut off case by case, see test/fuzz/laws.ts.
	testTimeout: 1_800_000,
};
