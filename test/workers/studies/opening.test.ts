import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { prepareOpening } from "../../../src/blinding/prepare-opening.ts";
import { randomBytes } from "../../../src/crypto/random-bytes.ts";
import { database } from "../../../src/db/database.ts";
import type { Env } from "../../../src/env.ts";
import { protocolSchema } from "../../../src/protocol/schema/schema.ts";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import type { Move } from "../../../src/studies/lifecycle/lifecycle.ts";
import { moveStudy } from "../../../src/studies/lifecycle/move-study.ts";
import { findStudy } from "../../../src/studies/study-queries.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { createStudy, enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { failingStores } from "../../support/replies/failing-stores.ts";

const bindings = env as unknown as Env;

async function studyOf(slug: string) {
	const study = await findStudy(database(env.DB), slug);
	if (!study) throw new Error(`no study ${slug}`);
	return study;
}

const moved = async (slug: string, to: Move, stores: Env) =>
	moveStudy(await studyOf(slug), to, {
		env: stores,
		actor: "test",
		nowMs: Date.now(),
		openingFaults: async () => [],
		measureModels: async () => ({ faults: [], warnings: [], record: null }),
		armInputs: async function* () {},
		acceptLateReplies: false,
		spentBudget: async () => null,
	});

const auditOf = async (study: string, action: string): Promise<number> =>
	(await rows("SELECT 1 FROM audit WHERE study_id = ? AND action = ?", study, action)).length;

/** For each call to a store: moves a new study while that call fails, then checks the study. */
async function failEachCall(
	to: Move,
	applied: boolean,
	fresh: (slug: string) => Promise<void>,
	check: (slug: string, outcome: string) => Promise<void>,
): Promise<number> {
	for (let at = 0; ; at += 1) {
		const slug = `${to}-${applied ? "after" : "before"}-${at}`;
		await fresh(slug);
		const stores = failingStores(bindings, { at, applied });
		const outcome = await moved(slug, to, stores.env).then(
			() => "answered",
			() => "failed",
		);
		if (stores.calls() <= at) return at;
		await check(slug, outcome);
	}
}

const single = (slug: string) => smallStudy({ slug, blinding: { level: "single", pace: "as-is" } });

describe.each([
	["before the store has done its work", false],
	["after the store has done its work", true],
])("when a call fails %s", (_what, applied) => {
	it("leaves either a draft that the same call opens, or an open study", async () => {
		const steps = await failEachCall(
			"open",
			applied,
			(slug) => createStudy(fetchWorker, KEY, single(slug)),
			async (slug, outcome) => {
				expect(outcome).toBe("failed");
				const left = await studyOf(slug);
				expect(["draft", "open"]).toContain(left.status);
				expect(await moved(slug, "open", bindings)).toMatchObject({ ok: true });
				const open = await studyOf(slug);
				const { commitment, lines } = await allocatorOf(env.ALLOCATORS, open.id).commitment();
				expect(open).toMatchObject({ status: "open", seedCommitment: commitment, protocolHash: left.protocolHash });
				expect(lines).toBe(1);
				expect(await rows("SELECT label FROM arm_keys WHERE study_id = ?", open.id)).toHaveLength(6);
				expect(await auditOf(open.id, "study.open")).toBe(1);
				expect((await walk(fetchWorker, await enrol(fetchWorker, KEY, slug, "p"))).status).toBe("completed");
			},
		);
		// The calls are the claim, the allocator's opening and the final transaction.
		expect(steps).toBe(3);
	});

	it("either pauses with an entry in the audit, or does neither", async () => {
		const steps = await failEachCall(
			"pause",
			applied,
			(slug) => openStudy(fetchWorker, KEY, smallStudy({ slug })),
			async (slug) => {
				const { id, status } = await studyOf(slug);
				expect(await auditOf(id, "study.pause")).toBe(status === "paused" ? 1 : 0);
				expect(await moved(slug, "pause", bindings)).toMatchObject({ ok: true });
				expect(await auditOf(id, "study.pause")).toBe(1);
			},
		);
		expect(steps).toBe(2);
	});
});

describe("when an opening began and did not finish", () => {
	const put = (slug: string) =>
		send(`/v1/studies/${slug}`, { method: "PUT", json: smallStudy({ slug, title: "Changed" }) });

	it("keeps the protocol that the allocator holds, and says how to continue", async () => {
		const slug = "half-open";
		await createStudy(fetchWorker, KEY, smallStudy({ slug }));
		await moved(slug, "open", failingStores(bindings, { at: 1, applied: true }).env).catch(() => {});
		const refused = await problemIn(await put(slug));
		expect(refused).toMatchObject({ code: "study_not_draft", detail: expect.stringContaining("Open it again") });
		expect((await send(`/v1/studies/${slug}/open`, { method: "POST" })).status).toBe(200);
	});

	it("accepts another protocol if the allocator holds none, and opens only with that one", async () => {
		const slug = "claimed";
		await createStudy(fetchWorker, KEY, smallStudy({ slug }));
		await moved(slug, "open", failingStores(bindings, { at: 1, applied: false }).env).catch(() => {});
		const { id, openedAt, protocol, protocolHash } = await studyOf(slug);
		expect((await put(slug)).status).toBe(200);
		const late = await prepareOpening({ id, protocol, protocolHash }, randomBytes);
		expect(await allocatorOf(env.ALLOCATORS, id).open(late, openedAt ?? "")).toBeNull();
		expect((await send(`/v1/studies/${slug}/open`, { method: "POST" })).status).toBe(200);
		const open = await studyOf(slug);
		const { lines } = await allocatorOf(env.ALLOCATORS, id).exportLog();
		expect(open).toMatchObject({ status: "open", title: "Changed" });
		expect(lines[0]?.entry).toMatchObject({ opening: { protocolHash: open.protocolHash } });
	});
});

/** The maximum of the schema, and the number of models in PRISM. */
const MOST_ARMS = 26;
const armsOf = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `arm-${index}`, model: `model-${index % 2}` }));

describe.each([21, MOST_ARMS])("when a study has %d arms", (count) => {
	it("opens, can be completed, and has a label for each arm in each pool", async () => {
		const slug = `arms-${count}`;
		await openStudy(fetchWorker, KEY, smallStudy({ slug, arms: armsOf(count) }));
		const who = await enrol(fetchWorker, KEY, slug, "p");
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		await eventually(async () => {
			await drain(who.session);
			return (await rows("SELECT 1 FROM sessions WHERE id = ? AND status = 'completed'", who.session)).length > 0;
		}, "the rows of the whole session");
		const found = await rows<{ label: string }>(
			"SELECT labels AS label FROM conversations WHERE session_id = ?",
			who.session,
		);
		expect(new Set(found.map(({ label }) => label)).size).toBe(count);
		const ranks = await rows<{ rank: number }>("SELECT rank FROM rankings WHERE session_id = ?", who.session);
		expect(ranks.map(({ rank }) => rank).sort((one, other) => one - other)).toEqual(
			Array.from({ length: count }, (_, index) => index + 1),
		);
	});
});

it("refuses a study with one arm more than the maximum", () => {
	const { arms } = protocolSchema.shape;
	expect(arms.safeParse(armsOf(MOST_ARMS)).success).toBe(true);
	expect(arms.safeParse(armsOf(MOST_ARMS + 1)).success).toBe(false);
});
