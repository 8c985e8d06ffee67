import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
} from 'n8n-workflow';

import { readConnection, type Connection } from '../../../push-kit/account/connection';
import { readPrivateKey } from '../../../push-kit/account/serviceAccount';
import { membersOf } from '../../../push-kit/json';
import { EarlierRuns } from '../../../push-kit/recipients/earlierRuns';
import { AutomaticVersions } from '../../../push-kit/message/version';
import type { SetUp } from '../../../push-kit/delivery/judgement';
import { MOST_PLACES } from '../../../push-kit/delivery/throttle';
import { saysSomething } from '../../../push-kit/recipients/rowReader';
import { readTokenList } from '../../../push-kit/recipients/tokenList';
import type { Operation } from '../actions/operation';
import { readMember } from '../form/readMember';
import { hasExpression, type ParameterReader } from '../parameters/parameterReader';
import { isTool } from '../parameters/toolUse';
import type { RunContext } from './composeMessage';
import { readDeliverBetween, type DeliverBetween } from './deliverBetween';
import { earlierRunsOf } from './earlierRuns';
import { readItemVariants, type ItemVariants } from './itemVariants';
import { readDelivery, sends, type Delivery } from './readDelivery';
import { isEditorRun } from './runSource';
import { setUpOf } from './setUp';
import { subjectOf } from './subject';
import { CREDENTIAL_TYPE } from './transport';

const OUTPUTS = ['all', 'problems'] as const;

type Output = (typeof OUTPUTS)[number];

/** Shared by all runs of this process: the next run of a loop is the next update. */
const AUTOMATIC_VERSIONS = new AutomaticVersions(() => Math.floor(Date.now() / 1000));

/** What holds for a whole run, read and checked before anything else. */
export interface RunSettings {
	operation: Operation;
	credentials: ICredentialDataDecryptedObject;
	delivery: Delivery;
	/**
	 * Set for a run from the editor that may send test messages only: the tokens of the credential that they
	 * go to, none where they go to the first tokens of the list.
	 */
	testTokens?: readonly string[];
	run: RunContext;
	/** Most requests at a time; 0 for as many as the pace of the project permits. */
	concurrency: number;
	/** Devices per second; 0 for no limit. */
	tokensPerSecond: number;
	/** Milliseconds to wait for one answer. */
	timeout: number;
	/** Different push tokens that one run may reach; 0 for no limit. */
	maximumRecipients: number;
	/** From 0 to 1; 0 for a run that no share of problems ends. */
	stopAtProblemShare: number;
	/** What counts together with this run. */
	earlier: EarlierRuns;
	setUp: SetUp;
	/** Set where production messages keep to hours of the day. */
	deliverBetween?: DeliverBetween;
	/** Set where some customers get another text, or nothing. */
	variants?: ItemVariants;
	/** What the Accepted output holds: an item for each token, or one for all of them. */
	output: Output;
}

/** A plan tells how many it concerns. */
const KEEPS_HOURS: ReadonlySet<Delivery> = new Set(['production', 'plan']);

/** A language model decides whom to reach: unless told otherwise, few. */
const TOOL_RECIPIENTS = 10;

/** @throws {NodeOperationError} for a credential or a setting with which nothing can be sent */
export async function readRunSettings(
	context: IExecuteFunctions,
	reader: ParameterReader,
	operation: Operation,
): Promise<RunSettings> {
	const credentials = await context.getCredentials(CREDENTIAL_TYPE);
	const delivery = readDelivery(context, reader, operation);
	const connection = openConnection(context, credentials, sends(delivery));
	const safe =
		operation.kind === 'send' &&
		isEditorRun(context) &&
		sends(delivery) &&
		reader.value('manualDelivery') !== 'same';
	const options = membersOf(reader.value('options'));
	const { nothingDone } = subjectOf(operation);
	const number = (name: string, limits: NumberLimits) =>
		readNumber(context, options[name], {
			...limits,
			isExpression: hasExpression(reader.rawValue(`options.${name}`)),
			nothingDone,
		});
	const testTokens = safe ? readTestTokens(context, connection) : undefined;
	const run = runContext(context, connection, {
		testMessage: delivery === 'test' || safe,
		isTried: !sends(delivery),
	});
	const deliverBetween =
		operation.kind === 'send' && KEEPS_HOURS.has(delivery) && !safe
			? readDeliverBetween(context, reader, options)
			: undefined;
	const variants = readItemVariants(context, reader, operation);
	const maximumRecipients = number('maximumRecipients', {
		field: 'Maximum Recipients',
		fallback: isTool(context) ? TOOL_RECIPIENTS : 0,
		minimum: 0,
	});
	const stopAtProblemShare = number('stopAtProblemShare', {
		field: 'Stop at Problem Share (%)',
		fallback: 0,
		minimum: 0,
		maximum: 100,
	});
	// Where nothing is limited, nothing needs to be remembered.
	const isLimited = safe || maximumRecipients > 0 || stopAtProblemShare > 0;
	return {
		operation,
		...(deliverBetween !== undefined && { deliverBetween }),
		...(variants !== undefined && { variants }),
		credentials,
		delivery,
		testTokens,
		run,
		output: readOutput(context, options.output, nothingDone),
		setUp: setUpOf(run, reader, testTokens !== undefined && testTokens.length > 0),
		maximumRecipients,
		stopAtProblemShare: stopAtProblemShare / 100,
		earlier: isLimited ? earlierRunsOf(context) : new EarlierRuns(),
		concurrency: number('concurrency', {
			field: 'Concurrent Requests',
			fallback: 0,
			minimum: 0,
			maximum: MOST_PLACES,
		}),
		tokensPerSecond: number('maxTokensPerSecond', {
			field: 'Max Tokens per Second',
			fallback: 0,
			minimum: 0,
		}),
		timeout: number('timeout', {
			field: 'Timeout (Milliseconds)',
			fallback: 30_000,
			minimum: 1,
		}),
	};
}

