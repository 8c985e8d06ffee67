/** The part of n8n's scanner that is used here: it is published without type declarations. */
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	export interface ScanResult {
		passed: boolean;
		message?: string;
		details?: string;
	}

	/**
	 * Lints the files of a folder that match `patterns` with the rules of n8n's verification.
	 */
	export function analyzePackage(folder: string, patterns?: string[]): Promise<ScanResult>;
}
