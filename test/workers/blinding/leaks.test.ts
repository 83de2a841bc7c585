import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { itLeaksNothing } from "../../support/blinding/leak-scan.ts";
import { guessing, IDENTITIES, people, studyOf, TRADE } from "../../support/blinding/leak-study.ts";
import { keepLog, logged } from "../../support/blinding/log.ts";
import { found, recording } from "../../support/blinding/recording.ts";
import { dump, functionsOfTheLabel, ofStudy } from "../../support/d1/database-dump.ts";
import { send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY } from "../../support/http/worker.ts";

keepLog();

// The other layouts: leaks.slow.test.ts.
itLeaksNothing("side-by-side");

describe("the Worker's log", () => {
	it("contains no arm, label, model, participant or message, also after failures", async () => {
		const slug = "leaks-logs";
		await openStudy(fetchWorker, KEY, guessing(slug, "single"));
		const who = await enrol(fetchWorker, KEY, slug, "somebody-by-name");
		await env.DB.exec("ALTER TABLE turns RENAME TO turns_gone");
		await walk(fetchWorker, who);
		await drain(who.session);
		await env.DB.exec("ALTER TABLE turns_gone RENAME TO turns");
		await env.DB.exec("ALTER TABLE warnings RENAME TO warnings_gone");
		expect((await send(`/v1/studies/${slug}`)).status).toBe(500);
		await env.DB.exec("ALTER TABLE warnings_gone RENAME TO warnings");
		await people(slug);
		const { labels } = await studyOf(slug);
		expect(logged.some((line) => line.includes("outbox"))).toBe(true);
		expect(logged.some((line) => line.includes("rq_"))).toBe(true);
		const lines = logged.map((answer) => ({ request: "the log", answer }));
		const said = ["somebody-by-name", "What should I cook", "You asked about"];
		expect(found(lines, [...IDENTITIES, ...TRADE, ...said, ...labels.map((label) => `"${label}"`)])).toEqual([]);
	});
});

describe("the scan itself", () => {
	it("finds words in texts, and not those that encrypted text has by chance", () => {
		const sealed = `${"Qx7-".repeat(60)}LlAmA${"_9zK".repeat(60)}`;
		const answers = [`{"sealed":"eyJhbGciOiJ9..${sealed}.x"}`, `{"sealed":"${sealed}","model":"a LLaMA"}`];
		expect(answers.map((answer) => found([{ request: "this", answer }], ["llama"]))).toEqual([[], ["llama in this"]]);
	});

	it("finds the arms in a single-blind study", async () => {
		const slug = "leaks-not";
		await openStudy(fetchWorker, KEY, guessing(slug, "single", "single"));
		await people(slug);
		const { fetch, sent } = recording();
		await fetch(`/v1/studies/${slug}/exports/model-calls.csv`, { headers: { Authorization: `Bearer ${KEY}` } });
		await fetch(`/v1/studies/${slug}/balance`, { headers: { Authorization: `Bearer ${KEY}` } });
		expect(found(await sent(), IDENTITIES).length).toBeGreaterThanOrEqual(4);
		const study = await studyOf(slug);
		const relations = ofStudy(await dump(), study);
		expect(relations.flatMap((relation) => functionsOfTheLabel(relation, study.live, 4))).toEqual(
			expect.arrayContaining(["model_calls.model", "v_ratings.arm"]),
		);
	});
});
