import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import { container, image, type Node, text } from '@takumi-rs/helpers';
import { readContent } from '../collections/content.ts';
import { textFace } from '../fonts/subset.ts';
import { getLevelName, type Rule } from '../rules/model.ts';

/** Pixels, as the Open Graph consumers show a large picture: 1.91 to 1. */
const size = { width: 1200, height: 630 };

/** Paper, ink and brass, as `tokens.css` has them for the dark theme. */
const colors = {
	paper: '#13171b',
	ink: '#f4f2ec',
	text: '#d5d7d4',
	quiet: '#a3abb0',
	brass: '#e3b85c',
	line: '#c9962b',
};

/** How much of a level's mark is filled, as on the pages. */
const fills: Record<Rule['level'], string> = { MUST: '100%', SHOULD: '50%', MAY: '0%' };

/** Longer statements are set smaller, so that they fit into five lines. */
const longStatement = 150;

/** Writes a picture for each rule, shown where a link to it is unfolded. Returns how many. */
export async function writePictures(site: string): Promise<number> {
	const { rules, topics } = await readContent();
	const titles = new Map(topics.map(({ slug, data }) => [slug, data.title]));
	const renderer = new Renderer();
	await renderer.registerFont({
		name: 'Text',
		data: await readFile(fileURLToPath(import.meta.resolve(textFace.source))),
	});
	const icon = await readFile(new URL('../../public/favicon.svg', import.meta.url));
	const images = [{ src: 'icon', data: icon }];
	const folder = join(site, 'pictures');
	await mkdir(folder, { recursive: true });
	for (const { rule } of rules) {
		const node = drawRule(rule, titles.get(rule.topic) ?? rule.topic);
		const picture = await renderer.render(node, { ...size, format: 'png', images });
		await writeFile(join(folder, `${rule.id.toLowerCase()}.png`), picture);
	}
	return rules.length;
}

/** Code and level above, then title and statement; the site and the topic at the foot. */
function drawRule(rule: Rule, topic: string): Node {
	const isLong = rule.statement.length > longStatement;
	return container({
		style: {
			...size,
			display: 'flex',
			flexDirection: 'column',
			justifyContent: 'space-between',
			padding: '56px 72px 48px',
			borderTop: `12px solid ${colors.line}`,
			backgroundColor: colors.paper,
			color: colors.ink,
			fontFamily: 'Text',
		},
		children: [
			drawRow([
				text(rule.id, { fontSize: 44, fontWeight: 700, color: colors.brass }),
				drawLevel(rule),
			]),
			container({
				style: { display: 'flex', flexDirection: 'column', gap: 24 },
				children: [
					text(rule.title, { fontSize: 60, fontWeight: 700, lineHeight: 1.15 }),
					text(rule.statement, {
						fontSize: isLong ? 34 : 40,
						lineHeight: 1.4,
						color: colors.text,
					}),
				],
			}),
			drawRow([
				container({
					style: { display: 'flex', alignItems: 'center', gap: 16 },
					children: [
						image({ src: 'icon', style: { width: 48, height: 48 } }),
						text('Plumbline', { fontSize: 32, fontWeight: 700 }),
					],
				}),
				text(topic, { fontSize: 28, color: colors.quiet }),
			]),
		],
	});
}

function drawRow(children: Node[]): Node {
	return container({
		style: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
		children,
	});
}

/** A word and a shape: full, half, empty; a diamond for what to avoid. */
function drawLevel(rule: Rule): Node {
	const mark = container({
		style: {
			width: 26,
			height: 26,
			border: `4px solid ${colors.brass}`,
			backgroundImage: `linear-gradient(to top, ${colors.brass} ${fills[rule.level]}, transparent ${fills[rule.level]})`,
			transform: rule.kind === 'avoid' ? 'rotate(45deg)' : 'none',
		},
	});
	const name = rule.withdrawn ? 'WITHDRAWN' : getLevelName(rule);
	return container({
		style: { display: 'flex', alignItems: 'center', gap: 20 },
		children: [
			...(rule.withdrawn ? [] : [mark]),
			text(name, { fontSize: 34, fontWeight: 700, letterSpacing: 1 }),
		],
	});
}
