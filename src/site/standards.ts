import { isActive } from '../rules/model.ts';
import { getRuleLinks, type RuleLink } from './rules/links.ts';
import { standardTitles } from './standard-titles.ts';
import { getSiteModel } from './model.ts';
import { urlOfStandard } from './urls.ts';

/** What each standard's page says about it, and which of its ids count as gaps. */
const descriptions: Record<string, { text: string; complete: boolean }> = {
	'owasp-api': {
		text: 'The ten most critical risks of APIs, in the edition of 2023. Each entry leads to the rules that answer it.',
		complete: true,
	},
	'owasp-top10': {
		text: 'The ten most critical risks of web applications, in the edition of 2025.',
		complete: true,
	},
	asvs: {
		text: 'The requirements of the Application Security Verification Standard, version 5.0.0. Each line gives the gist in our words; the level is the lowest that demands it. Cite an id with its version.',
		complete: true,
	},
	cwe: {
		text: 'Weaknesses that rules prevent, and the 25 most dangerous of 2025 with their rank. The rest of the list is left out.',
		complete: false,
	},
	rfc: {
		text: 'The RFCs that rules stand on, by section. Obsolete ones cannot be cited.',
		complete: false,
	},
	spec: { text: 'Specifications outside the IETF that rules cite.', complete: false },
	docs: {
		text: 'First-party documentation and descriptions of practice that rules cite.',
		complete: false,
	},
};

export interface StandardLine {
	id: string;
	anchor: string;
	title: string;
	url: string;
	/** "L1" for ASVS, "Top 25: 3" for CWE. */
	note: string;
	rules: RuleLink[];
}

export interface StandardView {
	name: string;
	title: string;
	text: string;
	/** "172 of 345 have a rule" */
	counts: string;
	cited: number;
	total: number;
	groups: { title: string; anchor: string; lines: StandardLine[]; gaps: number }[];
}

/** Returns the view of each standard's page: its ids, our rules for each, and the gaps. */
export async function getStandardViews(): Promise<StandardView[]> {
	const model = await getSiteModel();
	const links = new Map((await getRuleLinks()).map((link) => [link.code, link]));
	return Object.keys(standardTitles).map((name) => {
		const { text = '', complete = false } = descriptions[name] ?? {};
		const citing = new Map<string, RuleLink[]>();
		for (const rule of model.rules.filter(isActive)) {
			for (const { standard, id } of rule.references) {
				const link = links.get(rule.id);
				if (standard !== name || !link) continue;
				citing.set(id, [...(citing.get(id) ?? []), link]);
			}
		}
		const entries = (model.registry.standards[name] ?? []).filter(
			({ id, rank }) => complete || citing.has(id) || rank !== undefined,
		);
		const lines = entries.map(({ id, title, url, level, rank, group }) => ({
			group: group?.split(' / ').at(-1) ?? groupOf(id, model.registry.standards[name] ?? []),
			line: {
				id,
				anchor: toAnchor(id),
				title,
				url,
				note: level ? `L${level}` : rank === undefined ? '' : `Top 25: ${rank}`,
				rules: citing.get(id) ?? [],
			},
		}));
		const groups = [...Map.groupBy(lines, ({ group }) => group)].map(([title, members]) => ({
			title,
			anchor: toAnchor(title),
			lines: members.map(({ line }) => line),
			gaps: members.filter(({ line }) => line.rules.length === 0).length,
		}));
		const cited = lines.filter(({ line }) => line.rules.length > 0).length;
		return {
			name,
			title: standardTitles[name] ?? name,
			text,
			counts:
				cited === lines.length
					? `All ${cited} ids are answered by rules`
					: `${cited} of ${lines.length} ids are answered by rules`,
			cited,
			total: lines.length,
			groups,
		};
	});
}

/** Sections of an RFC stand under it; other ids without a group stand together. */
function groupOf(id: string, entries: { id: string; title: string }[]): string {
	const [, rfc] = /^(RFC \d+)/.exec(id) ?? [];
	if (rfc === undefined) return '';
	const title = entries.find((entry) => entry.id === rfc)?.title;
	return title ? `${rfc}: ${title}` : rfc;
}

function toAnchor(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Returns a link to each standard with its counts. */
export async function getStandardLinks(): Promise<
	{ title: string; url: string; text: string; counts: string }[]
> {
	return (await getStandardViews()).map(({ name, title, text, counts }) => ({
		title,
		url: urlOfStandard(name),
		text,
		counts,
	}));
}
