import { ServiceAccountError } from '../../../../push-kit/account/serviceAccount';

/** The fault that an action throws; a test that meets none, or another error, fails. */
export function faultOf(action: () => unknown): ServiceAccountError {
	try {
		action();
	} catch (error) {
		if (error instanceof ServiceAccountError) return error;
		throw error;
	}
	throw new Error('Nothing was thrown');
}
