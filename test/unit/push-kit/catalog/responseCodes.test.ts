import { findResponseCode, RESPONSE_CODES } from '../../../../push-kit/catalog/responseCodes';

const codesOf = (endpoint: 'send' | 'revoke' | 'verify') =>
	RESPONSE_CODES.filter((row) => row.endpoints.includes(endpoint))
		.map((row) => row.code)
		.sort();

describe('the table of response codes', () => {
	it('has each code once, as a string of eight digits', () => {
		const codes = RESPONSE_CODES.map((row) => row.code);
		expect(new Set(codes).size).toBe(codes.length);
		for (const code of codes) expect(code).toMatch(/^\d{8}$/);
	});

	it.each(RESPONSE_CODES.map((row) => [row.code, row] as const))(
		'%s explains itself in whole sentences and names its page',
		(_code, row) => {
			expect(row.meaning).toMatch(/^[A-Z].*\.$/);
			expect(row.remedy).toMatch(/^[A-Z].*\.$/);
			expect(row.serverMessage).not.toBe('');
			expect(row.endpoints.length).toBeGreaterThan(0);
			expect(row.source).toMatch(/^push-[a-z-]+$/);
		},
	);

	it('covers the codes that Huawei lists for sending', () => {
		expect(codesOf('send')).toEqual([
			'80000000',
			'80100000',
			'80100001',
			'80100003',
			'80100004',
			'80100022',
			'80100024',
			'80200001',
			'80200005',
			'80300002',
			'80300007',
			'80300008',
			'80300010',
			'80300029',
			'80300030',
			'80300036',
			'80300037',
			'81000001',
		]);
	});

	it('covers the codes that Huawei lists for revoking', () => {
		expect(codesOf('revoke')).toEqual([
			'80000000',
			'80000001',
			'80100001',
			'80100003',
			'80100020',
			'80200001',
			'80200003',
			'80200005',
			'80300002',
			'80300007',
			'80300008',
			'80300010',
			'80300017',
			'80300028',
			'80300032',
		]);
	});

	it('covers the codes that Huawei lists for the image check', () => {
		expect(codesOf('verify')).toEqual([
			'80100001',
			'80100003',
			'80200001',
			'80200003',
			'80200005',
			'80300002',
			'83010000',
			'83010001',
			'83010002',
			'83010003',
			'83010004',
			'83010005',
			'83010007',
		]);
	});

	it('never gives up a token for the code of a whole request', () => {
		for (const row of RESPONSE_CODES) expect(['remove', 'pause']).not.toContain(row.verdict);
	});

	it.each([
		['taken', ['80000000', '83010000']],
		['partial', ['80100000', '80100020']],
		['tokensRefused', ['80300007']],
		['accountRefused', ['80200001', '80300036']],
		['expiredToken', ['80200003', '80200005']],
		['projectRefused', ['80300002', '80300037']],
		['revokeFailed', ['80000001']],
		['unknown', ['81000001']],
	])('effect %s is that of %j only', (effect, codes) => {
		expect(RESPONSE_CODES.filter((row) => row.effect === effect).map((row) => row.code)).toEqual(
			codes,
		);
	});

	it('knows no failed revocation of another endpoint', () => {
		for (const { effect, endpoints } of RESPONSE_CODES) {
			if (effect === 'revokeFailed') expect(endpoints).toEqual(['revoke']);
		}
	});

	it.each([
		['keep', ['80000000', '80100000', '80300007', '81000001', '83010000']],
		['retryLater', ['80000001', '80300029', '83010002']],
		[
			'fixSetup',
			[
				'80200001',
				'80200003',
				'80200005',
				'80300002',
				'80300028',
				'80300036',
				'80300037',
				'83010004',
			],
		],
	])('verdict %s holds %j', (verdict, codes) => {
		expect(RESPONSE_CODES.filter((row) => row.verdict === verdict).map((row) => row.code)).toEqual(
			codes,
		);
	});

	it('never advises to repeat what may have been taken', () => {
		for (const { effect, verdict } of RESPONSE_CODES) {
			if (['taken', 'partial', 'tokensRefused', 'unknown'].includes(effect)) {
				expect(['keep', 'fixMessage']).toContain(verdict);
			}
		}
	});

	it('speaks in the test of a credential of codes alone that fail it', () => {
		for (const { code, effect, connectionTest } of RESPONSE_CODES) {
			if (connectionTest === undefined) continue;
			expect(connectionTest).toMatch(/^Huawei .*\.$/);
			expect(connectionTest).toContain(`(${code})`);
			expect(['accountRefused', 'expiredToken', 'projectRefused']).toContain(effect);
		}
	});

	it('gives texts of their own only to endpoints that answer with the code', () => {
		for (const row of RESPONSE_CODES) {
			const own = Object.keys(row.byEndpoint ?? {});
			expect(own.filter((endpoint) => !row.endpoints.some((each) => each === endpoint))).toEqual(
				[],
			);
		}
	});
});

describe('findResponseCode', () => {
	it('names both causes of 80300002', () => {
		const row = findResponseCode('80300002');
		expect(row?.verdict).toBe('fixSetup');
		expect(row?.meaning).toMatch(/not enabled.*project ID/);
		expect(row?.remedy).toContain('Enable now');
	});

	it('speaks of the client ID where 80300002 answers a revoke', () => {
		const row = findResponseCode('80300002', 'revoke');
		expect(row?.meaning).toContain('client ID');
		expect(row?.remedy).toContain('Copy the OAuth 2.0 client ID of the app');
		expect(row?.verdict).toBe('fixSetup');
	});

	it('keeps the general words on an endpoint without words of its own', () => {
		expect(findResponseCode('80300002', 'send')).toEqual(findResponseCode('80300002'));
		expect(findResponseCode('80300017', 'send')?.meaning).toContain('more than one app');
	});

	it('keeps the meaning of a code where only the remedy differs', () => {
		const row = findResponseCode('80100001', 'revoke');
		expect(row?.meaning).toBe(findResponseCode('80100001')?.meaning);
		expect(row?.remedy).toContain('Notify ID');
	});

	it('lets unknown codes pass', () => {
		expect(findResponseCode('89999999')).toBeUndefined();
		expect(findResponseCode('', 'send')).toBeUndefined();
	});
});
