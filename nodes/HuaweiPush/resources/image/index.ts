import type { Resource } from '../../operation';
import { verify } from './verify.operation';

export const image: Resource = {
	option: {
		name: 'Image',
		value: 'image',
		description: "Huawei's check of a picture before it is sent",
	},
	operations: [verify],
};