function readOutput(context: IExecuteFunctions, given: unknown, nothingDone: string): Output {
	const word = typeof given === 'string' ? given.trim() : given;
	if (word === undefined || word === null || word === '') return 'all';
	const output = OUTPUTS.find((known) => known === word);
	if (output !== undefined) return output;
	throw new NodeOperationError(
		context.getNode(),
		'Output must be All (all) or Problems Only (problems)',
		{ description: `${nothingDone} Correct Output under Options.` },
	);
}

interface NumberLimits {
	/** As the form shows it. */
	field: string;
	/** Where nothing is set; 0 lifts the limit. */
	fallback: number;
	minimum: number;
	maximum?: number;
}

interface NumberSource {
	isExpression: boolean;
	nothingDone: string;
}

/**
 * A number that an expression may have given as text. One that gives nothing lifts no limit: it was meant as one.
 */
function readNumber(
	context: IExecuteFunctions,
	given: unknown,
	{ field, fallback, minimum, maximum, isExpression, nothingDone }: NumberLimits & NumberSource,
): number {
	const ofNothing = isExpression && fallback === 0 ? Number.NaN : fallback;
	const { value = ofNothing } = readMember({ type: 'number' }, given);
	const number = typeof value === 'number' ? value : Number.NaN;
	if (number >= minimum && number <= (maximum ?? Number.MAX_SAFE_INTEGER)) return number;
	const allowed = maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`;
	throw new NodeOperationError(context.getNode(), `${field} must be a number, ${allowed}`, {
		description: `${nothingDone} Correct ${field} under Options.`,
	});
}

/** Checks the credential before anything is sent, so that its faults are told in its own words. */
function openConnection(
	context: IExecuteFunctions,
	credentials: ICredentialDataDecryptedObject,
	needsKey: boolean,
): Connection {
	try {
		const connection = readConnection(credentials);
		if (needsKey) readPrivateKey(connection.account);
		return connection;
	} catch (error) {
		throw new NodeOperationError(
			context.getNode(),
			error instanceof Error ? error.message : String(error),
			{ description: 'Open the Huawei Push Kit API credential of this node and correct it.' },
		);
	}
}

/**
 * @returns none where the field is empty: then the first of the list get the test
 * @throws {NodeOperationError} for what is no token, so that no customer gets what was meant for one's own device
 */
function readTestTokens(context: IExecuteFunctions, { testTokens }: Connection): string[] {
	const tokens = readTokenList(testTokens);
	if (tokens.length > 0 || !saysSomething(testTokens)) return tokens;
	throw new NodeOperationError(
		context.getNode(),
		'Test Tokens is filled in, but holds no push token',
		{
			description:
				'Nothing was sent. Open the Huawei Push Kit API credential of this node and enter the push tokens of your own devices, one a line; or empty Test Tokens to send to the first of the list.',
		},
	);
}

function runContext(
	context: IExecuteFunctions,
	connection: Connection,
	{ testMessage, isTried }: { testMessage: boolean; isTried: boolean },
): RunContext {
	return {
		connection,
		testMessage,
		isTried,
		runId: context.getExecutionId(),
		workflowId: context.getWorkflow().id ?? '',
		nodeId: context.getNode().id,
		versions: AUTOMATIC_VERSIONS,
	};
}
