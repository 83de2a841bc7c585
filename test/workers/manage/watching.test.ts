import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "../../../src/access/audit.ts";
import { database } from "../../../src/db/database.ts";
import { healthOf } from "../../../src/models/health/endpoint-health-client.ts";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { createStudy, openStudy } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY } from "../../support/http/worker.ts";
import { draft, load, openIt, register } from "../../support/protocols/personal-study.ts";
import { MODEL_IDS, servedStudy } from "../../support/protocols/served-study.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const get = async (template: string, study: string, query = "") => {
	const path = `${template.replace("{study}", study)}${query}`;
	return expectContract("GET", template, await send(path));
};
const AUDIT = "/v1/studies/{study}/audit";
const HEALTH = "/v1/studies/{study}/health";
const PEOPLE = "/v1/studies/{study}/people";
const FAULTS = "/v1/studies/{study}/opening-faults";

type Entries = { readonly entries: { action: string; actor: string; actorName: string | null; detail: unknown }[] };

describe("the audit of a study", () => {
	beforeAll(async () => {
		for (const slug of ["audited", "beside"]) await openStudy(fetchWorker, KEY, smallStudy({ slug }));
	});

	it("has only its own entries, filtered by action and by key, page by page", async () => {
		const made = await readJson(
			await send("/v1/keys", { method: "POST", json: { name: "night shift", scopes: ["studies:write"] } }),
		);
		for (const move of ["pause", "open", "pause"])
			await send(`/v1/studies/audited/${move}`, { method: "POST", key: String(made.key) });
		const all = (await get(AUDIT, "audited")) as Entries;
		expect(all.entries.map(({ action }) => action)).toEqual([
			...["study.pause", "study.open", "study.pause"],
			"study.open",
			"study.create",
		]);
		const paused = (await get(AUDIT, "audited", `?action=study.pause&actor=${made.id}`)) as Entries;
		expect(paused.entries).toMatchObject([
			{ action: "study.pause", actorName: "night shift" },
			{ action: "study.pause", actorName: "night shift" },
		]);
		const ofKeys = (await get(AUDIT, "audited", "?action=key")) as Entries;
		expect(ofKeys.entries).toEqual([]);
		const seen: string[] = [];
		let query = "?limit=2";
		while (query) {
			const page = await get(AUDIT, "audited", query);
			seen.push(...(page as Entries).entries.map(({ action }) => action));
			query = page.next ? `?limit=2&cursor=${encodeURIComponent(String(page.next))}` : "";
		}
		expect(seen).toEqual(all.entries.map(({ action }) => action));
	});

	it("needs `data:read`, and the workplace's audit takes the same study as a filter", async () => {
		const key = await keyWith("studies:read");
		expect((await send("/v1/studies/audited/audit", { key })).status).toBe(403);
		const here = (await get(AUDIT, "audited")) as Entries;
		const filtered = (await expectContract("GET", "/v1/audit", await send("/v1/audit?study=audited"))) as Entries;
		expect(filtered.entries.length).toBeGreaterThan(1);
		expect(filtered.entries.map(({ action }) => action)).toEqual(here.entries.map(({ action }) => action));
		expect((await problemIn(await send("/v1/audit?study=none"))).pointers).toEqual(["/study"]);
		expect((await problemIn(await send("/v1/studies/audited/audit?action=; drop"))).pointers).toEqual(["/action"]);
	});

	it("keeps the speeds of single models back while the study is blinded", async () => {
		const { id } = await readJson(await send("/v1/studies/audited"));
		const pace = { models: [{ model: "the-slow-one", arms: ["a"], firstTextMs: 9000 }], holds: null };
		const entry = {
			actor: "test",
			action: "study.open",
			studyId: String(id),
			detail: { commitment: "c", pace },
		} as const;
		await recordAudit(database(env.DB), entry, Date.now());
		const text = JSON.stringify(await get(AUDIT, "audited"));
		expect(text).toContain('"holds":null');
		expect(text).not.toContain("the-slow-one");
		expect(await (await send("/v1/audit?study=audited")).text()).toContain("the-slow-one");
	});
});

