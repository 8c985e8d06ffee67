export { toolConfig as default } from '../scripts/lint/toolConfig.mjs';
