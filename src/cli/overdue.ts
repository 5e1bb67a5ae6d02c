import { readTerminology } from '../collections/content.ts';
import { isActive } from '../rules/model.ts';
import { formatOverdue, getDayBefore, listOverdue, type Reviewed } from './list-overdue.ts';

const usage = 'usage: npm run overdue [-- MONTHS]';

process.exitCode = await main();

/** Lists the rules in force and the articles that nobody has reviewed for some months: 12, if not said. */
async function main(): Promise<number> {
	const [months = '12', ...rest] = process.argv.slice(2);
	if (!/^\d{1,3}$/.test(months) || rest.length > 0) {
		console.error(usage);
		return 2;
	}
	const all = await readReviewed();
	const day = getDayBefore(new Date().toISOString().slice(0, 10), Number(months));
	const overdue = listOverdue(all, day);
	process.stdout.write(formatOverdue(overdue));
	console.log(`${overdue.length} of ${all.length} were last reviewed before ${day}`);
	return 0;
}

async function readReviewed(): Promise<Reviewed[]> {
	const { rules, articles } = await readTerminology();
	return [
		...rules
			.map(({ rule }) => rule)
			.filter(isActive)
			.map(({ file, id, title, reviewed }) => ({ file, name: `${id} ${title}`, reviewed })),
		...articles.map(({ file, data }) => ({ file, name: data.title, reviewed: data.reviewed })),
	];
}
