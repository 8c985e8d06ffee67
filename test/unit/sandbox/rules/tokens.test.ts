import { CONNECTION_TEST_BODY } from '../../../../push-kit/account/connectionTest';
import { CONNECTION_TEST_RECIPIENT, isNoToken } from '../../../../sandbox/rules/tokens';

it('the token that is known to be none is the one of the credential test', () => {
	expect(CONNECTION_TEST_BODY).toMatchObject({ target: { token: [CONNECTION_TEST_RECIPIENT] } });
	expect(isNoToken(CONNECTION_TEST_RECIPIENT)).toBe(true);
});

it.each(['a', ' ', 'null', 'N8N-connection-test', 'n8n-connection-test-2', 'x'.repeat(9_999)])(
	'any other text may be a token, for form and length are not fixed: %j',
	(token) => expect(isNoToken(token)).toBe(false),
);
