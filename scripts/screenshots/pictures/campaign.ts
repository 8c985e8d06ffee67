/** A campaign on the canvas after its run, and what came out of its second output. */
import { cutOut, maskTokens } from '../camera';
import { makeCampaign, SEND, SUCCESS, TOKENS } from '../campaign';
import { executeWorkflow, openNode, openWorkflow, type Picture, type Stage } from '../stage';

async function runCampaign(stage: Stage): Promise<void> {
	await openWorkflow(stage, makeCampaign());
	await executeWorkflow(stage, SUCCESS);
	// The canvas writes its labels a moment after the message.
	const labels = stage.page.getByTestId('edge-label');
	await labels.getByText('3 items', { exact: true }).waitFor();
	await labels.getByText('2 items', { exact: true }).first().waitFor();
	// The message of the end lies above the canvas.
	await stage.page.getByText(SUCCESS).waitFor({ state: 'hidden' });
}

export const campaign: Picture = {
	name: 'campaign',
	take: async (stage) => {
		await runCampaign(stage);
		const { page } = stage;
		const nodes = await page.getByTestId('canvas-node').all();
		// Room for the names below the nodes, and none for the lines that lead on from the last ones.
		return await cutOut(page, nodes, { top: 24, right: 24, bottom: 44, left: 48 });
	},
};

export const problem: Picture = {
	name: 'problem',
	take: async (stage) => {
		const { page } = stage;
		await runCampaign(stage);
		await openNode(stage, SEND);
		await page.getByText('Problem Branch').click();
		await page.getByRole('cell', { name: 'tokenFormatError' }).waitFor();
		await maskTokens(page, TOKENS);
		// The arrows to the next nodes float over the right edge.
		return await cutOut(page, [page.getByTestId('output-panel')], { right: -24, maxHeight: 450 });
	},
};
