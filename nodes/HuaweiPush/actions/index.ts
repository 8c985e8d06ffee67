import { background } from './background';
import { badge } from './badge';
import { call } from './call';
import { custom } from './custom';
import { form } from './form';
import { image } from './image';
import { liveView } from './liveView/liveView';
import { location } from './location';
import { mdm } from './mdm';
import { notification } from './notification';
import type { Resource } from './operation';
import { textToSpeech } from './textToSpeech';

/** What the node can do: a line a resource, in alphabetical order of their names, as n8n wants its options. */
export const RESOURCES: readonly Resource[] = [
	background,
	badge,
	call,
	custom,
	image,
	liveView,
	location,
	mdm,
	notification,
	form,
	textToSpeech,
];
