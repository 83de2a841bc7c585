import { z } from "zod";
import { runWrangler } from "./wrangler.ts";

export type Row = Readonly<Record<string, string | number | null>>;

/** The assistant that was ranked best: the study's own question, by neutral label. */
export const RANKS =
	"SELECT label, round(avg(rank), 2) AS mean_rank, sum(rank = 1) AS ranked_first, count(*) AS participants " +
	"FROM v_rankings WHERE study = 'prism-x' AND pool = 'simulated' GROUP BY label ORDER BY mean_rank";

export const FURTHER: readonly (readonly [question: string, sql: string])[] = [
	["Who is where?", "SELECT * FROM v_flow WHERE study = 'prism-x' AND pool = 'simulated'"],
	[
		"How was each conversation rated?",
		"SELECT label, item, round(avg(value), 1) AS mean, count(*) AS n FROM v_ratings WHERE study = 'prism-x' AND pool = 'simulated' GROUP BY label, item",
	],
	[
		"What was said?",
		"SELECT position, turn, role, text FROM v_transcripts WHERE study = 'prism-x' AND pool = 'simulated' ORDER BY session, position, turn, speaker_order LIMIT 8",
	],
];

const answer = z.tuple([
	z.looseObject({ results: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) }),
]);

/** Queries D1 as `npm run d1` does. */
export async function query(sql: string): Promise<readonly Row[]> {
	const output = await runWrangler(["d1", "execute", "crossover", "--local", "--json", "--command", sql]);
	return answer.parse(JSON.parse(output))[0].results;
}

/** Columns as wide as their content, numbers aligned right. */
export function table(rows: readonly Row[]): string {
	const names = Object.keys(rows[0] ?? {});
	const lines = [Object.fromEntries(names.map((name) => [name, name])), ...rows];
	const widths = names.map((name) => Math.max(...lines.map((row) => String(row[name] ?? "").length)));
	const isNumber = names.map((name) => rows.every((row) => typeof row[name] === "number"));
	const cell = (row: Row, name: string, column: number) => {
		const text = String(row[name] ?? "");
		return isNumber[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
	};
	return lines
		.map((row) =>
			names
				.map((name, column) => cell(row, name, column))
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
