import type { Operation, Resource } from '../operation';
import { background } from './background';
import { badge } from './badge';
import { call } from './call';
import { custom } from './custom';
import { form } from './form';
import { image } from './image';
import { liveView } from './liveView';
import { location } from './location';
import { notification } from './notification';
import { textToSpeech } from './textToSpeech';

/** In alphabetical order of their names, as n8n wants its options. */
export const RESOURCES: readonly Resource[] = [
	background,
	badge,
	call,
	custom,
	image,
	liveView,
	location,
	notification,
	form,
	textToSpeech,
];

/**
 * @throws {RangeError} if the workflow names an operation that this version does not have
 */
export function findOperation(resource: string, operation: string): Operation {
	const found = RESOURCES.find(({ option }) => option.value === resource)?.operations.find(
		({ value }) => value === operation,
	);
	if (found === undefined) {
		throw new RangeError(
			`Operation "${operation}" of resource "${resource}" does not exist. Choose one in the node.`,
		);
	}
	return found;
}
