import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asFactor } from "../src/analysis/formula/complete-rows.ts";
import { frameOf } from "../src/analysis/formula/model-frame.ts";
import { fitMixed } from "../src/analysis/mixed/fit.ts";
import { bootstrapMixed } from "../src/analysis/mixed/mixed-bootstrap.ts";
import { range } from "../src/analysis/numeric/arrays.ts";
import { normalQuantile } from "../src/analysis/numeric/distributions.ts";
import type { Table } from "../src/analysis/table/table.ts";
import { tableOf } from "../src/analysis/table/table.ts";
import { randomStream } from "../src/randomisation/draw/generator.ts";
import { seedOf } from "../test/support/randomisation/trial.ts";
import type { Ratio, Work } from "./ratio.ts";

export const PEOPLE = 530;
export const MODEL = "liking ~ arm + period + item + I(length/100) + (1 | participant) + (1 | topic)";
const [CONVERSATIONS, ITEMS, TOPICS] = [6, 5, 20];
export const DRAWS = 10;

/** Ratings of `people` participants: six conversations on twenty topics, five items each. */
function study(people: number): Table {
	const stream = randomStream(seedOf(people), ["bench"]);
	const normal = (): number => normalQuantile((stream.word() + 0.5) / 2 ** 32);
	const topicEffects = range(TOPICS).map(() => 3 * normal());
	const rows = range(people).flatMap((person) => {
		const level = 8 * normal();
		return range(CONVERSATIONS).flatMap((period) => {
			const [topic, arm, length] = [
				(person * 7 + period * 3) % TOPICS,
				(person + period) % 4,
				Math.round(400 + 150 * normal()),
			];
			const base = 50 + level + (topicEffects[topic] ?? 0) + 5 * Number(arm === 1) + length / 100;
			return range(ITEMS).map((item) => ({ person, period, topic, arm, length, item, liking: base + 10 * normal() }));
		});
	});
	const texts = (of: (row: (typeof rows)[number]) => string): string[] => rows.map(of);
	return tableOf({
		participant: texts(({ person }) => `p${person}`),
		period: rows.map(({ period }) => period),
		topic: texts(({ topic }) => `t${topic}`),
		arm: texts(({ arm }) => "ABCD"[arm] ?? ""),
		item: texts(({ item }) => `i${item}`),
		length: rows.map(({ length }) => length),
		liking: rows.map(({ liking }) => liking),
	});
}

const [small, large] = [study(PEOPLE), study(PEOPLE * 10)];
const fitOf =
	(table: Table): Work =>
	() =>
		fitMixed(frameOf(MODEL, table));
export const fitted = fitOf(small);
export const fittedTenfold = fitOf(large);

const frame = frameOf(MODEL, small, ["participant"]);
const model = fitMixed(frame);
const clusters = asFactor(frame.extras.get("participant") ?? { kind: "text", values: [] });
export const bootstrapped: Work = () => bootstrapMixed(model, clusters, DRAWS, randomStream(seedOf(1), ["draws"]));

const SCRIPT = `
suppressMessages(library(lme4))
data <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = TRUE)
for (round in 1:18) cat(sum(system.time(lmer(${MODEL}, data))[1:2]) * 1000, "\\n")
`;

/** CPU of the same fit by R's lme4, in the same rounds as `ours` has; null where R has no lme4. */
export function besideLme4(ours: Ratio): { readonly ratio: number; readonly lme4Ms: number } | null {
	const folder = mkdtempSync(join(tmpdir(), "bench-"));
	try {
		const [data, script] = [join(folder, "data.csv"), join(folder, "fit.R")];
		writeFileSync(data, csvOf(small));
		writeFileSync(script, SCRIPT);
		const { status, stdout } = spawnSync("Rscript", [script, data], { encoding: "utf8" });
		const times = (stdout ?? "")
			.trim()
			.split(/\s+/)
			.map(Number)
			.slice(3)
			.sort((one, other) => one - other);
		const median = times[Math.floor(times.length / 2)];
		return status === 0 && median ? { ratio: ours.workMs / median, lme4Ms: median } : null;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function csvOf(table: Table): string {
	const columns = [...table.columns];
	const lines = range(table.rows).map((row) => columns.map(([, { values }]) => values[row]).join(","));
	return [columns.map(([name]) => name).join(","), ...lines].join("\n");
}
