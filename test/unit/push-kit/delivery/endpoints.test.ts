import { revokeUrl, sendUrl, verifyUrl } from '../../../../push-kit/delivery/endpoints';

const connection = {
	account: { projectId: '101/..', keyId: 'k', subAccount: '1', privateKey: '' },
	testTokens: '',
	clientId: '',
	baseUrl: 'https://push.example',
};

describe('the addresses of Push Kit', () => {
	it('carry the project, or the client ID of the app, and nothing else of what they hold', () => {
		expect(sendUrl(connection)).toBe('https://push.example/v3/101%2F../messages:send');
		expect(verifyUrl(connection)).toBe('https://push.example/v2/101%2F../images:verify');
		expect(revokeUrl(connection, '77?x')).toBe('https://push.example/v1/77%3Fx/messages:revoke');
	});
});
