/** The books of a long run: what was sent, told, accepted and reported, and whether it is the same. */

/** What the node said of one campaign. */
export interface Told {
	/** How n8n ended the execution. */
	status: string;
	/** Push tokens by outcome. */
	outcomes: ReadonlyMap<string, readonly string[]>;
}

/** A call of the receipt URL, as the sandbox remembers it. */
export interface CalledReceipt {
	id: number;
	ok: boolean;
	statusCount: number;
}

/** What each campaign must come to. */
export interface Expected {
	accepted: number;
	rejected: number;
}

/** Kept by campaign, and compared at the end. */
export class Books {
	private readonly sent = new Set<string>();
	private readonly told = new Map<string, Told>();
	private readonly executions = new Set<string>();
	private readonly accepted = new Map<string, number>();
	private readonly repeated = new Set<string>();
	private readonly calls = new Map<number, CalledReceipt>();
	private readonly faults: string[] = [];

	constructor(private readonly expected: Expected) {}

	/** Campaigns whose execution has not been read yet. */
	get open(): number {
		return this.sent.size - this.told.size;
	}

	get counts() {
		const ok = [...this.calls.values()].filter((call) => call.ok);
		return {
			campaigns: this.sent.size,
			told: this.countTold(),
			toldAccepted: this.countTold('accepted'),
			accepted: [...this.accepted.values()].reduce((sum, count) => sum + count, 0),
			doubled: this.repeated.size,
			receiptCalls: ok.length,
			receipts: ok.reduce((sum, { statusCount }) => sum + statusCount, 0),
		};
	}

	noteSent(campaign: string): void {
		this.sent.add(campaign);
	}

	isTold(executionId: string): boolean {
		return this.executions.has(executionId);
	}

	noteTold(executionId: string, campaign: string, told: Told): void {
		this.executions.add(executionId);
		if (!this.sent.has(campaign)) this.faults.push(`An execution nobody started: ${campaign}.`);
		if (this.told.has(campaign)) this.faults.push(`${campaign} was executed twice.`);
		this.told.set(campaign, told);
	}

	/** `count` different tokens; it only rises, also where the sandbox had to make room. */
	noteAccepted(campaign: string, count: number): void {
		this.accepted.set(campaign, Math.max(count, this.accepted.get(campaign) ?? 0));
	}

	noteRepeated(messageKey: string, token: string): void {
		this.repeated.add(`${messageKey} ${token}`);
	}

	noteCall(call: CalledReceipt): void {
		this.calls.set(call.id, call);
	}

	/** Sentences, one for each law that does not hold; none where everything is accounted for. */
	judge(receiptExecutions: number): string[] {
		const { counts } = this;
		const failedCalls = this.calls.size - counts.receiptCalls;
		return [
			...this.faults,
			...say(this.sent.size === 0, 'No campaign was sent, so nothing is proved.'),
			...[...this.accepted.keys()]
				.filter((campaign) => !this.sent.has(campaign))
				.map((campaign) => `Accepted, and nobody sent it: ${campaign}.`),
			...[...this.sent].flatMap((campaign) => this.judgeCampaign(campaign)),
			...say(counts.doubled > 0, `${counts.doubled} messages were accepted twice.`),
			...say(failedCalls > 0, `${failedCalls} receipt calls were never taken.`),
			...say(
				counts.receipts !== counts.accepted,
				`${counts.receipts} receipts were taken for ${counts.accepted} accepted messages.`,
			),
			...say(
				counts.receiptCalls !== receiptExecutions,
				`${counts.receiptCalls} receipt calls were taken, and ${receiptExecutions} executions are there.`,
			),
		];
	}

	private judgeCampaign(campaign: string): string[] {
		const told = this.told.get(campaign);
		if (told === undefined) return [`${campaign} was never executed.`];
		if (told.status !== 'success') return [`${campaign} ended with ${told.status}.`];
		const tokens = [...told.outcomes.values()].flat();
		const of = (outcome: string) => told.outcomes.get(outcome)?.length ?? 0;
		const accepted = this.accepted.get(campaign) ?? 0;
		const { expected } = this;
		return [
			...say(new Set(tokens).size !== tokens.length, `${campaign}: a customer came out twice.`),
			...say(
				tokens.length !== expected.accepted + expected.rejected,
				`${campaign}: ${tokens.length} customers came out of ${expected.accepted + expected.rejected}.`,
			),
			...say(
				of('accepted') !== expected.accepted || of('rejected') !== expected.rejected,
				`${campaign}: ${of('accepted')} accepted, ${of('rejected')} rejected; ${expected.accepted} and ${expected.rejected} were to be.`,
			),
			...say(
				of('accepted') !== accepted,
				`${campaign}: told accepted ${of('accepted')}, accepted ${accepted}.`,
			),
		];
	}

	private countTold(outcome?: string): number {
		return [...this.told.values()]
			.flatMap(({ outcomes }) => [...outcomes])
			.filter(([name]) => outcome === undefined || name === outcome)
			.reduce((sum, [, tokens]) => sum + tokens.length, 0);
	}
}

function say(isWrong: boolean, sentence: string): string[] {
	return isWrong ? [sentence] : [];
}
