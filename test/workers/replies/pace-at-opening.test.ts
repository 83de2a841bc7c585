import { describe, expect, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { createStudy } from "../../support/http/participant.ts";
import { fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };

/** Two arms on a real HTTP server, each with a model of its own. The tests wait for slow models side by side. */
async function draft(slug: string, models: readonly [string, string], more: Partial<ProtocolInput> = {}) {
	const protocol = smallStudy({
		slug,
		blinding: { level: "double", pace: PACE },
		models: Object.fromEntries(
			models.map((model) => [model, { provider: "openai-compatible", endpoint: "GPU", model }]),
		),
		arms: ARM_IDS.map((id, index) => ({ id, model: models[index] ?? "" })),
		...more,
	});
	await createStudy(fetchWorker, KEY, protocol);
}

const open = (slug: string, query = "") => send(`/v1/studies/${slug}/open${query}`, { method: "POST" });

const warningsOf = async (slug: string) =>
	((await readJson(await send(`/v1/studies/${slug}`))).warnings as { code: string; numbers?: object }[]).filter(
		({ code }) => code.startsWith("pace_"),
	);

const storedRows = (slug: string, table: "warnings" | "audit") =>
	rows<{ detail: string }>(
		`SELECT ${table}.detail FROM ${table} JOIN studies ON studies.id = study_id WHERE slug = ?`,
		slug,
	);

describe.concurrent("when one model is slower than the pace", () => {
	it("refuses to open, with the speed of each model and a pace that all can keep", async () => {
		await draft("slow-one", ["speed-fast", "crawls"]);
		const refused = await problemIn(await open("slow-one"));
		expect(refused).toMatchObject({ code: "study_not_openable", pointers: ["/models/crawls", "/blinding/pace"] });
		const [slow, pace] = refused.errors;
		expect(slow?.detail).toMatch(/In 3 trials the first text came after \d+ ms, then \d+ characters per second/);
		expect(slow?.detail).toContain("The pace is 900 ms, then 90 characters per second.");
		expect(pace?.detail).toMatch(/firstFrameMs \d+ with charactersPerSecond [345]\d\b/);
		expect(await readJson(await send("/v1/studies/slow-one"))).toMatchObject({ status: "draft", openedAt: null });
	});

	it("opens at the recommended pace", async () => {
		await draft("advised", ["speed-fast", "crawls"]);
		const report = await expectContract(
			"POST",
			"/v1/studies/{study}/pace",
			await send("/v1/studies/advised/pace", { method: "POST" }),
		);
		expect(report.models).toEqual([
			expect.objectContaining({ model: "speed-fast", verdict: "kept", trials: 3, failure: null }),
			expect.objectContaining({ model: "crawls", verdict: "late", trials: 3, arms: [ARM_IDS[1]] }),
		]);
		await draft("advised-taken", ["speed-fast", "crawls"], {
			blinding: { level: "double", pace: report.holds as typeof PACE },
		});
		expect((await open("advised-taken")).status).toBe(200);
	});

	it("opens if late replies are accepted, and records a warning that names no model", async () => {
		await draft("accepted", ["speed-fast", "crawls"]);
		expect((await open("accepted", "?acceptLateReplies=true")).status).toBe(200);
		const [warning, ...others] = await warningsOf("accepted");
		expect(others).toEqual([]);
		expect(warning).toMatchObject({
			code: "pace_not_kept",
			pointer: "/blinding/pace",
			numbers: { ...PACE, slowestCharactersPerSecond: expect.any(Number), holdsFirstFrameMs: expect.any(Number) },
		});
		const stored = JSON.stringify(await storedRows("accepted", "warnings"));
		for (const name of ["crawls", "speed-fast", ...ARM_IDS]) expect(stored).not.toContain(name);
		expect(JSON.stringify(await storedRows("accepted", "audit"))).toContain("crawls");
	});
});

describe.concurrent("when all models keep the pace", () => {
	it("opens without a warning", async () => {
		await draft("both-fast", ["speed-fast", "ok"]);
		expect((await open("both-fast")).status).toBe(200);
		expect(await warningsOf("both-fast")).toEqual([]);
	});

	it("measures nothing if the study has no pace", async () => {
		await draft("no-pace", ["speed-fast", "crawls"], { blinding: { level: "double", pace: "as-is" } });
		expect(await readJson(await send("/v1/studies/no-pace/pace", { method: "POST" }))).toMatchObject({ models: [] });
		expect((await open("no-pace")).status).toBe(200);
	});
});

describe.concurrent("when a model does not answer", () => {
	it("refuses to open if the server refuses the request, also if late replies are accepted", async () => {
		await draft("refuses", ["speed-fast", "refused"]);
		expect(await problemIn(await open("refuses", "?acceptLateReplies=true"))).toMatchObject({
			code: "study_not_openable",
			pointers: ["/models/refused"],
		});
	});

	it("opens with a warning if the server failed", async () => {
		await draft("fails", ["speed-fast", "server-error"]);
		expect((await open("fails")).status).toBe(200);
		expect(await warningsOf("fails")).toEqual([
			expect.objectContaining({ code: "pace_not_measured", numbers: { models: 1 } }),
		]);
	});
});

describe.concurrent("when a paused study opens again", () => {
	it("opens with a warning", async () => {
		await draft("again", ["speed-fast", "crawls"]);
		await open("again", "?acceptLateReplies=true");
		await send("/v1/studies/again/pause", { method: "POST" });
		expect((await open("again")).status).toBe(200);
		expect((await warningsOf("again")).map(({ code }) => code)).toEqual(["pace_not_kept", "pace_not_kept"]);
	});
});

describe.concurrent("when a model thinks before it answers", () => {
	const warned = async (slug: string) =>
		((await readJson(await send(`/v1/studies/${slug}`))).warnings as { code: string; pointer: string }[]).filter(
			({ code }) => code.startsWith("thinking_"),
		);

	it.each([
		["hidden", "odd-think-tags", "thinking_hidden"],
		["hidden", "odd-think-in-a-field", "thinking_hidden"],
		["unopened", "odd-think-closes-alone", "thinking_unopened"],
	])("reports that its reasoning is %s: %s", async (hidden, model, code) => {
		const slug = `at-opening-${model}`;
		await draft(slug, ["speed-fast", model]);
		const report = await readJson(await send(`/v1/studies/${slug}/pace`, { method: "POST" }));
		expect(report.models).toEqual([
			expect.objectContaining({ model: "speed-fast", hidden: "nothing" }),
			expect.objectContaining({ model, hidden }),
		]);
		expect((await open(slug)).status).toBe(200);
		expect(await warned(slug)).toEqual([expect.objectContaining({ code, pointer: "/models" })]);
		expect(JSON.stringify(await storedRows(slug, "warnings"))).not.toContain(model);
	});
});
