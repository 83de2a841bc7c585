import { expect, it } from "vitest";
import { rankItems } from "../../../src/analysis/commands/rank-items.ts";
import { tableOf } from "../../../src/analysis/table/table.ts";
import { openStudy } from "../../support/http/participant.ts";
import { finishedRun, startRun } from "../../support/http/simulation.ts";
import { fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "known-truth";
const [WORTH, BIAS] = [1.5, 0.6];
/** The study's seed is new each time. Four standard errors fail a correct run once in 8,000 times, for two estimates. */
const ERRORS = 4;

it("finds a policy's preference and position bias again in the rows of D1", async () => {
	const protocol = smallStudy({ slug: SLUG });
	await openStudy(fetchWorker, KEY, JSON.parse(JSON.stringify(protocol).replace("Take the second.", "Take “second”.")));
	const policy = { preferences: { [ARM_IDS[0]]: WORTH }, positionBias: BIAS };
	const run = await startRun(SLUG, { condition: "scripted", participants: 48, seed: 11, concurrency: 16, policy });
	expect(await finishedRun(SLUG, run)).toMatchObject({ status: "completed", done: 48 });
	const found = await rows<{ ranking: string; item: string; rank: number; position: number }>(
		"SELECT session AS ranking, label AS item, rank, position FROM v_rankings WHERE study = ? AND pool = 'simulated'",
		SLUG,
	);
	expect(found).toHaveLength(96);
	const column = (name: "ranking" | "item" | "rank" | "position") => found.map((row) => row[name]);
	const table = tableOf({
		...{ ranking: column("ranking"), item: column("item"), rank: column("rank"), position: column("position") },
	});
	const report = rankItems(table, { covariates: "position" });
	if (!report.ok) throw new Error(report.error);
	const [estimated] = report.value.items.flatMap((item) => ("missing" in item || item.reference ? [] : [item]));
	const [bias] = report.value.covariates;
	if (!estimated || !bias || "missing" in bias) throw new Error("no estimate");
	// The study is blinded, so which label has the preference is not known.
	expect(Math.abs(Math.abs(estimated.worth) - WORTH)).toBeLessThan(ERRORS * estimated.se);
	expect(Math.abs(bias.estimate + BIAS)).toBeLessThan(ERRORS * bias.se);
});
