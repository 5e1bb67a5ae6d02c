import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.ts';
import { installPackages } from './install.ts';
import { type Cell, printTable } from './print-table.ts';
import { findPort, serveSite } from './serve-site.ts';
import type { PageKind, Settings } from './settings.ts';

/** 114 packages, 176 MB: installed when it is asked for. */
const packages = { lighthouse: '13.5.0' };

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** The part of Lighthouse's result that the table shows. */
export interface LighthouseResult {
	categories: Record<
		string,
		{ score: number | null; auditRefs: { id: string; weight: number }[] } | undefined
	>;
	audits: Record<string, { score: number | null } | undefined>;
}

type RunLighthouse = (
	url: string,
	flags: { port: number; logLevel: 'error'; onlyCategories: string[] },
) => Promise<{ lhr: LighthouseResult } | undefined>;

/** Prints Lighthouse's scores of each kind of page, with the audits that cost points. */
export async function printLighthouse(settings: Settings): Promise<void> {
	const run = await loadLighthouse(join(settings.temporary, 'lighthouse'));
	const site = await serveSite(settings);
	const port = await findPort();
	const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
	const flags = { port, logLevel: 'error', onlyCategories: categories } as const;
	try {
		await printTable(
			`Lighthouse ${packages.lighthouse}, mobile`,
			['page', ...categories, 'points lost by'],
			settings.kinds.map((page) => async () => {
				const result = await run(`${site.origin}${getAuditedPath(page)}`, flags);
				if (!result) throw new Error(`Unexpected lack of a result for ${page.path}, expected one.`);
				return [page.kind, ...formatScores(result.lhr)];
			}),
		);
	} finally {
		await browser.close();
		site.close();
	}
}

async function loadLighthouse(folder: string): Promise<RunLighthouse> {
	installPackages(folder, packages);
	const entry = join(folder, 'node_modules/lighthouse/core/index.js');
	const module = (await import(pathToFileURL(entry).href)) as { default: RunLighthouse };
	return module.default;
}

/** Lighthouse counts the status 404 against a page, so that of the missing page is read under its own name. */
function getAuditedPath({ kind, path }: PageKind): string {
	return kind === 'missing' ? '/404.html' : path;
}

/** Returns the score of each category, out of 100, and the audits that lowered one. */
export function formatScores({ categories: found, audits }: LighthouseResult): Cell[] {
	const scores = categories.map((name) => Math.round((found[name]?.score ?? 0) * 100));
	const lost = Object.values(found)
		.flatMap((category) => ((category?.score ?? 0) < 1 ? (category?.auditRefs ?? []) : []))
		.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
		.map(({ id }) => id);
	return [...scores, [...new Set(lost)].join(', ')];
}
