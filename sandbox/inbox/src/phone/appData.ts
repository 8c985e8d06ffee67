/** What a message hands to the app, beside or in place of what the phone shows. */
import { readText, type JsonObject } from '../json';
import { nameType } from '../words';

export interface AppData {
	title: string;
	/** JSON as a rule. */
	text: string;
	remark: string;
}

/** Types that a phone shows, or whose data no app gets. */
const SHOWN = ['notification', 'badge', 'form', 'liveView'];

export function describeData(messageType: string, payload: JsonObject): AppData | undefined {
	const text = readText(payload, 'extraData');
	if (SHOWN.includes(messageType)) return undefined;
	if (messageType === 'textToSpeech') {
		return { title: 'Data for speaking', text, remark: "extraData for the app's process" };
	}
	if (messageType === 'call') {
		return { title: 'Data of the call', text, remark: 'extraData, handed to the app' };
	}
	if (messageType === 'background') {
		const stored = readText(payload, 'proxyData') === 'ENABLE';
		const remark = stored
			? 'Written into the data proxy of the app without a sound'
			: 'Nothing is shown. The app gets it when it runs.';
		return { title: 'Background data', text, remark };
	}
	return {
		title: nameType(messageType),
		text: JSON.stringify(payload),
		remark: 'No page of Huawei says how a phone shows this',
	};
}
