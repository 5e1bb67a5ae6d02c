import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { container, type Node, text } from '@takumi-rs/helpers';
import { readContent } from '../collections/content.ts';
import { getLevelName, type Rule } from '../rules/model.ts';

/** Pixels, as the Open Graph consumers show a large picture: 1.91 to 1. */
const size = { width: 1200, height: 630 };

/** Ink and brass, as the site's tokens have them in the dark theme. */
const colors = { ground: '#14191e', ink: '#ffffff', quiet: '#98a3ae', brass: '#c9962b' };

const weights = [400, 600];

/** Longer statements are set smaller, so that they fit into five lines. */
const longStatement = 150;

/** Writes a picture for each rule, shown where a link to it is unfolded. Returns how many. */
export async function writePictures(site: string): Promise<number> {
	const { rules, topics } = await readContent();
	const titles = new Map(topics.map(({ slug, data }) => [slug, data.title]));
	const renderer = await makeRenderer();
	const folder = join(site, 'pictures');
	await mkdir(folder, { recursive: true });
	for (const { rule } of rules) {
		const node = drawRule(rule, titles.get(rule.topic) ?? rule.topic);
		const picture = await renderer.render(node, { ...size, format: 'png' });
		await writeFile(join(folder, `${rule.id.toLowerCase()}.png`), picture);
	}
	return rules.length;
}

async function makeRenderer(): Promise<Renderer> {
	const renderer = new Renderer();
	const { resolve } = createRequire(import.meta.url);
	for (const weight of weights) {
		const path = resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
		await renderer.registerFont({ name: 'Inter', data: await readFile(path), weight });
	}
	return renderer;
}

/** Code and level above, then title and statement; the topic at the foot. */
function drawRule(rule: Rule, topic: string): Node {
	const isLong = rule.statement.length > longStatement;
	return container({
		style: {
			...size,
			display: 'flex',
			flexDirection: 'column',
			justifyContent: 'space-between',
			padding: '64px 72px',
			borderLeft: `16px solid ${colors.brass}`,
			backgroundColor: colors.ground,
			color: colors.ink,
			fontFamily: 'Inter',
		},
		children: [
			container({
				style: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
				children: [
					text(rule.id, { fontSize: 44, fontWeight: 600, color: colors.brass }),
					text(rule.withdrawn ? 'WITHDRAWN' : getLevelName(rule), {
						fontSize: 30,
						fontWeight: 600,
						padding: '8px 24px',
						border: `3px solid ${colors.brass}`,
						borderRadius: 8,
						color: colors.brass,
					}),
				],
			}),
			container({
				style: { display: 'flex', flexDirection: 'column', gap: 28 },
				children: [
					text(rule.title, { fontSize: 60, fontWeight: 600, lineHeight: 1.15 }),
					text(rule.statement, {
						fontSize: isLong ? 32 : 38,
						lineHeight: 1.4,
						color: colors.quiet,
					}),
				],
			}),
			container({
				style: { display: 'flex', justifyContent: 'space-between', fontSize: 28 },
				children: [text('Plumbline', { fontWeight: 600 }), text(topic, { color: colors.quiet })],
			}),
		],
	});
}
