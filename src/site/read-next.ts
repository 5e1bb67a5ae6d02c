/** A page to read, and why. */
export interface NextLink {
	title: string;
	url: string;
	summary: string;
}

const next = (title: string, url: string, summary: string): NextLink => ({ title, url, summary });

/**
 * What to read after pages that hold no text of their own. Articles and topics say it in their front matter;
 * rules, checklists and documents compute it; the guide has its order.
 */
const readNext: Record<string, NextLink> = {
	'/rules/': next('How to read a rule', '/guide/rules/', 'What its parts promise.'),
	'/checklists/': next('Hold a review', '/guide/review/', 'How answers become a record.'),
	'/topics/': next('Worked designs', '/designs/', 'Where the topics meet.'),
	'/decisions/': next('Trade-off analysis', '/templates/trade-off-analysis/', 'To write it down.'),
	'/patterns/': next('Worked designs', '/designs/', 'The patterns at work, with figures.'),
	'/designs/': next(
		'Architecture proposal',
		'/templates/architecture-proposal/',
		'To write yours.',
	),
	'/playbooks/': next('Runbook', '/templates/runbook/', 'To write one for your own service.'),
	'/templates/': next('Worked designs', '/designs/', 'What the examples were filled in for.'),
	'/roles/': next('Decision guides', '/decisions/', 'What to do where the roles differ.'),
	'/technologies/': next('Decision guides', '/decisions/', 'Which of them to choose.'),
	'/review/': next('Hold a review', '/guide/review/', 'How answers become a record.'),
	'/standards/': next(
		'Security baseline',
		'/checklists/security-baseline/',
		'What to answer first.',
	),
	'/sources/': next('Coverage', '/coverage/', 'Which document says how much about what.'),
	'/coverage/': next('Decision guides', '/decisions/', 'What to do where the sources differ.'),
	'/glossary/': next('Topics', '/topics/', 'The terms at work.'),
	'/changes/': next('Permanence', '/guide/permanence/', 'What may change, and what never does.'),
	'/guide/findings/': next('Report and commands', '/guide/report/', 'What a run prints.'),
	'/snippets/': next('Worked designs', '/designs/', 'Where most of the snippets stand.'),
};

/** Pages whose parts lead to the same. */
const wholes = ['/standards/', '/coverage/', '/guide/findings/'];

/** Returns what to read after a page; undefined where the page itself says it. */
export function findReadNext(path: string): NextLink | undefined {
	const parent = path.replace(/[^/]+\/$/, '');
	return readNext[path] ?? (wholes.includes(parent) ? readNext[parent] : undefined);
}
