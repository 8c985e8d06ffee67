/**
 * Whether an error of the operating system has this code, such as `ENOENT`. Asked by its members:
 * such errors may come from another realm, where `instanceof Error` is false.
 */
export function isSystemError(error: unknown, code: string): boolean {
	return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
