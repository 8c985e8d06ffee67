/** The code of a system error (`ENOENT`, `ESRCH` ...), undefined for anything else. */
export function readErrorCode(error: unknown): string | undefined {
	return typeof error === 'object' && error !== null && 'code' in error
		? String(error.code)
		: undefined;
}
