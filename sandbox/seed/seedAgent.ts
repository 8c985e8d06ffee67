/**
 * By what name the sandbox sends its own examples, so that nobody takes them for what came from n8n
 * (`api/firstSteps.ts`).
 */
export const SEED_AGENT = 'push-kit-sandbox-examples';
