import { findLeads, type SectionProblem, splitAtHeadings } from '../rules/sections.ts';

/** What a technology guide says of each practice: bold words that begin a paragraph. */
const practiceLeads = ['How.', 'Pitfalls.', 'How to check.'];

/** Returns what practices lack: the third-level headings of the part “Practices” of a technology guide. */
export function checkPractices(body: string): SectionProblem[] {
	const parts = splitAtHeadings(body);
	const at = parts.findIndex(({ title }) => title === 'Practices');
	const part = parts[at];
	if (!part) return [];
	const end = parts[at + 1]?.line ?? Infinity;
	const practices = splitAtHeadings(body, 3).filter(({ line }) => line > part.line && line < end);
	if (practices.length === 0) {
		const found = 'part “Practices” without a practice';
		return [{ line: part.line, found, expected: 'a third-level heading for each' }];
	}
	return practices.flatMap(({ title, line, text }) => {
		const leads = findLeads(text);
		return practiceLeads
			.filter((lead) => !leads.includes(lead))
			.map((lead) => ({
				line,
				found: `practice “${title}” without “${lead}”`,
				expected: `a paragraph that begins with **${lead}**`,
			}));
	});
}
