/** Offers a text as a file. */
export function saveFile(name: string, type: string, ...parts: string[]): void {
	const link = document.createElement('a');
	link.download = name;
	link.href = URL.createObjectURL(new Blob(parts, { type }));
	link.click();
	URL.revokeObjectURL(link.href);
}
