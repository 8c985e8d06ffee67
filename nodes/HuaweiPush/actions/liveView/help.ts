/** What the form says of colors and pictures, wherever they occur. */

import { LIVE_VIEW_IMAGE_MAXIMUM_BYTES } from '../../../../push-kit/catalog/limits';

export const COLOR_HELP = {
	placeholder: 'e.g. #FF0A59F7',
	description: '# and eight digits: transparency, red, green, blue',
};

export const FILE_HELP = {
	placeholder: 'e.g. car.png',
	description: "Name of a picture under the app's /resources/rawfile",
};

export const PICTURE_URL_HELP = {
	placeholder: 'e.g. https://cdn.example.com/car.png',
	description: `Address of a picture: https, at most ${LIVE_VIEW_IMAGE_MAXIMUM_BYTES / 1024} KB; since 26.0.0, wins over the file`,
};
