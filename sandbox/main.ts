import { buildPageIfStale } from './process/buildPage';
import { runCommand } from './process/command';

void runCommand({
	program: 'npm run sandbox --',
	args: process.argv.slice(2),
	prepare: buildPageIfStale,
});
