/** What an operator fills in to get the payload of a live view out of the form. */
import type { IDataObject } from 'n8n-workflow';

import {
	filled,
	members,
	refuseUnless,
	tapAction,
	type Members,
	type ReadForm,
} from './formValues';

const LIVE_VIEW_OPERATIONS: Readonly<Record<number, string>> = {
	0: 'create',
	1: 'update',
	2: 'end',
	4: 'scheduleCreate',
	6: 'scheduleEnd',
};

/** The form of a live view; refuses what only JSON mode can say. */
export function liveViewForm({
	operation,
	activityData,
	trigger,
	activityId,
	event,
	status,
	...rest
}: Members): ReadForm {
	const { notificationData, capsuleData, externalData } = members(activityData);
	refuseUnless(externalData === undefined);
	const card = cardFields(members(notificationData));
	return {
		operation: LIVE_VIEW_OPERATIONS[Number(operation)] ?? '',
		parameters: filled({
			activityId,
			event,
			status,
			...card,
			capsuleData: capsuleData === undefined ? undefined : capsuleFields(members(capsuleData)),
			trigger: trigger === undefined ? undefined : geofence(members(trigger)),
			additionalFields: { ...members(card.additionalFields), ...rest },
		}),
	};
}

function cardFields(card: Members): IDataObject {
	const { type, keywords, contentTitle, contentText, clickAction, extend, ...layout } = card;
	refuseUnless([3, 4, 5, 7, -1].includes(Number(type)));
	const { additionalFields, ...fields } = layoutFields(layout);
	return filled({
		type,
		...members(keywords),
		contentTitle,
		contentText,
		...fields,
		extend: extend === undefined ? undefined : assistArea(members(extend)),
		...tapAction(clickAction),
		additionalFields: members(additionalFields) as IDataObject,
	});
}

function layoutFields(layout: Members): IDataObject {
	const { richProgress, singleTextBlock, firstTextBlock, lastTextBlock, game, ...rest } = layout;
	const { descPicUrl, spaceIconUrl, weather, ...plain } = rest;
	const { progress, nodeIcons, ...bar } = members(richProgress);
	const { firstLine, secondLine, underlineColor } = members(singleTextBlock);
	refuseUnless(members(members(game).competition).richDesc === undefined);
	// The form leaves the default out.
	refuseUnless(rest.spaceType !== 0);
	return filled({
		...plain,
		progress,
		nodeIcons: Array.isArray(nodeIcons) ? nodeIcons.join(', ') : undefined,
		richProgress: richProgress === undefined ? undefined : filled(bar),
		firstLine,
		secondLine,
		firstTextBlock: firstTextBlock === undefined ? undefined : { lines: firstTextBlock },
		lastTextBlock: lastTextBlock === undefined ? undefined : { lines: lastTextBlock },
		game,
		additionalFields: filled({
			descPicUrl,
			spaceIconUrl,
			underlineColor,
			weather: weather === undefined ? undefined : { value: weather },
		}),
	});
}

function assistArea({ clickAction, ...rest }: Members): IDataObject {
	refuseUnless(rest.pic === undefined);
	const { data, ...action } = members(clickAction);
	const { tel } = members(data);
	return filled({
		...rest,
		...action,
		tel,
		data: data === undefined || tel !== undefined ? undefined : JSON.stringify(data),
	});
}

function capsuleFields({ capsuleTimer, progress, ...rest }: Members): IDataObject {
	return filled({ ...rest, ...members(capsuleTimer), ...members(progress) });
}

function geofence({ displayTime, condition }: Members): IDataObject {
	// The form says its defaults aloud.
	refuseUnless(displayTime !== undefined && members(condition).delayTime !== undefined);
	return { geofence: filled({ ...members(condition), displayTime }) };
}
