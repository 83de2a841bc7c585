import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../../src/analysis/report/report-data.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const STUDY = "analysed";
const PEOPLE = 4;

async function reportOf(query = ""): Promise<{ report: Report; text: string }> {
	const response = await send(`/v1/studies/${STUDY}/analysis${query}`);
	expect(response.status).toBe(200);
	const text = await response.text();
	return { report: JSON.parse(text), text };
}

describe("GET /v1/studies/{study}/analysis", () => {
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: STUDY }));
		for (let index = 0; index < PEOPLE; index += 1) {
			const who = await enrol(fetchWorker, KEY, STUDY, `person-${index}`);
			await walk(fetchWorker, who, () => false);
			await drain(who.session);
		}
	});

	it("analyses all ratings, rankings and replies by label, and names no arm", async () => {
		const { report, text } = await reportOf();
		expect(report).toMatchObject({ format: "crossover-report/2", blinded: true });
		expect(report.study).toMatchObject({
			slug: STUDY,
			pool: "live",
			randomised: PEOPLE,
			completed: PEOPLE,
			prespecified: 0,
		});
		expect(report.ratings.models[0]).toMatchObject({ outcome: "experience.overall" });
		expect(report.checks.missingness.reduce((sum, { answered }) => sum + answered, 0)).toBe(2 * PEOPLE);
		expect(report.checks.flow).toMatchObject({ randomised: PEOPLE, completed: PEOPLE });
		expect(report.rankings.winRates).toHaveLength(2);
		expect(report.usage).toEqual({ missing: expect.stringContaining("Unblind it first") });
		for (const arm of ARM_IDS) expect(text).not.toContain(arm);
	});

	it("sends a page with tables that loads nothing", async () => {
		const response = await send(`/v1/studies/${STUDY}/analysis?format=html`);
		expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
		expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
		const page = await response.text();
		expect(page).toContain("Two assistants");
		for (const arm of ARM_IDS) expect(page).not.toContain(arm);
	});

	it("says that a pool without participants has none", async () => {
		const { report } = await reportOf("?pool=pilot");
		expect(report.study).toMatchObject({ pool: "pilot", randomised: 0 });
		expect(report.ratings.models).toEqual([]);
	});

	it("refuses an unknown format, naming it", async () => {
		const problem = await problemIn(await send(`/v1/studies/${STUDY}/analysis?format=pdf`));
		expect(problem).toMatchObject({ code: "invalid_request", pointers: ["/format"] });
	});

	it("names arms, and counts tokens, once the study is unblinded", async () => {
		await closeAndUnblind(STUDY);
		const { report } = await reportOf();
		expect(report.blinded).toBe(false);
		expect(report.rankings.winRates.map(({ label }) => label).sort()).toEqual([...ARM_IDS].sort());
		if ("missing" in report.usage) throw new Error(report.usage.missing);
		expect(report.usage.arms.filter(({ what }) => what === "output tokens")).toHaveLength(2);
	});
});
