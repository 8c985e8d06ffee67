/** A failure that the person at the keyboard can mend: what happened, and what to do next. */
export class UserError extends Error {
	constructor(
		message: string,
		readonly nextStep?: string,
	) {
		super(message);
		this.name = 'UserError';
	}
}

/** One or two lines for the terminal. */
export function formatError(error: unknown): string {
	if (error instanceof UserError) {
		return error.nextStep ? `${error.message}\n${error.nextStep}` : error.message;
	}
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
