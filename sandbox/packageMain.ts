/** The command of the package of its own: the page lies there built, and nothing there could build it. */
import { runCommand } from './process/command';

void runCommand({ program: 'npx n8n-nodes-huawei-push-sandbox', args: process.argv.slice(2) });
