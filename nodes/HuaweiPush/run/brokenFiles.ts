/** Items may name one file, each for a message of its own: where it cannot be read, it is read once and not for each. */

import type { IExecuteFunctions } from 'n8n-workflow';

import { membersOf, memberOf } from '../../../push-kit/json';
import type { TokenPortion } from '../../../push-kit/recipients/tokenFile';
import { TokenFileFault } from '../../../push-kit/recipients/tokenFileFault';
import { isStreamed, readItemFile, type ItemFile } from './itemFile';

export class BrokenFiles {
	/** What was wrong, by the file and by what was asked of it. */
	private readonly faults = new Map<string, Map<string, TokenFileFault>>();

	constructor(private readonly context: IExecuteFunctions) {}

	/**
	 * Reads the tokens of an item's file, see `readItemFile`.
	 *
	 * @throws {TokenFileFault} where it cannot be read, at once where that is known
	 */
	async *read(file: ItemFile): AsyncGenerator<TokenPortion> {
		const { column, further } = file;
		const asked = JSON.stringify([column, further]);
		const place = this.placeOf(file);
		const known = place === undefined ? undefined : this.faults.get(place)?.get(asked);
		if (known !== undefined) throw known;
		try {
			yield* readItemFile(this.context, file);
		} catch (error) {
			throw this.note(place, asked, error);
		}
	}

	/** Returns the error; what another reading may not meet again is not kept. */
	private note(place: string | undefined, asked: string, error: unknown): unknown {
		if (place === undefined || !(error instanceof TokenFileFault)) return error;
		const ofFile = this.faults.get(place) ?? new Map<string, TokenFileFault>();
		this.faults.set(place, ofFile.set(asked, error));
		return error;
	}

	/** Where n8n keeps the file, or the file itself where n8n holds it in memory. */
	private placeOf({ item, field }: ItemFile): string | undefined {
		const file = memberOf(this.context.getInputData()[item]?.binary, field);
		if (isStreamed(file)) return `id ${file.id}`;
		const { data } = membersOf(file);
		return typeof data === 'string' ? data : undefined;
	}
}
