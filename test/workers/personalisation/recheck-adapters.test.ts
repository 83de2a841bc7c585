import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { send } from "../../support/http/http.ts";
import { enrol, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { draft, load, openIt, register } from "../../support/protocols/personal-study.ts";

const served = { provider: "openai-compatible" as const, endpoint: "GPU", model: "{{adapter}}" };

async function study(slug: string, missing: "exclude" | "pooled"): Promise<void> {
	await draft(slug, {
		blinding: { level: "single", pace: "as-is" },
		models: { tuned: served },
		arms: [
			{ id: "pooled", model: "tuned", personalisation: { kind: "adapter", scope: "shared", adapter: "pooled-1" } },
			{ id: "individual", model: "tuned", personalisation: { kind: "adapter", scope: "participant", missing } },
		],
	});
	await register(slug, "pooled-1", { servedName: `${slug}-pooled` });
	await register(slug, "anns", { servedName: `${slug}-ann`, participant: "ann" });
	expect((await openIt(slug)).status).toBe(200);
}

/** Ann arrives, and is at a form when her adapter fails. */
async function failsMeanwhile(slug: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, "ann");
	expect((await walk(fetchWorker, who, ({ step }) => step?.kind === "form")).status).toBe("active");
	await register(slug, "anns", { status: "failed", participant: "ann" });
	return who;
}

describe("an adapter that fails between arrival and randomisation", () => {
	beforeAll(async () => {
		await study("fails-pooled", "pooled");
		await study("fails-exclude", "exclude");
	});

	it("is replaced by the pooled adapter if the protocol allows it, with a record", async () => {
		const who = await failsMeanwhile("fails-pooled");
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		await drain(who.session);
		const calls = "select adapter, adapter_stood_in from model_calls where session_id = ? order by adapter_stood_in";
		expect(await rows(calls, who.session)).toEqual([
			{ adapter: "fails-pooled-pooled", adapter_stood_in: null },
			{ adapter: "fails-pooled-pooled", adapter_stood_in: 1 },
		]);
		expect(await rows("select kind from v_deviations where session = ?", who.session)).toEqual([
			{ kind: "adapter_stood_in" },
		]);
	});

	it("ends the session by its exit, before any draw", async () => {
		const who = await failsMeanwhile("fails-exclude");
		const ended = await walk(fetchWorker, who);
		expect(ended).toMatchObject({ status: "screened_out", exit: { reason: "screened_out" } });
		await drain(who.session);
		const [session] = await rows<{ study_id: string }>(
			"select study_id, status, sequence from sessions where id = ?",
			who.session,
		);
		expect(session).toMatchObject({ status: "screened_out", sequence: null });
		expect(await allocatorOf(env.ALLOCATORS, session?.study_id ?? "").recall(who.session)).toBeNull();
	});

	it("counts as failed if it was removed from the registry, together with its person's profile", async () => {
		await register("fails-exclude", "cyds", { servedName: "fails-cyd", participant: "cyd" });
		await load("fails-exclude", { participant: "cyd" });
		const who = await enrol(fetchWorker, KEY, "fails-exclude", "cyd");
		expect((await send("/v1/studies/fails-exclude/profiles/cyd", { method: "DELETE" })).status).toBe(204);
		expect((await walk(fetchWorker, who)).status).toBe("screened_out");
	});

	it("does not matter after randomisation", async () => {
		await register("fails-exclude", "bobs", { servedName: "fails-bob", participant: "bob" });
		const who = await enrol(fetchWorker, KEY, "fails-exclude", "bob");
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		await register("fails-exclude", "bobs", { status: "failed", participant: "bob" });
		expect((await walk(fetchWorker, who)).status).toBe("completed");
	});
});
