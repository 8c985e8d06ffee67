import { IMAGE_CHECKS_PER_MINUTE } from '../../../push-kit/catalog/limits';
import { findMessageType, MESSAGE_TYPES } from '../../../push-kit/catalog/messageTypes';
import { verifyUrl } from '../../../push-kit/delivery/endpoints';
import { IMAGE_CHECK_RATE } from '../../../push-kit/delivery/rates';
import { httpsUrl, openInteger } from '../../../push-kit/message/rule';
import { formField, notice } from '../form/formField';
import type { ItemForm } from '../form/itemForm';
import type { ImageOperation, Resource } from './operation';

const IMAGE_URL = httpsUrl('Image URL');

/** Message types whose pictures Huawei checks (`push-image-control`). */
const USES = [
	{ messageType: 'notification', name: 'Image of a Notification' },
	{ messageType: 'textToSpeech', name: 'Image of a Text-to-Speech Message' },
	{ messageType: 'form', name: 'Picture of a Service Widget' },
].map(({ messageType, name }) => ({
	name,
	value: findMessageType(messageType)?.pushType ?? MESSAGE_TYPES.length,
}));

const USE = openInteger('Use', USES);

/** What is wrong with the present item's picture is told once, by the composition. */
function readAddress(form: ItemForm): string {
	const address = form.member(IMAGE_URL, 'imageUrl');
	return typeof address === 'string' ? address : '';
}

function checkAddress(form: ItemForm): void {
	const address = readAddress(form);
	if (form.faults.length > 0) return;
	if (address === '')
		form.refuse('imageUrl', 'Image URL', 'is empty. Enter the address of the picture.');
	else if (!/^https:\/\/\S+$/i.test(address) || !URL.canParse(address)) {
		form.refuse('imageUrl', 'Image URL', 'must be a web address that begins with https://.');
	}
}

/** Has Huawei check a picture before it is sent (`push-image-control`). */
const verify: ImageOperation = {
	kind: 'images',
	value: 'verify',
	name: 'Verify',
	action: 'Verify image',
	description: 'Have Huawei check a picture and get the address to send it with',
	fields: [
		notice(
			'imageNotice',
			`Huawei checks up to ${IMAGE_CHECKS_PER_MINUTE} pictures a minute. Use downloadUrl of the Accepted output as the image of a message of the same kind, before expiresAt, and do not change the picture afterwards.`,
		),
		formField(IMAGE_URL, 'imageUrl', {
			required: true,
			placeholder: 'e.g. https://cdn.example.com/order.png',
			description: 'Public address of the picture; must begin with https://',
		}),
		formField(USE, 'pushType', {
			default: 0,
			description: 'A picture checked for one kind of message cannot be sent with another',
		}),
	],
	readAddresses: (form) => [readAddress(form)],
	compose: (form, connection) => {
		checkAddress(form);
		const pushType = form.member(USE, 'pushType');
		const use = USES.find(({ value }) => value === pushType);
		if (use === undefined) {
			form.refuse(
				'pushType',
				'Use',
				'must be 0 (notification), 1 (service widget) or 2 (text-to-speech).',
			);
		}
		return {
			endpoint: 'verify',
			url: verifyUrl(connection),
			pushType: use?.value ?? 0,
			body: ([imageUrl]) => ({ imageUrl }),
			maximumTokens: 1,
			rate: IMAGE_CHECK_RATE,
			// Checking twice checks once.
			repeatable: true,
			report: { messageType: 'image' },
			faults: form.faults,
			hints: [],
		};
	},
};

export const image: Resource = {
	option: {
		name: 'Image',
		value: 'image',
		description: "Huawei's check of a picture before it is sent",
	},
	first: 'verify',
	operations: [verify],
};
