/** Forms that are filled in so that any one of their fields makes a difference. */

import type { IDataObject } from 'n8n-workflow';

import { FORM_EXAMPLES } from './nodeParameters';
import type { PanelField } from './panelFields';

const TEAM = { icon: 'a.png', name: 'A', score: '1' };

const CAPSULE = { type: 1, icon: 'a.svg', bgColor: '#FF64BB5C', title: 'x', content: 'y' };

/** What each layout needs. */
const LAYOUTS: Readonly<Record<number, IDataObject>> = {
	[-1]: {},
	3: { progress: 10, nodeIcons: 'a.png, b.png', richProgress: { type: 1 } },
	4: { firstLine: 'Code', secondLine: '5821', descPic: 'a.png' },
	5: {
		spaceType: 1,
		spaceText: '2h',
		spaceIcon: 'a.png',
		firstTextBlock: { lines: { firstLine: '10:40', secondLine: 'A' } },
		lastTextBlock: { lines: { firstLine: '11:40', secondLine: 'B' } },
	},
	7: { game: { host: TEAM, guest: TEAM, competition: { desc: 'Cup', time: '12:00' } } },
};

function capsule(type: number, more: IDataObject): IDataObject {
	return { capsuleData: { ...CAPSULE, type, ...more } };
}

/** What must be chosen for a field to have an effect, beyond what shows it. */
const EFFECTIVE: Readonly<Record<string, IDataObject>> = {
	'capsuleData.time': capsule(2, { time: 1 }),
	'capsuleData.countDown': capsule(2, { time: 1 }),
	'capsuleData.pause': capsule(2, { time: 1 }),
	'capsuleData.progress': capsule(3, { max: 2 }),
	'capsuleData.max': capsule(3, { progress: 0 }),
	'capsuleData.indeterminate': capsule(3, { progress: 0 }),
	'game.competition.richDescColor': {
		game: { host: TEAM, guest: TEAM, competition: { richDesc: 'Cup', time: '12:00' } },
	},
	'additionalFields.inboxContent': { additionalFields: { style: 3 } },
};

/** A form that is filled in, so that one field more or less is what makes the difference. */
export function filledForm(resource: string, operation: string, field: PanelField): IDataObject {
	const example = Object.values(FORM_EXAMPLES).findLast(
		(one) => one.resource === resource && one.operation === operation,
	);
	const own =
		operation === 'scheduleEnd'
			? FORM_EXAMPLES.liveViewGeofence.parameters
			: { notifyId: 7, clientId: '110000000', imageUrl: 'https://example.com/a.png' };
	const { additionalFields, ...parameters } = example?.parameters ?? own;
	return {
		...parameters,
		...(resource === 'notification' && { foregroundShow: true }),
		additionalFields: withoutModes(additionalFields),
		resource,
		operation,
		...(field.path.startsWith('capsuleData.') && { capsuleData: CAPSULE }),
		...LAYOUTS[Number(field.shownWith.type ?? 4)],
		...field.shownWith,
		...EFFECTIVE[field.path],
	};
}

const MODES = new Set(['notifyIdMode', 'versionMode', 'version', 'notifyId']);

/** Automatic IDs and versions are what most have. */
function withoutModes(additionalFields: unknown): IDataObject {
	const fields = Object.entries({ ...(additionalFields as IDataObject | undefined) });
	return Object.fromEntries(fields.filter(([name]) => !MODES.has(name)));
}
