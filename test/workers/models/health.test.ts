import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { healthOf } from "../../../src/models/health/endpoint-health-client.ts";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY } from "../../support/http/worker.ts";
import type { RecordedRequest } from "../../support/models/model-server.ts";
import { MODEL_IDS, SECRETS, servedStudy } from "../../support/protocols/served-study.ts";
import { EXITS } from "../../support/protocols/small-study.ts";

const slug = "warm";
/** An endpoint of this file only: other tests also make the model server load models. */
const models = MODEL_IDS.map((model) => `${model}-${slug}`);
const study = { ...servedStudy(slug, "single", models), recruitment: { prolific: { exits: EXITS } } };
beforeAll(() => openStudy(fetchWorker, KEY, study));

const gpu = () => healthOf(env.HEALTH, "GPU");
const start = (id: string, source = "panel") =>
	send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant: { id, source } } });
const land = (id: string) => fetchWorker(`/p/${slug}?PROLIFIC_PID=${id}`, { headers: { Accept: "application/json" } });

type Asked = { readonly model: string; readonly max_tokens: number; readonly messages: unknown };

/** The requests for this model. */
async function asked(model: string): Promise<Asked[]> {
	const answer = await fetch(new URL(`/requests?contains=${model}`, inject("modelServerUrl")));
	return (await answer.json<RecordedRequest[]>()).map(({ body }): Asked => JSON.parse(body));
}

describe("after randomisation", () => {
	it("loads each model of the plan with a one-token call without the participant's data", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "somebody-with-an-id");
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		const warmed = await eventually(async () => {
			const each = await Promise.all(models.map(asked));
			return each.every((requests) => requests.length > 0) && each.flat();
		}, "a request for each model");
		expect(warmed).toEqual(
			models.map((model) =>
				expect.objectContaining({ model, max_tokens: 1, messages: [{ role: "user", content: "Hello" }] }),
			),
		);
		expect(JSON.stringify(warmed)).not.toMatch(/somebody-with-an-id/);
	});
});

describe("while an endpoint is broken", () => {
	beforeEach(async () => {
		await gpu().report({ failed: false, weight: 1, by: "test" });
		await start("was-here-before");
		await start("here-from-prolific", "prolific");
		// A late report of a warm-up counts as the endpoint's recovery, so failures go on until the breaker opens.
		await eventually(async () => {
			for (let n = 0; n < 9; n++) await gpu().report({ failed: true, weight: 1, by: `session ${n}` });
			return (await gpu().judge()).kind !== "serves";
		}, "the endpoint counts as broken");
	});

	it("takes no new participants who might need it, and does not name the server", async () => {
		// A link alone does not show whether its participant has started.
		for (const refused of [await start("new-one"), await land("new-two"), await land("here-from-prolific")]) {
			expect(refused.status).toBe(503);
			expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
			const text = JSON.stringify([...refused.headers]) + (await refused.text());
			expect(text).toContain("unavailable");
			for (const secret of SECRETS.filter((word) => word !== "provider")) expect(text).not.toContain(secret);
		}
	});

	it("lets running sessions continue", async () => {
		const again = await eventually(async () => {
			const response = await start("was-here-before");
			return response.status === 200 && response;
		}, "D1 knows the session");
		expect(again.status).toBe(200);
	});

	it("takes new participants again after the first answer", async () => {
		expect((await start("early")).status).toBe(503);
		await gpu().report({ failed: false, weight: 1, by: "test" });
		expect((await start("early")).status).toBe(201);
	});

	it("is in the log, without a word about the server", async () => {
		const lines: string[] = [];
		const spy = vi.spyOn(console, "warn").mockImplementation((line) => void lines.push(String(line)));
		const other = healthOf(env.HEALTH, "LAB-LOGGED");
		for (let n = 0; n < 30; n++) await other.report({ failed: true, weight: 1, by: `session ${n}` });
		spy.mockRestore();
		expect(new Set(lines)).toContain('{"level":"warn","event":"calls_failing"}');
		for (const line of lines) expect(line).not.toContain("LAB");
	});

	it("does not affect other endpoints", async () => {
		expect(await healthOf(env.HEALTH, "LAB").judge()).toEqual({ kind: "serves" });
	});
});

describe("once a pause is over", () => {
	it("is probed by a new arrival, and returning participants do not wait", async () => {
		await gpu().report({ failed: false, weight: 1, by: "test" });
		const first = await start("comes-back");
		expect(first.status).toBe(201);
		await drain(String((await readJson(first)).session));
		const health = env.HEALTH.get(env.HEALTH.idFromName("GPU"));
		await runInDurableObject(health, (_, { storage }) =>
			storage.put("open", { untilMs: 0, waitMs: 30_000, probingUntilMs: null }),
		);
		await evictDurableObject(health);
		expect((await start("comes-back")).status).toBe(200);
		expect(await gpu().judge()).toEqual({ kind: "probe" });
	});
});
