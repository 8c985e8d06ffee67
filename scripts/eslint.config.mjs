export { toolConfig as default } from './lint/toolConfig.mjs';
