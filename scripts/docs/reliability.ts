/** `docs/reliability.md`: what becomes of a campaign when a request of it meets a fault. */
import { bullets, code, page, plain, remedy, table } from './markdown';

/** One campaign, one request of which was struck. All of it was counted in that run. */
export interface FaultRow {
	/** As the sandbox names it. */
	readonly name: string;
	/** What the node met. */
	readonly effect: string;
	/** Requests that the sandbox received, the struck one and what was sent again among them. */
	readonly requests: number;
	readonly devices: number;
	/** Devices for which the message was accepted, by the sandbox's books. */
	readonly accepted: number;
	/** Devices by what the node said of them. */
	readonly told: ReadonlyMap<string, number>;
	/** Devices of which the node said nothing, or said accepted where nothing was. */
	readonly lost: number;
	/** Devices that show the message more than once. */
	readonly doubled: number;
	/** Under Problem, of the devices in the struck request; undefined where there is nothing to read. */
	readonly reads?: string;
}

/** The same faults, met twice. */
export interface ReliabilityTables {
	readonly plain: readonly FaultRow[];
	/** With a Campaign ID, under which a notification can be sent again. */
	readonly withCampaignId: readonly FaultRow[];
}

const ACCEPTED = 'accepted';

/** The page. Nothing in it depends on the time or the machine. */
export function drawReliability({ plain: first, withCampaignId }: ReliabilityTables): string {
	const devices = count(first[0]?.devices ?? 0);
	return page([
		'<!-- Drawn by npm run reliability from a run of the node: change that, not this page. -->',
		'# Faults survived',
		`Every fault that the [sandbox](../sandbox/README.md) can do, and what became of a campaign to ${devices} devices in three requests, one of which met it once. The node ran in n8n's own engine and over real connections; requests, acceptances and what each device shows are the sandbox's own books, the rest is what the node put out. \`npm run reliability\` runs it again and writes this page; \`npm test\` fails where a figure has changed.`,
		bullets([
			'**Lost**: devices of which the node says nothing, or of which it says accepted although nothing was. 0 in every row: whoever did not get the message stands under _Problem_.',
			'**Doubled**: devices that show the message twice. 0 in every row.',
			'**Unknown**: the request went out and no answer says what became of it; it may have been accepted or not. Such a message is not sent again by itself, because a phone would show it twice. It comes out under _Problem_, with what to do.',
		]),
		'## Without a Campaign ID',
		faultTable(first),
		'## With a Campaign ID',
		"A phone shows a notification with a _Campaign ID_ (under Options) once within 24 hours, however often it gets it. So the node sends again where the connection or Huawei's servers failed. **Accepted** counts each device once, also where the message was accepted for it twice. An answer that is none of Push Kit's, or a code that nobody knows, does not become better by asking again: it stays `unknown`.",
		faultTable(withCampaignId),
	]);
}

function faultTable(rows: readonly FaultRow[]): string {
	return table(
		[
			'Fault',
			'What the node meets',
			'Requests',
			'Accepted',
			'Told accepted',
			'Told otherwise',
			'Lost',
			'Doubled',
			'What the operator reads',
		],
		rows.map((row) => [
			plain(row.name),
			plain(row.effect),
			count(row.requests),
			count(row.accepted),
			count(row.told.get(ACCEPTED) ?? 0),
			otherwise(row.told),
			count(row.lost),
			count(row.doubled),
			remedy(row.reads ?? 'Nothing: everybody was accepted.'),
		]),
	);
}

function otherwise(told: FaultRow['told']): string {
	return [...told]
		.filter(([outcome]) => outcome !== ACCEPTED)
		.map(([outcome, devices]) => `${count(devices)} ${code(outcome)}`)
		.sort()
		.join(', ');
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}
