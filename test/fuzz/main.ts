/** `npm run fuzz`: hostile input for everything that reads what others wrote. */
import { spawnSync } from 'node:child_process';
import { REPOSITORY } from '../../scripts/n8n/places';
import { formatError } from '../../scripts/n8n/userError';
import { HELP, parseArguments } from './arguments';
import { CASES_VARIABLE, SEED_VARIABLE } from './cases';

function main(): number {
	const { cases, seed, only, help } = parseArguments(process.argv.slice(2));
	if (help) {
		process.stdout.write(`${HELP}\n`);
		return 0;
	}
	const jest = require.resolve('jest/bin/jest');
	const chosen = only === undefined ? [] : [`--testPathPatterns=test/fuzz/.*(${only})`];
	const { status } = spawnSync(
		process.execPath,
		[jest, '--config', 'jest.fuzz.config.mjs', ...chosen],
		{
			cwd: REPOSITORY,
			stdio: 'inherit',
			env: {
				...process.env,
				// n8n's engine would print each of the errors that are wanted.
				N8N_LOG_LEVEL: 'silent',
				[CASES_VARIABLE]: String(cases),
				...(seed !== undefined && { [SEED_VARIABLE]: String(seed) }),
			},
		},
	);
	return status ?? 1;
}

try {
	process.exitCode = main();
} catch (error) {
	process.stderr.write(`${formatError(error)}\n`);
	process.exitCode = 1;
}
