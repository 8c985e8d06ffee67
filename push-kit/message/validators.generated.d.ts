// The JavaScript beside this file is made by `npm run generate` from the schemas in `schemas.ts`.

import type { BackgroundPayload } from './background';
import type { BadgePayload } from './badge';
import type { VoIPCallPayload } from './call';
import type { SchemaError } from './faults';
import type { FormUpdatePayload } from './form';
import type { LiveViewPayload } from './liveView/liveViewPayload';
import type { AlertPayload } from './notification';
import type { PushOptions } from './pushOptions';
import type { ExtensionPayload } from './textToSpeech';

export interface Validator<P> {
	(data: unknown): data is P;
	errors?: SchemaError[] | null;
}

export const notification: Validator<AlertPayload>;
export const badge: Validator<BadgePayload>;
export const form: Validator<FormUpdatePayload>;
export const textToSpeech: Validator<ExtensionPayload>;
export const background: Validator<BackgroundPayload>;
export const liveView: Validator<LiveViewPayload>;
export const call: Validator<VoIPCallPayload>;
export const pushOptions: Validator<PushOptions>;
