import { createServer } from 'node:http';
import { once } from 'node:events';

import { countSockets } from '../../../../bench/soak/sampler';

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('counts a socket that is opened, and no longer once it is closed', async () => {
	const before = countSockets(process.pid);
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	expect(countSockets(process.pid)).toBe(before + 1);
	server.close();
	await once(server, 'close');
	expect(countSockets(process.pid)).toBe(before);
});
