import type { Endpoint } from '../../push-kit/catalog/responseCodes';
import type { Fault } from '../delivery/faults';
import type { TokenScript } from './tokenScript';

/**
 * Scripts by token: the one place where something is set about a token. The last one set holds.
 * Most runs have none, and then nothing is looked up for a token.
 */
export class TokenScripts {
	private readonly scripts = new Map<string, TokenScript>();
	private refusedCount = 0;

	get empty(): boolean {
		return this.scripts.size === 0;
	}

	/** No script has a reason. */
	get noneRefused(): boolean {
		return this.refusedCount === 0;
	}

	set(token: string, script: TokenScript): void {
		this.delete(token);
		this.scripts.set(token, script);
		if (script.reason !== undefined) this.refusedCount++;
	}

	get(token: string): TokenScript | undefined {
		return this.scripts.get(token);
	}

	has(token: string): boolean {
		return this.scripts.has(token);
	}

	delete(token: string): boolean {
		if (this.scripts.get(token)?.reason !== undefined) this.refusedCount--;
		return this.scripts.delete(token);
	}

	list(): Record<string, TokenScript> {
		return Object.fromEntries(this.scripts);
	}

	/** The fault of the first token in the request that has one; counted as used. */
	takeFault(endpoint: Endpoint, tokens: readonly unknown[]): Fault | undefined {
		if (this.empty) return undefined;
		for (const token of tokens) {
			if (typeof token !== 'string') continue;
			const script = this.scripts.get(token);
			const fault = script?.fault;
			if (!fault || (fault.endpoint && fault.endpoint !== endpoint)) continue;
			fault.times--;
			// One that is used up is gone: nothing that reads the script has to ask for what is left.
			if (fault.times <= 0) this.scripts.set(token, { ...script, fault: undefined });
			return fault;
		}
		return undefined;
	}

	clear(): void {
		this.scripts.clear();
		this.refusedCount = 0;
	}
}
