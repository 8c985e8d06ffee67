import {
	CONNECTION_TEST_BODY,
	findConnectionFault,
} from '../../../../push-kit/account/connectionTest';
import { findResponseCode, RESPONSE_CODES } from '../../../../push-kit/catalog/responseCodes';

describe('findConnectionFault', () => {
	it.each([
		[200, '80300007'],
		[200, '80000000'],
		[200, '80100000'],
		[400, '80100003'],
		[200, 80_300_007],
		[404, '80300010'],
		[429, '80300029'],
	])('takes HTTP %i with code %p for the answer that a good credential gets', (status, code) => {
		expect(findConnectionFault(status, { code, msg: 'x' })).toBeUndefined();
	});

	it.each([
		[401, '80200001', /refused the key .80200001.*Project ID.*Create a new key/],
		[200, '80200005', /clock of the machine/],
		[200, '80300002', /Push Kit is not enabled, or the key belongs to another project/],
		[200, '80200003', /80200003/],
		[200, '80300036', /80300036/],
		[200, '80300037', /80300037/],
		[200, '80000001', /80000001/],
		[503, '81000001', /81000001/],
	])('tells HTTP %i with code %s in words', (status, code, words) => {
		expect(findConnectionFault(status, { code })).toMatch(words);
	});

	it.each([
		[500, { code: '80300007' }, /out of order \(HTTP 500\)/],
		[502, '<h1>502</h1>', /out of order \(HTTP 502\)/],
		[503, undefined, /out of order \(HTTP 503\)/],
		[300, '', /sends n8n to another address \(HTTP 300\)/],
		[301, '', /sends n8n to another address \(HTTP 301\)/],
		[302, { code: '80300007' }, /another address \(HTTP 302\)/],
		[399, '', /another address \(HTTP 399\)/],
		[401, { code: '80300007' }, /another login.*HTTP 401/],
		[401, '', /another login.*HTTP 401/],
		[403, { code: '80300007' }, /does not let n8n pass \(HTTP 403\)/],
		[404, '<title>Not found</title>', /no Push Kit at API Base URL \(HTTP 404\)/],
		[407, '', /proxy on the way to Huawei wants a login/],
		[429, '', /no more requests for the moment/],
		[200, '<!doctype html>', /did not come from Push Kit/],
		[200, undefined, /did not come from Push Kit/],
		[200, null, /did not come from Push Kit/],
		[200, [], /did not come from Push Kit/],
		[200, { code: 0 }, /did not come from Push Kit/],
		[200, { code: '800000001' }, /did not come from Push Kit/],
		[200, { code: '180300007' }, /did not come from Push Kit/],
		[200, { code: '10000000' }, /did not come from Push Kit/],
		[200, { code: { toString: '80300007' } }, /did not come from Push Kit/],
		[418, {}, /did not come from Push Kit/],
		[Number.NaN, { message: '80300007' }, /did not come from Push Kit/],
	])('does not take HTTP %p with %j for a good credential', (status, body, words) => {
		expect(findConnectionFault(status, body)).toMatch(words);
	});

	it('knows every code that Push Kit has for sending as its own', () => {
		for (const { code, endpoints } of RESPONSE_CODES) {
			if (!endpoints.includes('send')) continue;
			expect(findConnectionFault(200, { code }) ?? code).toContain(code);
		}
	});

	it('tells a code that has no words of its own as the table of codes does', () => {
		const row = findResponseCode('80300037', 'send');
		expect(findConnectionFault(200, { code: '80300037' })).toBe(
			`${row?.meaning} (80300037) ${row?.remedy}`,
		);
	});

	it('asks for a notification that has all it must have', () => {
		expect(CONNECTION_TEST_BODY.payload.notification).toMatchObject({
			category: expect.stringMatching(/./),
			title: expect.stringMatching(/./),
			body: expect.stringMatching(/./),
			clickAction: { actionType: 0 },
		});
	});

	it('asks with a test message to a token that no device has', () => {
		expect(CONNECTION_TEST_BODY.pushOptions.testMessage).toBe(true);
		expect(CONNECTION_TEST_BODY.target.token).toEqual(['n8n-connection-test']);
	});
});
