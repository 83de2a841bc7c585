import { rows } from "../http/worker.ts";

export type Relation = { readonly name: string; readonly rows: readonly Record<string, unknown>[] };

/** All rows of all tables and views of D1, without protocols, because those name arms but no labels. */
export async function dump(): Promise<Relation[]> {
	const relations = await rows<{ name: string }>(
		"SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name",
	);
	return Promise.all(
		relations.map(async ({ name }) => {
			const all = await rows(`SELECT * FROM "${name}"`);
			return { name, rows: name === "study_versions" ? all.map(({ protocol: _, ...row }) => row) : all };
		}),
	);
}

/** The rows of one study, from all tables that name the study. */
export const ofStudy = (
	relations: readonly Relation[],
	study: { readonly id: string; readonly slug: string },
): Relation[] =>
	relations.map(({ name, rows: all }) => ({
		name,
		rows: all.filter(
			(row) => row.study_id === study.id || row.study === study.slug || (name === "studies" && row.id === study.id),
		),
	}));

/** They consist of labels alone, which say nothing about arms. The scripted participants always choose the first slot, which the sequence decides. */
const OF_LABELS = ["label", "labels", "sequence"];

/**
 * Columns that have the same value in all rows of a label and different values between labels, so they identify the label. Each
 * label needs `least` rows, so that this does not happen by chance.
 */
export function functionsOfTheLabel({ name, rows: all }: Relation, among: readonly string[], least: number): string[] {
	const labelled = all.filter(({ label }) => typeof label === "string" && among.includes(label));
	const labels = [...new Set(labelled.map(({ label }) => label))];
	const groups = labels.map((label) => labelled.filter((row) => row.label === label));
	if (groups.length < 2 || groups.some((group) => group.length < least)) return [];
	const columns = Object.keys(labelled[0] ?? {}).filter((column) => !OF_LABELS.includes(column));
	return columns
		.filter((column) => {
			const values = groups.map((group) => [...new Set(group.map((row) => JSON.stringify(row[column])))]);
			return values.every((each) => each.length === 1) && new Set(values.flat()).size === labels.length;
		})
		.map((column) => `${name}.${column}`);
}
