import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Connection } from '../../../push-kit/account/connection';
import { deliver, type DeliveryOptions } from '../../../push-kit/delivery/deliver';
import { verifyUrl } from '../../../push-kit/delivery/endpoints';
import { groupByMessage, type Recipient } from '../../../push-kit/delivery/grouping';
import { OUTGOING_RULES, type OutgoingMessage } from '../../../push-kit/delivery/outgoing';
import type { TokenOutcome } from '../../../push-kit/delivery/outcome';
import { membersOf } from './fieldValues';
import type { ParameterReader } from './parameterReader';
import { refuseFailure } from './refusal';

/**
 * Checks the picture of each item, the same picture once. In place of a push token the engine carries the
 * picture's address: one to a request.
 *
 * @returns checked pictures with the address to send them with, then the others
 * @throws {NodeOperationError} before anything is sent, for an address that is not https
 * @throws {NodeApiError} if no picture was checked and set-up or network is to blame
 */
export async function verifyImages(
	context: IExecuteFunctions,
	connection: Connection,
	reader: ParameterReader,
	options: DeliveryOptions,
): Promise<[INodeExecutionData[], INodeExecutionData[]]> {
	const items = context.getInputData();
	const problems: INodeExecutionData[] = [];
	const recipients: Array<Recipient<OutgoingMessage>> = [];
	items.forEach((_, item) => {
		reader.startItem(item);
		const imageUrl = reader.text('imageUrl').trim();
		const pushType = Number(reader.number('pushType'));
		if (isAddress(imageUrl) && IMAGE_USES.has(pushType)) {
			const message = imageCheck(connection, pushType);
			recipients.push({ item, token: imageUrl, key: String(pushType), message });
		} else {
			problems.push(refuseImage(context, item, imageUrl));
		}
	});

	const answers = new Map<string, IDataObject>();
	const groups = groupByMessage(recipients);
	const outcomes = await deliver(groups, OUTGOING_RULES, {
		...options,
		transport: async (request, renew) => {
			const result = await options.transport(request, renew);
			if (result.kind === 'answer') {
				answers.set(answerKey(request.pushType, request.tokens), readLinks(result.body));
			}
			return result;
		},
	});

	const accepted: INodeExecutionData[] = [];
	const told: Array<{ item: number; outcome: TokenOutcome }> = [];
	groups.forEach(({ message, tokens, recipients: sources }, group) => {
		tokens.forEach((imageUrl, index) => {
			const outcome = outcomes[group]?.[index];
			for (const source of sources[index] ?? []) {
				const item = recipients[source]?.item ?? 0;
				if (outcome === undefined) continue;
				told.push({ item, outcome });
				const output = outcome.outcome === 'accepted' ? accepted : problems;
				const links = answers.get(answerKey(message.pushType, [imageUrl])) ?? {};
				output.push({ json: describe(imageUrl, outcome, links), pairedItem: { item } });
			}
		});
	});
	refuseFailure(context, told, 'picture');
	return [accepted.sort(byItem), problems.sort(byItem)];
}

/** Message types whose pictures Huawei checks (`push-image-control`). */
const IMAGE_USES = new Set([0, 1, 2]);

function isAddress(imageUrl: string): boolean {
	return /^https:\/\/[^\s]+$/i.test(imageUrl) && URL.canParse(imageUrl);
}

function imageCheck(connection: Connection, pushType: number): OutgoingMessage {
	return {
		endpoint: 'verify',
		url: verifyUrl(connection),
		pushType,
		body: ([imageUrl]) => ({ imageUrl }),
		maximumTokens: 1,
		// Checking twice checks once.
		repeatable: true,
		report: { messageType: 'image' },
		faults: [],
		hints: [],
	};
}

function refuseImage(
	context: IExecuteFunctions,
	item: number,
	imageUrl: string,
): INodeExecutionData {
	const message =
		imageUrl === ''
			? `Item ${item + 1}: Image URL is empty. Enter the address of the picture.`
			: isAddress(imageUrl)
				? `Item ${item + 1}: Use must be 0 (notification), 1 (service widget) or 2 (text-to-speech).`
				: `Item ${item + 1}: Image URL must be a web address that begins with https://.`;
	if (!context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), message, {
			itemIndex: item,
			description: 'Nothing was sent.',
		});
	}
	return {
		json: { error: message, message, details: { imageUrl, verdict: 'fixMessage' } },
		pairedItem: { item },
	};
}

/** Longest address that is passed on: browsers and servers take none that is much longer. */
const LONGEST_ADDRESS = 4000;

/** `expireTime` is a string of Unix seconds (`push-image-control`). What is neither is not passed on. */
function readLinks(body: unknown): IDataObject {
	const { downloadUrl, expireTime } = membersOf(body);
	const readable = typeof expireTime === 'string' || typeof expireTime === 'number';
	const end = readable && /^\d{1,12}$/.test(String(expireTime)) ? String(expireTime) : '0';
	return {
		...(typeof downloadUrl === 'string' &&
			downloadUrl.length <= LONGEST_ADDRESS &&
			isAddress(downloadUrl) && { downloadUrl }),
		...(Number(end) > 0 && {
			expireTime: end,
			expiresAt: new Date(Number(end) * 1000).toISOString(),
		}),
	};
}

function describe(imageUrl: string, told: TokenOutcome, links: IDataObject): IDataObject {
	const { outcome, code, reason, verdict, advice } = told;
	if (outcome === 'accepted') return { imageUrl, outcome, ...links, code };
	if (outcome === 'unknown') {
		return {
			imageUrl,
			outcome,
			reason,
			...(code !== undefined && { code }),
			verdict: 'retryLater',
			advice: "Huawei's answer did not arrive, or says nothing. Verify the picture again.",
		};
	}
	return { imageUrl, outcome, reason, ...(code !== undefined && { code }), verdict, advice };
}

function answerKey(pushType: number, tokens: readonly string[]): string {
	return `${pushType} ${tokens[0] ?? ''}`;
}

function byItem(a: INodeExecutionData, b: INodeExecutionData): number {
	return itemOf(a) - itemOf(b);
}

function itemOf({ pairedItem }: INodeExecutionData): number {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
}
