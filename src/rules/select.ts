import { type Damage, damages, type Level, levels, type Tag } from './model.ts';

/** What a selection looks at in a rule. */
export interface SelectedRule {
	/** Code. */
	id: string;
	topic: string;
	level: Level;
	damage: Damage;
	tags: readonly Tag[];
	technologies: readonly string[];
}

/** Picks the rules that have one of the values in every field that is given; in none, all rules. */
export interface Selector {
	codes?: readonly string[] | undefined;
	topics?: readonly string[] | undefined;
	levels?: readonly Level[] | undefined;
	tags?: readonly Tag[] | undefined;
	technologies?: readonly string[] | undefined;
}

/** Fields of a selector. */
export const selectorFields = ['codes', 'topics', 'levels', 'tags', 'technologies'] as const;

/** Values of a rule by field of the selector. */
const valuesOf: Record<keyof Selector, (rule: SelectedRule) => readonly string[]> = {
	codes: ({ id }) => [id],
	topics: ({ topic }) => [topic],
	levels: ({ level }) => [level],
	tags: ({ tags }) => tags,
	technologies: ({ technologies }) => technologies,
};

/** Whether a selector picks a rule. An empty list is as good as none. */
export function isSelected(rule: SelectedRule, selector: Selector): boolean {
	return selectorFields.every((field) => {
		const wanted: readonly string[] = selector[field] ?? [];
		return wanted.length === 0 || valuesOf[field](rule).some((value) => wanted.includes(value));
	});
}

/** Returns the rules that at least one selector picks, ordered by damage. */
export function selectRules<Rule extends SelectedRule>(
	rules: readonly Rule[],
	selectors: readonly Selector[],
): Rule[] {
	return rules
		.filter((rule) => selectors.some((selector) => isSelected(rule, selector)))
		.sort(compareByDamage);
}

const damageOrder = Object.keys(damages);

/** Returns the place of a damage, the worst first. */
export function getDamageRank(damage: Damage): number {
	return damageOrder.indexOf(damage);
}

/** Orders by what breaking a rule costs, worst first; then by level, then by code. */
export function compareByDamage(a: SelectedRule, b: SelectedRule): number {
	return (
		getDamageRank(a.damage) - getDamageRank(b.damage) ||
		levels.indexOf(a.level) - levels.indexOf(b.level) ||
		(a.id < b.id ? -1 : Number(a.id > b.id))
	);
}
