/** What this is in one picture: the node's panel as it is filled in, and the phone that shows the message. */
import { cutOut, layOut, maskTokens } from '../camera';
import { makeCampaign, SEND, SUCCESS, TOKENS } from '../campaign';
import { executeWorkflow, openNode, openWorkflow, type Picture } from '../stage';
import { openMessage } from './inbox';

/** Down to the body; what follows may stay empty. */
const PANEL_HEIGHT = 682;

/** So that its round corners stand on the page's own ground. */
const PHONE_GROUND = { top: 14, right: 14, bottom: 14, left: 14 };

export const firstPush: Picture = {
	name: 'first-push',
	take: async (stage) => {
		const { page } = stage;
		await openWorkflow(stage, makeCampaign());
		await executeWorkflow(stage, SUCCESS);
		await openNode(stage, SEND);
		const panel = await cutOut(
			page,
			[page.getByTestId('node-execute-button'), page.getByTestId('node-parameters')],
			{ maxHeight: PANEL_HEIGHT },
		);
		const phone = await openMessage(stage, 'Good news, Anna');
		await maskTokens(page, TOKENS);
		return await layOut(page, [panel, await cutOut(page, [phone], PHONE_GROUND)]);
	},
};
