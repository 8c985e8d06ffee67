/** TCP ports on loopback. */
import { createServer } from 'node:net';

/** The port itself if it is free on 127.0.0.1 (0: any free one), else undefined. */
export async function tryPort(port: number): Promise<number | undefined> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
			else reject(error);
		});
		server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
			const address = server.address();
			const found = typeof address === 'object' && address ? address.port : undefined;
			server.close(() => resolve(found));
		});
	});
}

/** The preferred port if it is free, else any free one. */
export async function findFreePort(preferred = 0): Promise<number> {
	const port = (await tryPort(preferred)) ?? (await tryPort(0));
	if (port === undefined) throw new Error('No free port on 127.0.0.1.');
	return port;
}
