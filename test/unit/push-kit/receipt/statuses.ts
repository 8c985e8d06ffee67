/** Statuses of a receipt call, as Huawei documents them. */

export const DELIVERY = {
	token: 'TOKEN_B',
	pushType: 0,
	appPackageName: 'com.example.shop',
	biTag: 'orders-2026-09',
	requestId: '1700000000002',
	deliveryStatus: { result: 2, timestamp: 1790000000456 },
};

export const FORM = {
	token: 'TOKEN_A',
	pushType: 1,
	appPackageName: 'com.example.shop',
	biTag: '',
	requestId: '1700000000001',
	formStatus: { formId: 1203344556, result: 262, timestamp: 1790000000123 },
};
