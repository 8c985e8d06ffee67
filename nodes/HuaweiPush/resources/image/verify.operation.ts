import type { ImageOperation } from '../../operation';

/** Has Huawei check a picture before it is sent (`push-image-control`). */
export const verify: ImageOperation = {
	kind: 'images',
	value: 'verify',
	name: 'Verify',
	action: 'Verify image',
	description: 'Have Huawei check a picture and get the address to send it with',
	fields: [
		{
			displayName:
				'Huawei checks up to 60 pictures a minute. Use downloadUrl of the Accepted output as the image of a message of the same kind, before expiresAt, and do not change the picture afterwards.',
			name: 'imageNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://cdn.example.com/order.png',
			description: 'Public address of the picture; must begin with https://',
		},
		{
			displayName: 'Use',
			name: 'pushType',
			type: 'options',
			options: [
				{ name: 'Image of a Notification', value: 0 },
				{ name: 'Image of a Text-to-Speech Message', value: 2 },
				{ name: 'Picture of a Service Widget', value: 1 },
			],
			default: 0,
			description: 'A picture checked for one kind of message cannot be sent with another',
		},
	],
};
