/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, not part of the published package */
/**
 * Milliseconds of work of this process so far. Unlike the time on the wall it does not grow while the machine
 * is busy with something else, so that a bound on it can be kept on any machine.
 */
export function cpuMilliseconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
