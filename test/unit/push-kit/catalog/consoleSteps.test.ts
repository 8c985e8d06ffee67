import {
	CONSOLE_STEPS,
	findConsoleStep,
	N8N_STEPS,
} from '../../../../push-kit/catalog/consoleSteps';

describe('the console steps', () => {
	it.each(Object.entries({ ...CONSOLE_STEPS, ...N8N_STEPS }))(
		'%s is whole sentences that begin with what to do',
		(_id, step) => {
			expect(step).toMatch(/^[A-Z].*\.$/);
			expect(step).not.toContain('undefined');
		},
	);

	it.each([
		['enablePushKit', '立即开通'],
		['categoryRight', '自分类权益'],
		['callRight', '开放能力管理'],
		['receipts', 'V2'],
		['testReceipt', '测试回执'],
		['projectId', '项目设置'],
		['clientId', '查看应用信息'],
		['serviceAccountKey', '服务账号密钥'],
	])('%s leads to %s', (id, label) => {
		expect(findConsoleStep(id)).toContain(label);
	});

	it('are not found by an unknown id', () => {
		expect(findConsoleStep('somewhere')).toBeUndefined();
		expect(findConsoleStep('toString')).toBeUndefined();
	});
});
