import { beforeAll, describe, expect, it } from "vitest";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { readJson } from "../../support/http/http.ts";
import { enrol, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { draft, load, openIt, register } from "../../support/protocols/personal-study.ts";

const slug = "stands-in";
const served = { provider: "openai-compatible" as const, endpoint: "GPU" };
/** The longest name that the registry accepts. All arms have the same model: only the body names the adapter. */
const POOLED = "p".repeat(300);

beforeAll(async () => {
	await draft(slug, {
		models: {
			base: { ...served, model: "long-alias" },
			tuned: { ...served, model: "ok", providerOptions: { user: "{{adapter}}" } },
		},
		arms: [
			{ id: "generic", model: "base" },
			{ id: "pooled", model: "tuned", personalisation: { kind: "adapter", scope: "shared", adapter: "pooled-1" } },
			{
				id: "individual",
				model: "tuned",
				personalisation: { kind: "adapter", scope: "participant", missing: "pooled" },
			},
		],
	});
	await load(slug, { participant: "ann" }, { participant: "bob" }, { participant: "cat" });
	await register(slug, "pooled-1", { servedName: POOLED });
	await register(slug, "bobs", { servedName: "served-bob", participant: "bob" });
	// Registered here, but unknown to the server.
	await register(slug, "cats", { servedName: "unknown-cat", participant: "cat" });
	expect((await openIt(slug)).status).toBe(200);
});

const ofStudy = (query: string) => rows(`${query} where study_id = (select id from studies where slug = ?)`, slug);
const ofSession = (session: string) =>
	rows<{ arm: string }>(
		"select arm, adapter, adapter_stood_in, length(served_model) as served from model_calls join arm_keys using (study_id, label) where session_id = ? order by arm",
		session,
	);

describe("the adapter of a call", () => {
	let sessions: string[] = [];
	beforeAll(async () => {
		const people = [];
		for (const name of ["ann", "bob", "cat"]) people.push(await enrol(fetchWorker, KEY, slug, name));
		for (const who of people) {
			await walk(fetchWorker, who);
			await drain(who.session);
		}
		sessions = people.map(({ session }) => session);
	});

	it("is not readable while the study is blinded, and does not lengthen any row", async () => {
		expect(await ofStudy("select distinct adapter, adapter_stood_in, served_model from model_calls")).toEqual([
			{ adapter: null, adapter_stood_in: null, served_model: null },
		]);
		expect(await ofStudy("select count(*) as n, count(distinct length(sealed)) as lengths from model_calls")).toEqual([
			{ n: 9, lengths: 1 },
		]);
		expect(await rows("select kind from v_deviations where study = ?", slug)).toEqual([]);
	});

	it("is in its row after unblinding, with a deviation if another adapter replaced it", async () => {
		const reason = "The analysis plan is registered, and the study has ended.";
		await readJson(await closeAndUnblind(slug, reason));
		const [ann = "", bob = "", cat = ""] = sessions;
		expect(await ofSession(ann)).toEqual([
			{ arm: "generic", adapter: null, adapter_stood_in: null, served: expect.any(Number) },
			{ arm: "individual", adapter: POOLED, adapter_stood_in: 1, served: 2 },
			{ arm: "pooled", adapter: POOLED, adapter_stood_in: null, served: 2 },
		]);
		expect(await ofSession(bob)).toMatchObject([
			{},
			{ arm: "individual", adapter: "served-bob", adapter_stood_in: 0 },
			{ arm: "pooled", adapter: POOLED },
		]);
		expect(await ofSession(cat)).toMatchObject([
			{},
			{ arm: "individual", adapter: "unknown-cat", adapter_stood_in: 1 },
			{ arm: "pooled", adapter: POOLED, adapter_stood_in: null },
		]);
		expect(
			await rows(
				"select session, arm from v_deviations where study = ? and kind = 'adapter_stood_in' order by session = ?",
				slug,
				cat,
			),
		).toEqual([
			{ session: ann, arm: "individual" },
			{ session: cat, arm: "individual" },
		]);
	});
});
