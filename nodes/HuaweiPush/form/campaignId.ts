/** The option that makes a campaign safe to run again, see `push-kit/message/campaign.ts`. */

import type { INodeProperties } from 'n8n-workflow';

import { APP_MESSAGE_ID_WINDOW_HOURS } from '../../../push-kit/catalog/limits';
import {
	CAMPAIGN_ID_RULE,
	campaignIdFrom,
	campaignIdProblem,
} from '../../../push-kit/message/campaign';
import { formField } from './formField';
import type { ItemForm } from './itemForm';

/** Where there are notifications; other messages have no `appMessageId`, so nothing would hold them back. */
export const CAMPAIGN_ID_FIELD: INodeProperties = formField(CAMPAIGN_ID_RULE, 'campaignId', {
	placeholder: 'e.g. spring-sale-2026-04-01',
	description: `The name of this one mailing; the next needs another. A phone shows one message of it within ${APP_MESSAGE_ID_WINDOW_HOURS} hours: so until then it can be run again, whole or in part, corrected or not, and nothing is shown twice. Test messages do not count.`,
	displayOptions: {
		show: {
			'/resource': ['notification', 'call', 'custom'],
			'/operation': ['send', 'sendMissedCall'],
		},
	},
});

const AT = 'options.campaignId';

/** What is another in every run, so that none would know the one before; a clock only as a whole, not its day. */
const OF_THE_RUN = new RegExp(
	[
		String.raw`\$execution\s*(?:\.\s*|\[\s*["'])id\b`,
		String.raw`\bMath\s*\.\s*random\b|\brandomUUID\b`,
		String.raw`\$now(?:\s*\.\s*to(?:ISO|JSON|Millis|Seconds|String)\s*\(\s*\))?\s*\}\}`,
		String.raw`\bDate\s*\.\s*now\s*\(\s*\)\s*\}\}`,
		String.raw`\bnew\s+Date\s*\(\s*\)(?:\s*\.\s*(?:getTime|valueOf|toISOString|toJSON|toString)\s*\(\s*\))?\s*\}\}`,
	].join('|'),
);

/** The campaign of the present item; `undefined` where there is none, or with a fault. */
export function readCampaignId(form: ItemForm): string | undefined {
	if (!form.isEntered(AT)) return undefined;
	const entered = form.member(CAMPAIGN_ID_RULE, AT);
	// What could not be read is told already.
	if (form.faults.some(({ path }) => path === AT)) return undefined;
	const problem = form.mentions(AT, OF_THE_RUN) ? NEW_IN_EVERY_RUN : campaignIdProblem(entered);
	if (problem !== undefined) form.refuse(AT, 'Campaign ID', problem);
	return problem === undefined && typeof entered === 'string' ? campaignIdFrom(entered) : undefined;
}

const NEW_IN_EVERY_RUN =
	'is another in every run, so that a second run would send everything again. Enter a name that stays, such as spring-sale-2026-04-01.';
