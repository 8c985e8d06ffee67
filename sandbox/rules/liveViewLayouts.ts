import { COLOR, type Fields } from './fields';
import { readRichTexts } from './richText';

type LayoutCheck = (notificationData: Fields, creating: boolean) => void;

const LINE = { max: 128 };

function checkBlock(data: Fields, name: string, creating: boolean): void {
	const block = creating ? data.object(name) : data.optionalObject(name);
	if (!block) return;
	block.requiredText('firstLine', LINE);
	block.requiredText('secondLine', LINE);
	block.text('underlineColor', COLOR);
	block.text('firstLineSuperscript');
	block.text('secondLineSuperscript');
}

const checkProgress: LayoutCheck = (data, creating) => {
	const progress = creating ? data.object('richProgress') : data.optionalObject('richProgress');
	if (!progress) return;
	progress.requiredInteger('progress', { min: 0, max: 100 });
	if (creating) progress.require('nodeIcons');
	progress.texts('nodeIcons', { min: 2, max: 5 });
	const indicatorType = progress.integer('indicatorType', { oneOf: [0, 1, 2] });
	if (creating && indicatorType) progress.requiredText('indicatorIcon');
	progress.integer('type', { oneOf: [0, 1, 2] });
	progress.text('color', COLOR);
	progress.text('bgColor', COLOR);
};

const checkEmphasisedText: LayoutCheck = (data, creating) => {
	checkBlock(data, 'singleTextBlock', creating);
	if (creating) data.requiredText('descPic');
};

const checkLeftRightText: LayoutCheck = (data, creating) => {
	checkBlock(data, 'firstTextBlock', creating);
	checkBlock(data, 'lastTextBlock', creating);
	data.integer('style', { oneOf: [0, 1] });
	const spaceType = data.integer('spaceType', { oneOf: [0, 1] }) ?? 0;
	if (creating) data.requiredText(spaceType === 1 ? 'spaceText' : 'spaceIcon');
};

const checkMatch: LayoutCheck = (data, creating) => {
	const game = creating ? data.object('game') : data.optionalObject('game');
	if (!game) return;
	for (const side of ['host', 'guest']) {
		const team = game.object(side);
		team.https('iconUrl');
		if (creating) for (const name of ['icon', 'name', 'score']) team.requiredText(name);
	}
	const competition = game.object('competition');
	const richDesc = readRichTexts(competition, 'richDesc', Infinity);
	if (!creating) return;
	competition.requiredText('time');
	if (!competition.text('desc') && !richDesc) competition.refuse('desc', 'is required');
};

const checkCustomCard: LayoutCheck = (data) => {
	// The parameter table writes CustomLayout, the map of the device's API customLayout.
	const layout = data.object(data.has('customLayout') ? 'customLayout' : 'CustomLayout');
	layout.requiredText('abilityName', { max: 127 });
	const parameters = layout.optionalObject('abilityParameters');
	if (parameters && Object.keys(parameters.members).length > 50) {
		layout.refuse('abilityParameters', 'has at most 50 pairs');
	}
};

/** What each `notificationData.type` demands; -1 (base template) demands nothing of its own. */
export const LAYOUTS: ReadonlyMap<number, LayoutCheck> = new Map<number, LayoutCheck>([
	[-1, () => {}],
	[3, checkProgress],
	[4, checkEmphasisedText],
	[5, checkLeftRightText],
	[7, checkMatch],
	[100, checkCustomCard],
]);
