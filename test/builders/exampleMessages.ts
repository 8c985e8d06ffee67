/** Every file of `examples/messages`: for tests that must leave none out. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SendExample } from './bodies';

/** A request to any of the endpoints; only one to `messages:send` has a message type. */
export type ExampleMessage =
	| SendExample
	| { messageType?: undefined; pushType: number; body: object };

const FOLDER = join(__dirname, '../../examples/messages');

export const EXAMPLE_MESSAGES: ReadonlyArray<readonly [file: string, example: ExampleMessage]> =
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const example: ExampleMessage = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
			return [file, example];
		});

/** Those that go to `messages:send`. */
export const SENT_MESSAGES = EXAMPLE_MESSAGES.flatMap(([file, example]) =>
	example.messageType === undefined ? [] : [[file, example] as const],
);
