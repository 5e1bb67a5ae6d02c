import type { RenderedRule } from '../collections/rule-loader.ts';
import type { Document, Statement } from '../ingest/model.ts';
import { formatCsv } from '../rules/csv.ts';
import { changeClasses, damages, levels, ruleKinds, standardNames, tags } from '../rules/model.ts';
import { urlOfArticle } from '../articles/model.ts';
import { getReleaseViews } from './changes.ts';
import { getSiteModel } from './model.ts';
import { getContext } from './rules/links.ts';
import { urlOfRule, urlOfStatement } from './urls.ts';

/** Of the shape of the exports; raised when a program that reads them would break. */
const exportVersion = 1;

/** A rule as programs read it: the contract of `/api/v1/rules.json`. */
export interface ExportedRule {
	id: string;
	title: string;
	statement: string;
	level: string;
	kind: string;
	damage: string;
	tags: string[];
	topic: string;
	url: string;
	aliases: string[];
	references: { standard: string; id: string; title: string; url: string }[];
	sources: { document: string; anchor: string; url: string }[];
	related: string[];
	technologies: string[];
	status: 'active' | 'withdrawn';
	/** Codes in the place of a withdrawn rule. */
	successors: string[];
	since: string;
	revision: number;
	/** What each revision after the first changed, oldest first. */
	changes: { revision: number; class: string; note: string }[];
	reviewed: string;
}

/** Returns all rules, withdrawn ones among them, in order of topics and codes. */
export async function exportRules(): Promise<{ version: number; rules: ExportedRule[] }> {
	const rules = await getExportedRules();
	return {
		version: exportVersion,
		rules: rules.map(({ rule, since, changes, documents }) => ({
			id: rule.id,
			title: rule.title,
			statement: rule.statement,
			level: rule.level,
			kind: rule.kind,
			damage: rule.damage,
			tags: rule.tags,
			topic: rule.topic,
			url: urlOfRule(rule.id),
			aliases: rule.aliases,
			references: rule.references,
			sources: [...documents].flatMap(([document, tied]) =>
				tied.map(({ statement }) => ({
					document: document.id,
					anchor: statement.anchor,
					url: urlOfStatement(document, statement),
				})),
			),
			related: rule.related,
			technologies: rule.technologies,
			status: rule.withdrawn ? 'withdrawn' : 'active',
			successors: rule.withdrawn?.successors ?? [],
			since,
			revision: rule.revision,
			changes,
			reviewed: rule.reviewed,
		})),
	};
}

/** An article as programs read it: the contract of `/api/v1/articles.json`. */
export interface ExportedArticle {
	kind: string;
	title: string;
	url: string;
	summary: string;
	topics: string[];
	rules: string[];
	technologies: string[];
	related: string[];
	reviewed: string;
}

/** Returns all articles, in the order of kinds and titles. */
export async function exportArticles(): Promise<{ version: number; articles: ExportedArticle[] }> {
	const { articles } = await getSiteModel();
	return {
		version: exportVersion,
		articles: articles.map((article) => {
			const { title, summary, topics, rules, technologies, related, reviewed } = article.data;
			const url = urlOfArticle(article);
			const { kind } = article;
			return { kind, title, url, summary, topics, rules, technologies, related, reviewed };
		}),
	};
}

/** JSON Schema (draft 2020-12) of `/api/v1/rules.json`. */
export function getRulesSchema(): object {
	const text = { type: 'string', minLength: 1 };
	const code = { type: 'string', pattern: '^[A-Z]{2,5}-[0-9]{3}$' };
	const url = { type: 'string', pattern: '^(https://|/)' };
	const revision = { type: 'integer', minimum: 1 };
	const listOf = (items: object): object => ({ type: 'array', items });
	const shape = (properties: Record<string, object>): object => ({
		type: 'object',
		properties,
		required: Object.keys(properties),
		additionalProperties: false,
	});
	const rule = shape({
		id: code,
		title: text,
		statement: text,
		level: { enum: levels },
		kind: { enum: ruleKinds },
		damage: { enum: Object.keys(damages) },
		tags: listOf({ enum: Object.keys(tags) }),
		topic: text,
		url: { type: 'string', pattern: '^/rules/[a-z]{2,5}-[0-9]{3}/$' },
		aliases: listOf(text),
		references: listOf(shape({ standard: { enum: standardNames }, id: text, title: text, url })),
		sources: listOf(shape({ document: text, anchor: text, url })),
		related: listOf(code),
		technologies: listOf(text),
		status: { enum: ['active', 'withdrawn'] },
		successors: listOf(code),
		since: { type: 'string', pattern: '^([0-9]+\\.[0-9]+\\.[0-9]+|next)$' },
		revision,
		changes: listOf(shape({ revision, class: { enum: changeClasses }, note: text })),
		reviewed: { type: 'string', format: 'date' },
	});
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'Rules of Plumbline',
		...shape({ version: { const: exportVersion }, rules: listOf(rule) }),
	};
}

