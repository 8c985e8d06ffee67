import type { INodeProperties } from 'n8n-workflow';

const COLOR_HINT = '# and eight digits: transparency, red, green, blue';

export function colorField(displayName: string, name: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. #FF0A59F7',
		description: COLOR_HINT,
	};
}

export function textLine(displayName: string, name: string, description = ''): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		...(description !== '' && { description }),
	};
}

const FILE_HINT = "Name of a picture under the app's /resources/rawfile";

export function fileField(displayName: string, name: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. car.png',
		description: FILE_HINT,
	};
}

export function urlField(displayName: string, name: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cdn.example.com/car.png',
		description: 'Address of a picture: https, at most 512 KB; since 26.0.0, wins over the file',
	};
}
