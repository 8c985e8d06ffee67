/** A message that cannot be sent: item, field and remedy, as n8n shows them. */
import { cutOut } from '../camera';
import { makeCampaign, SEND } from '../campaign';
import { executeWorkflow, openNode, openWorkflow, type Picture } from '../stage';

export const failure: Picture = {
	name: 'error',
	take: async (stage) => {
		const { page } = stage;
		await openWorkflow(stage, makeCampaign({ image: 'http://shop.example.com/parcel.png' }));
		await executeWorkflow(stage, /^Problem in node/);
		await openNode(stage, SEND);
		return await cutOut(page, [page.getByTestId('output-panel')], { maxHeight: 320 });
	},
};