/** Returns the rules as CSV (RFC 4180). Cells that a spreadsheet would run are quoted as text. */
export async function exportCsv(): Promise<string> {
	const { rules } = await exportRules();
	const columns = [
		'id',
		'title',
		'statement',
		'level',
		'kind',
		'damage',
		'topic',
		'url',
		'references',
		'sources',
		'status',
		'since',
		'revision',
		'reviewed',
	] as const;
	const rows = rules.map((rule) =>
		columns.map((column) => {
			if (column === 'references') {
				return rule.references.map(({ standard, id }) => `${standard} ${id}`).join('; ');
			}
			if (column === 'sources') {
				return String(new Set(rule.sources.map(({ document }) => document)).size);
			}
			return String(rule[column]);
		}),
	);
	return formatCsv([[...columns], ...rows]);
}

/** Returns the changes of rules by release, newest first. */
export async function exportChanges(): Promise<object> {
	const releases = await getReleaseViews();
	return {
		version: exportVersion,
		releases: releases.map(({ version, date, changes }) => ({
			version,
			date: date ?? null,
			changes: changes.map(({ code, title, url, revision, class: name, note, before, after }) => ({
				id: code,
				title,
				url,
				revision,
				class: name,
				note,
				before: before ?? null,
				after,
			})),
		})),
	};
}

/**
 * Returns the changes as an Atom feed (RFC 4287), an entry for each release. `site` is the site's
 * address; without one, links are relative to the feed.
 */
export async function exportFeed(site: string | undefined): Promise<string> {
	const base = site?.replace(/\/$/, '') ?? '';
	const releases = (await getReleaseViews()).filter(({ date }) => date !== undefined);
	const updated = `${releases[0]?.date ?? '1970-01-01'}T00:00:00Z`;
	const entries = releases.map(({ version, date, anchor = '', changes }) => {
		const lines = changes.map(
			({ code, title, class: name, note }) => `${code} ${title} (${name}): ${note}`,
		);
		return [
			'<entry>',
			`<id>urn:plumbline:release:${version}</id>`,
			`<title>${version}: ${changes.length} changes of rules</title>`,
			`<updated>${date ?? ''}T00:00:00Z</updated>`,
			`<link href="${base}/changes/#${anchor}"/>`,
			`<content type="text">${escapeXml(lines.join('\n'))}</content>`,
			'</entry>',
		].join('');
	});
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom">',
		'<id>urn:plumbline:changes</id>',
		'<title>Plumbline: changes of rules</title>',
		'<author><name>Plumbline</name></author>',
		`<updated>${updated}</updated>`,
		`<link rel="self" href="${base}/changes.xml"/>`,
		`<link href="${base}/changes/"/>`,
		...entries,
		'</feed>',
		'',
	].join('\n');
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A rule with what exports need beside it. */
interface RuleWithPast {
	rule: RenderedRule;
	since: string;
	changes: ExportedRule['changes'];
	documents: Map<Document, { statement: Statement }[]>;
}

/** All rules with what exports need, in order. */
async function getExportedRules(): Promise<RuleWithPast[]> {
	const { model, ties } = await getContext();
	return model.rules.map((rule) => {
		const revisions = model.registry.ledger.rules[rule.id]?.revisions ?? [];
		return {
			rule,
			since: revisions[0]?.release ?? 'next',
			changes: revisions.flatMap(({ revision, change }) =>
				change ? [{ revision, ...change }] : [],
			),
			documents: Map.groupBy(ties.get(rule.id) ?? [], ({ document }) => document),
		};
	});
}
