import type { IDataObject } from 'n8n-workflow';

import {
	fillPlaceholders,
	holdsPlaceholder,
} from '../../../../push-kit/message/liveView/placeholders';
import { toNumbers } from '../../execution/fieldValues';
import { filledMembers, type ParameterReader } from '../../execution/parameterReader';
import { addVersion } from '../../fields/versionFields';
import type { RunContext } from '../../operation';
import { readClickAction } from '../notification/readNotification';
import { readAssistArea, readCapsule, readGeofence } from './readParts';
import { LAYOUT } from './layoutFields';

/** Members of `additionalFields` that stand beside the card and not in it. */
const OUTSIDE = ['mute', 'subEvent', 'shareUrl', 'title', 'content'];

const CARD = [
	'additionalText',
	'keepTime',
	'style',
	'displayHorizontalLine',
	'backgroundType',
	'descPicUrl',
	'spaceIconUrl',
];

const CARD_NUMBERS = ['keepTime', 'style', 'backgroundType'];

type Members = Record<string, unknown>;

/**
 * LiveViewPayload from the form (`push-update-liveview`).
 *
 * @param operation 0 create, 1 update, 2 end, 4 schedule create, 6 schedule end
 */
export function readLiveView(reader: ParameterReader, run: RunContext, operation: number): Members {
	const additional = reader.collection('additionalFields');
	const status = reader.text('status');
	const trigger = readGeofence(reader);
	const capsuleData = readCapsule(reader);
	const payload = {
		activityId: reader.number('activityId'),
		operation,
		event: reader.text('event'),
		...(status !== '' && { status }),
		...pick(additional, OUTSIDE),
		activityData: {
			notificationData: readCard(reader, additional),
			...(capsuleData !== undefined && { capsuleData }),
		},
		...(trigger !== undefined && { trigger }),
	};
	refuseSilentPlaceholders(reader);
	return addVersion(reader, run, 'activityId', fillPlaceholders(payload), additional, 'none');
}

function readCard(reader: ParameterReader, additional: IDataObject): Members {
	const type = reader.number('type');
	const extend = readAssistArea(reader);
	const keywords = filledMembers({
		flightNo: reader.text('flightNo'),
		trainNo: reader.text('trainNo'),
	});
	const contentTitle = reader.text('contentTitle');
	const contentText = readContentText(reader, additional.foregroundColor);
	return {
		type,
		...(Object.keys(keywords).length > 0 && { keywords }),
		...(contentTitle !== '' && { contentTitle }),
		...(contentText !== undefined && { contentText }),
		...LAYOUT_READERS[Number(type)]?.(reader, additional),
		...toNumbers(pick(additional, CARD), CARD_NUMBERS),
		...(extend !== undefined && { extend }),
		clickAction: readClickAction(reader, additional.clickAction),
	};
}

/** What each layout has besides title and text. */
const LAYOUT_READERS: Readonly<
	Record<number, (reader: ParameterReader, additional: IDataObject) => Members>
> = {
	[LAYOUT.progress]: (reader) => {
		const nodeIcons = readList(reader.value('nodeIcons'));
		return {
			richProgress: {
				...toNumbers(reader.collection('richProgress'), ['indicatorType', 'type']),
				progress: reader.number('progress'),
				...(nodeIcons.length > 0 && { nodeIcons }),
			},
		};
	},
	[LAYOUT.emphasisedText]: (reader, { underlineColor }) => ({
		singleTextBlock: {
			firstLine: reader.text('firstLine'),
			secondLine: reader.text('secondLine'),
			...(underlineColor !== undefined && { underlineColor }),
		},
		...filledMembers({ descPic: reader.text('descPic') }),
	}),
	[LAYOUT.leftRightText]: (reader) => {
		const spaceType = Number(reader.value('spaceType', 0));
		return {
			...nonEmpty('firstTextBlock', filledMembers(reader.collection('firstTextBlock').lines)),
			...nonEmpty('lastTextBlock', filledMembers(reader.collection('lastTextBlock').lines)),
			...(spaceType === 1 && { spaceType }),
			...filledMembers({
				spaceIcon: spaceType === 0 ? reader.text('spaceIcon') : '',
				spaceText: spaceType === 1 ? reader.text('spaceText') : '',
			}),
		};
	},
	[LAYOUT.match]: (reader) => {
		const { host, guest, competition } = reader.collection('game');
		const parts = {
			...nonEmpty('host', filledMembers(host)),
			...nonEmpty('guest', filledMembers(guest)),
			...nonEmpty('competition', filledMembers(competition)),
		};
		return nonEmpty('game', parts);
	},
};

/** One text; a list of RichText by expression passes as it is. */
function readContentText(reader: ParameterReader, color: unknown): unknown {
	const value = reader.value('contentText', '');
	if (Array.isArray(value)) return value;
	const text = reader.text('contentText');
	if (text === '') return undefined;
	return [{ text, ...(color !== undefined && { foregroundColor: color }) }];
}

/**
 * In expression mode n8n evaluates `{{status}}` itself and leaves nothing of it. Pasting into an empty
 * field, or dragging onto it, switches to that mode, so this is told and not guessed at.
 */
function refuseSilentPlaceholders(reader: ParameterReader): void {
	for (const [name, label] of PLACEHOLDER_PARAMETERS) {
		const evaluated = rawTexts(reader.rawValue(name)).some(
			(text) => text.startsWith('=') && holdsPlaceholder(text),
		);
		if (!evaluated) continue;
		reader.faults.push({
			path: name,
			field: label,
			message: `${label} is in expression mode, where n8n replaces {{status}}, {{flightNo}} and {{trainNo}} by nothing. Switch the field to Fixed (above the field, beside Expression), or write [status], [flightNo] or [trainNo].`,
		});
	}
}

const PLACEHOLDER_PARAMETERS: ReadonlyArray<readonly [name: string, label: string]> = [
	['contentTitle', 'Content Title'],
	['contentText', 'Content Text'],
	['firstLine', 'First Line'],
	['secondLine', 'Second Line'],
	['firstTextBlock', 'Left Block'],
	['lastTextBlock', 'Right Block'],
	['extend', 'Assist Area'],
];

function rawTexts(raw: unknown): string[] {
	if (typeof raw === 'string') return [raw];
	return typeof raw === 'object' && raw !== null ? Object.values(raw).flatMap(rawTexts) : [];
}

function readList(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,\n]/);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function nonEmpty(name: string, members: Members): Members {
	return Object.keys(members).length > 0 ? { [name]: members } : {};
}

function pick(fields: IDataObject, names: readonly string[]): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}
