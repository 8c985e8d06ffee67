/** The page that names every menu of Huawei's consoles as they show it, in Chinese, and where it is. */
export const CONSOLE_PAGE =
	'https://github.com/n8n-nodes-huawei-push/n8n-nodes-huawei-push/blob/main/docs/console.md';
