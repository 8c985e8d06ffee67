/** What stands beside the payload of a message. */

import { MAXIMUM_BI_TAG_BYTES } from '../../../push-kit/catalog/limits';
import { automaticBiTag } from '../../../push-kit/message/identity';
import type { PushOptions } from '../../../push-kit/message/pushOptions';
import { variantTags } from '../../../push-kit/message/variants';
import { readPushOptions, wantsAutomaticBiTag } from '../form/delivery';
import type { ItemForm } from '../form/itemForm';
import type { ChosenVariant } from './itemVariants';

/** What the options take from the run. */
interface OptionsOfRun {
	readonly workflowId: string;
	readonly runId: string;
	readonly testMessage: boolean;
}

/** Huawei's options of a message, its batch tag with the name of the variant behind it. */
export function readMessageOptions(
	form: ItemForm,
	run: OptionsOfRun,
	variant?: ChosenVariant,
): PushOptions {
	const options: PushOptions = {
		...(wantsAutomaticBiTag(form) && { biTag: automaticBiTag(run.workflowId, run.runId) }),
		...readPushOptions(form),
		...(run.testMessage && { testMessage: true }),
	};
	const { biTag = '' } = options;
	// A tag that is too long by itself is told as such.
	const isTooLong = Buffer.byteLength(biTag, 'utf8') > MAXIMUM_BI_TAG_BYTES;
	if (variant === undefined || biTag === '' || isTooLong) return options;
	const tag = variantTags(biTag, variant.names)?.get(variant.name);
	if (tag === undefined) form.refuse('options.biTag', 'Batch Tag', TAGS_ALIKE);
	return { ...options, biTag: tag };
}

const TAGS_ALIKE = `is so long that with the names of the variants behind it, cut to ${MAXIMUM_BI_TAG_BYTES} bytes, two of them get the same. Shorten it, or let the names differ at their beginning.`;
