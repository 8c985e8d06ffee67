/** Takes one line about the sandbox itself; never a key, a secret or a token. */
export type Tell = (line: string) => void;

/** The log of a sandbox that runs in a terminal. */
export const tellTerminal: Tell = (line) => {
	process.stderr.write(`${line}\n`);
};
