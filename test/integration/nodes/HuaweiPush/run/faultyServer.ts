import { createServer, type Socket } from 'node:net';

export type Misbehaviour =
	| 'resetAtOnce'
	| 'closeAtOnce'
	| 'resetAfterRequest'
	| 'resetInAnswer'
	| 'cutAnswer'
	| 'noHttp'
	| 'redirect'
	| Endless;

/** What never comes to an end, though most of it keeps sending: no idle timer ever fires for that. */
export type Endless =
	| 'silent'
	| 'switchingProtocols'
	| 'drippingHeaders'
	| 'drippingBody'
	| 'drippingChunks'
	| 'continueFlood';

/** Milliseconds from one drop to the next. */
const DRIP = 50;

/** The first half of a good answer. */
const HALF =
	'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n{"code":"800';

type Misbehave = (socket: Socket, location: string) => void;

const afterRequest =
	(act: Misbehave): Misbehave =>
	(socket, location) => {
		socket.once('data', () => act(socket, location));
	};

/** Begins an answer, and then sends the same few bytes again and again. */
const drip = (begin: string, drop: string): Misbehave =>
	afterRequest((socket) => {
		socket.write(begin);
		const timer = setInterval(() => socket.write(drop), DRIP);
		socket.once('close', () => clearInterval(timer));
	});

const MISBEHAVIOURS: Readonly<Record<Misbehaviour, Misbehave>> = {
	resetAtOnce: (socket) => socket.resetAndDestroy(),
	closeAtOnce: (socket) => socket.destroy(),
	resetAfterRequest: afterRequest((socket) => socket.resetAndDestroy()),
	resetInAnswer: afterRequest((socket) => {
		socket.write(HALF, () => setImmediate(() => socket.resetAndDestroy()));
	}),
	cutAnswer: afterRequest((socket) => socket.end(HALF)),
	noHttp: afterRequest((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')),
	redirect: afterRequest((socket, location) => {
		socket.end(
			`HTTP/1.1 307 Temporary Redirect\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`,
		);
	}),
	silent: afterRequest(() => undefined),
	switchingProtocols: afterRequest((socket) => {
		socket.write(
			'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
		);
	}),
	drippingHeaders: drip('HTTP/1.1 200 OK\r\n', 'X-Drop: 1\r\n'),
	drippingBody: drip(
		'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n',
		' ',
	),
	drippingChunks: drip('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\n \r\n'),
	continueFlood: drip('HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 100 Continue\r\n\r\n'),
};

export interface FaultyServer {
	url: string;
	connections: () => number;
	/** Connections that are still open. */
	open: () => number;
	close: () => Promise<void>;
}

/** Something on loopback that is no Push Kit, and does what the sandbox cannot. */
export async function startFaultyServer(
	misbehaviour: Misbehaviour,
	location = '',
): Promise<FaultyServer> {
	let connections = 0;
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		connections += 1;
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// The other side may be gone before this one is.
		socket.on('error', () => socket.destroy());
		MISBEHAVIOURS[misbehaviour](socket, location);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		connections: () => connections,
		open: () => sockets.size,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
