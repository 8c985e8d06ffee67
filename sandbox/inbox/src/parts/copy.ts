/** For pages that no secure origin served: there is no clipboard but the one of a selection. */
function copySelection(text: string): boolean {
	const field = document.createElement('textarea');
	field.value = text;
	field.readOnly = true;
	field.className = 'hidden-label';
	document.body.append(field);
	const focused = document.activeElement;
	field.select();
	try {
		return document.execCommand('copy');
	} finally {
		field.remove();
		if (focused instanceof HTMLElement) focused.focus();
	}
}

/** Puts a text on the clipboard; false where the browser permits no way to. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copySelection(text);
	}
}
