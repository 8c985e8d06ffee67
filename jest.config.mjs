/** Unit and integration tests. The end-to-end tests have a configuration of their own. */
export const shared = {
	testEnvironment: 'node',
	transform: {
		'^.+\\.(t|j|mj)s$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// These publish ES modules only; jest runs CommonJS.
	transformIgnorePatterns: ['/node_modules/(?!(jose|env-paths|is-safe-filename)/)'],
};

export default {
	...shared,
	// A machine that is busy with something else makes a test slow, not wrong.
	testTimeout: 180_000,
	// jest leaves one core free; on two cores that is half of the machine.
	maxWorkers: '100%',
	testMatch: ['<rootDir>/test/unit/**/*.test.ts', '<rootDir>/test/integration/**/*.test.ts'],
};
