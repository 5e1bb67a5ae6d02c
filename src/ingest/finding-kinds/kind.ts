export type Severity = 'error' | 'warning' | 'info';

export interface FindingKind {
	severity: Severity;
	/** Made of the arguments: what was found, what was expected. */
	message: (args: Record<string, string>) => string;
	/** What the author can do. */
	help: string;
}