describe("the health of a study's models", () => {
	const slug = "health-of";
	beforeAll(() => openStudy(fetchWorker, KEY, servedStudy(slug, "single", MODEL_IDS)));

	it("is one answer over all servers, and asking does not take the turn of the next arrival", async () => {
		const gpu = healthOf(env.HEALTH, "GPU");
		await gpu.report({ failed: false, weight: 1, by: "test" });
		expect(await get(HEALTH, slug)).toMatchObject({
			...{ serving: "yes", retryInSeconds: null, configured: true, addresses: "as_opened", lateReplies: null },
		});
		await eventually(async () => {
			for (let n = 0; n < 9; n++) await gpu.report({ failed: true, weight: 1, by: `session ${n}` });
			return (await gpu.peek()).kind === "broken";
		}, "the endpoint counts as broken");
		const broken = await get(HEALTH, slug);
		expect(broken).toMatchObject({ serving: "no" });
		expect(Number(broken.retryInSeconds)).toBeGreaterThan(0);
		expect(JSON.stringify(broken)).not.toMatch(/GPU|LAB|model/i);
		const object = env.HEALTH.get(env.HEALTH.idFromName("GPU"));
		await runInDurableObject(object, (_, { storage }) =>
			storage.put("open", { untilMs: 0, waitMs: 30_000, probingUntilMs: null }),
		);
		await evictDurableObject(object);
		for (let n = 0; n < 2; n++) expect(await get(HEALTH, slug)).toMatchObject({ serving: "to_be_tried" });
		expect(await gpu.judge()).toEqual({ kind: "probe" });
		await gpu.report({ failed: false, weight: 1, by: "test" });
	});

	it("needs no server for the rehearsal model", async () => {
		await createStudy(fetchWorker, KEY, smallStudy({ slug: "rehearsed" }));
		expect(await get(HEALTH, "rehearsed")).toMatchObject({ endpoints: 0, serving: "yes", addresses: "not_fixed" });
	});
});

describe("what keeps a draft from opening", () => {
	const own = { kind: "adapter", scope: "participant" } as const;
	const adapted = {
		models: { tuned: { provider: "openai-compatible" as const, endpoint: "GPU", model: "{{adapter}}" } },
		arms: [
			{
				id: "one",
				model: "tuned",
				personalisation: { kind: "adapter" as const, scope: "shared" as const, adapter: "all" },
			},
			{ id: "two", model: "tuned", personalisation: own },
		],
		recruitment: { onlyProfiles: true },
	};

	it("is listed and counted before an attempt, as the opening reports it", async () => {
		await draft("unready", adapted);
		await load("unready", { participant: "ann" }, { participant: "bob" });
		await register("unready", "anns", { servedName: "a", participant: "ann" });
		await register("unready", "bobs", { participant: "bob", status: "missing" });
		const { faults } = await get(FAULTS, "unready");
		const refused = await problemIn(await openIt("unready"));
		expect(faults).toEqual(refused.errors);
		expect(refused.pointers).toEqual(["/arms/0/personalisation/adapter"]);
		expect(await get(PEOPLE, "unready")).toEqual({
			needs: { profiles: true, ownAdapters: true, sharedAdapters: 1 },
			...{ profiles: 2, invited: 2, withAdapter: 2, withReadyAdapter: 1, readySharedAdapters: 0 },
		});
		await register("unready", "all", { servedName: "shared" });
		expect(await get(FAULTS, "unready")).toEqual({ faults: [] });
		expect(await get(PEOPLE, "unready")).toMatchObject({ readySharedAdapters: 1 });
		expect((await openIt("unready")).status).toBe(200);
		expect(await get(FAULTS, "unready")).toEqual({ faults: [] });
	});
});
