import type { Severity } from './finding-kinds/kind.ts';
import { type Finding, makeFinding } from './findings.ts';
import type { AnchorLedger, Document, DocumentLink, Place } from './model.ts';
import { suggest } from './suggest.ts';

/** Returns findings that only show once all documents are known. `isOwn`: the site's own content. */
export function checkDocuments(
	documents: Document[],
	ledger: AnchorLedger,
	isOwn: boolean,
): Finding[] {
	return [
		...checkSlugs(documents),
		...checkLinks(documents, isOwn ? 'error' : 'warning'),
		...(isOwn ? documents.flatMap((document) => checkLedger(document, ledger)) : []),
	];
}

function checkSlugs(documents: Document[]): Finding[] {
	const byId = Map.groupBy(documents, (document) => document.id);
	return [...byId.values()].flatMap(([first, ...others]) =>
		others.map((document) =>
			makeFinding(
				'slug-clash',
				{ file: document.path, line: document.range[0], column: 1 },
				{ slug: document.id, other: first?.path ?? '' },
			),
		),
	);
}

function checkLinks(documents: Document[], severity: Severity): Finding[] {
	const byPath = Map.groupBy(documents, (document) => document.path);
	const paths = [...byPath.keys()];
	return documents.flatMap((document) =>
		document.links.flatMap((link) => {
			const place = { file: document.path, line: link.line, column: link.column };
			const targets = link.target === null ? [document] : byPath.get(link.target);
			if (targets) return checkFragment(link, targets, place, severity);
			const hint = suggest(link.target ?? '', paths);
			return [makeFinding('document-missing', place, { url: link.url, hint }, severity)];
		}),
	);
}

function checkFragment(
	link: DocumentLink,
	targets: Document[],
	place: Place,
	severity: Severity,
): Finding[] {
	if (link.fragment === '') return [];
	const anchors = targets.flatMap((target) => [
		...target.headings.map((heading) => heading.anchor),
		...target.statements.map((statement) => statement.anchor),
	]);
	if (anchors.includes(link.fragment)) return [];
	const hint = suggest(link.fragment, anchors);
	return [makeFinding('anchor-missing', place, { url: link.url, hint }, severity)];
}

/** A statement that is not recorded loses its anchor when its words change. */
function checkLedger(document: Document, ledger: AnchorLedger): Finding[] {
	const recorded = ledger.statements[document.id] ?? {};
	const anchors = new Set(document.statements.map((statement) => statement.anchor));
	const added = [...anchors].filter((anchor) => !Object.hasOwn(recorded, anchor)).length;
	const gone = Object.keys(recorded).filter((anchor) => !anchors.has(anchor)).length;
	if (added + gone === 0) return [];
	const place = { file: document.path, line: document.range[0], column: 1 };
	return [makeFinding('ledger-outdated', place, { added: String(added), gone: String(gone) })];
}
