declare module 'subset-font' {
	/** Returns a font that holds the characters of a text only; axes may be narrowed or fixed. */
	export default function subsetFont(
		font: Buffer,
		text: string,
		options: {
			targetFormat: 'woff2';
			variationAxes?: Record<string, number | { min: number; max: number }>;
		},
	): Promise<Buffer>;
}
