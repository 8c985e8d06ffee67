/** The result file of a long list: what became of every token that Huawei did not take. */

import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

import type { TokenOutcome } from '../../../push-kit/delivery/outcome';

/** Bytes of one part; n8n takes each as a whole. */
const PART = 64_000_000;

/** Characters that are gathered before they become bytes. */
const GATHERED = 65_536;

const COLUMNS = ['pushToken', 'outcome', 'reason', 'code', 'verdict'] as const;

const HEADER = `${COLUMNS.join(',')}\r\n`;

/** Written line by line, in parts. What cannot be stored is told, and ends nothing. */
export class ProblemFile {
	private readonly parts: IBinaryKeyData = {};

	private pieces: Buffer[] = [];

	private bytes = 0;

	private lines = HEADER;

	private broken: string | undefined;

	/**
	 * @param mostParts that may be stored
	 * @param part bytes of one
	 */
	constructor(
		private readonly context: Pick<IExecuteFunctions, 'helpers'>,
		private readonly mostParts: number,
		private readonly part = PART,
	) {}

	/** Why not everything is in the file. */
	get problem(): string | undefined {
		return this.broken;
	}

	async add(token: string, { outcome, reason, code, verdict }: TokenOutcome): Promise<void> {
		if (this.broken !== undefined) return;
		this.lines += `${[token, outcome, reason, code, verdict].map(cell).join(',')}\r\n`;
		if (this.lines.length < GATHERED) return;
		this.gather();
		if (this.bytes >= this.part) await this.store();
	}

	/** The parts, by the names of binary properties. */
	async finish(): Promise<IBinaryKeyData> {
		if (this.broken !== undefined) return this.parts;
		this.gather();
		if (this.bytes > HEADER.length) await this.store();
		return this.parts;
	}

	private gather(): void {
		const piece = Buffer.from(this.lines);
		this.pieces.push(piece);
		this.bytes += piece.length;
		this.lines = '';
	}

	private async store(): Promise<void> {
		const number = Object.keys(this.parts).length + 1;
		if (number > this.mostParts) {
			this.broken = 'n8n keeps its files in memory, so only the first part was stored';
			this.pieces = [];
			return;
		}
		const suffix = number === 1 ? '' : `-${number}`;
		try {
			this.parts[`problems${number === 1 ? '' : number}`] =
				await this.context.helpers.prepareBinaryData(
					Buffer.concat(this.pieces),
					`push-problems${suffix}.csv`,
					'text/csv',
				);
		} catch (error) {
			this.broken = `n8n could not store it (${error instanceof Error ? error.message : String(error)})`;
		}
		this.pieces = [];
		this.bytes = 0;
		this.lines = HEADER;
	}
}

function cell(value: string | undefined): string {
	const text = value ?? '';
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
