import { readNumber, readObject, readText, type JsonObject } from '../json';

const TIMER = 2;
const PROGRESS = 3;
const HIDDEN = -1;

function writeTimer(timer: JsonObject | undefined): string {
	const seconds = Math.floor((readNumber(timer, 'time') ?? 0) / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(seconds / 3600);
	const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
	return hours > 0 ? `${hours}:${rest}` : rest;
}

function writeProgress(progress: JsonObject | undefined): string {
	const done = readNumber(progress, 'progress') ?? 0;
	const max = readNumber(progress, 'max') ?? 1;
	return progress?.indeterminate === true ? `${Math.round((done / max) * 100)}%` : `${done}/${max}`;
}

/** What the status bar's capsule shows: one or two words, and whether it shows at all. */
export function describeCapsule(capsule: JsonObject) {
	const type = readNumber(capsule, 'type');
	const timer = readObject(capsule, 'capsuleTimer');
	const main = {
		[TIMER]: () => writeTimer(timer),
		[PROGRESS]: () => writeProgress(readObject(capsule, 'progress')),
	}[type ?? 0];
	return {
		hidden: readNumber(capsule, 'status') === HIDDEN,
		icon: readText(capsule, 'iconUrl') || readText(capsule, 'icon'),
		tailIcon:
			capsule.isTailIconDisplayed === true
				? readText(capsule, 'tailIconUrl') || readText(capsule, 'tailIcon')
				: '',
		title: main?.() ?? readText(capsule, 'title'),
		content: capsule.isContentDisplayed === false ? '' : readText(capsule, 'content'),
		remark: timer?.countDown === true ? 'counts down' : '',
		background: readText(capsule, 'bgColor'),
		remind: readText(capsule, 'remind'),
	};
}
