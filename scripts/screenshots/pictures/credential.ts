/** The credential's test: that it went well, and what stands behind "More details" where it did not. */
import { cutOut } from '../camera';
import type { Picture, Stage } from '../stage';

const TYPE = 'huaweiPushApi';

/** Makes a credential and opens it, whereupon n8n tests it. */
async function openCredential(
	{ page, client }: Stage,
	name: string,
	data: Record<string, string>,
): Promise<void> {
	const { id } = await client.createCredential(name, TYPE, data);
	await page.goto('about:blank');
	await page.goto(`${client.url}/home/credentials/${id}`);
	await page.getByTestId('editCredential-modal').waitFor();
}

export const credential: Picture = {
	name: 'credential',
	take: async (stage) => {
		const { page } = stage;
		// The app's ID is made up at each start, and would make each picture another one.
		await openCredential(stage, 'My app', { ...stage.accountData, clientId: '' });
		await page.getByText('Connection tested successfully').waitFor();
		return await cutOut(page, [page.getByTestId('editCredential-modal')], { maxHeight: 450 });
	},
};

export const credentialProblem: Picture = {
	name: 'credential-problem',
	take: async (stage) => {
		const { page } = stage;
		const serviceAccountKey = JSON.stringify({ agcgw: {}, client: {}, app_info: {} });
		await openCredential(stage, 'Wrong file', { ...stage.accountData, serviceAccountKey });
		await page.getByText('More details').click();
		return await cutOut(page, [page.getByTestId('editCredential-modal')], { maxHeight: 300 });
	},
};
