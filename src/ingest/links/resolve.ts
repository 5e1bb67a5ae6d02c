/** What a link in a document leads to. */
export type ResolvedUrl =
	| { kind: 'web'; url: string }
	| { kind: 'document'; target: string | null; fragment: string }
	| { kind: 'site'; url: string }
	| { kind: 'unsafe'; scheme: string };

const safeSchemes = ['http', 'https', 'mailto'];

/**
 * Resolves a link as written in the file `from`. Paths are relative to the folder of documents;
 * `target` null means the same document. Control characters and spaces, which browsers drop from a
 * scheme, are dropped first.
 */
export function resolveUrl(url: string, from: string): ResolvedUrl {
	// eslint-disable-next-line no-control-regex -- browsers ignore these in "java\nscript:"
	const compact = url.replace(/[\u0000-\u0020]/g, '');
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]?.toLowerCase();
	if (scheme) {
		return safeSchemes.includes(scheme) ? { kind: 'web', url } : { kind: 'unsafe', scheme };
	}
	if (compact.startsWith('//')) return { kind: 'web', url: `https:${compact}` };
	if (compact.startsWith('/')) return { kind: 'site', url: compact };

	const [path = '', fragment = ''] = compact.split('#');
	const file = safeDecode(path.split('?')[0] ?? '');
	return {
		kind: 'document',
		target: file === '' ? null : joinPath(from, file),
		fragment: safeDecode(fragment),
	};
}

/** A broken escape stands for itself. */
function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function joinPath(from: string, relative: string): string {
	const parts = from.split('/').slice(0, -1);
	for (const part of relative.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
