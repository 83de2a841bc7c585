import { env, runDurableObjectAlarm } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { answer, type Credentials, enrol, openStudy, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const SETTINGS = "/v1/studies/{study}/settings";
const REASON = "The sponsor has granted more.";

const idOf = async (slug: string): Promise<string> =>
	String((await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug))[0]?.id);

/** Delivers the session's reports to the ledger, and the ledger's results to D1. */
async function report(slug: string, who: Credentials): Promise<void> {
	await drain(who.session);
	await runDurableObjectAlarm(env.USAGE.get(env.USAGE.idFromName(await idOf(slug))));
}

const statusOf = async (slug: string) => (await readJson(await send(`/v1/studies/${slug}`))).status;
const settingsOf = async (slug: string) =>
	(await expectContract("GET", SETTINGS, await send(`/v1/studies/${slug}/settings`))) as {
		budget: { tokens?: number; counted: { tokens: number }; spentAt: string | null } | null;
	};
const raise = (slug: string, budget: object, reason = REASON) =>
	send(`/v1/studies/${slug}/settings`, { method: "PATCH", json: { budget, reason } });
const reopen = (slug: string) => send(`/v1/studies/${slug}/open`, { method: "POST" });

/** A session in a conversation, with one answered message. */
async function chatting(slug: string, id: string) {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
	await answer(fetchWorker, who, String(step?.id), { text: "Tell me something about harbours." });
	return who;
}

describe("when a study's budget is spent", () => {
	const slug = "spent";

	it("takes no new participants, lets running sessions finish, and records a warning", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug, limits: { study: { tokens: 10 } } }));
		const inside = await chatting(slug, "inside");
		await report(slug, inside);
		expect(await statusOf(slug)).toBe("paused");
		const refused = await send(`/v1/studies/${slug}/sessions`, {
			method: "POST",
			json: { participant: { id: "late" } },
		});
		expect(await problemIn(refused)).toMatchObject({ code: "study_not_open" });
		expect((await walk(fetchWorker, inside)).status).toBe("completed");
		const { warnings } = await readJson(await send(`/v1/studies/${slug}`));
		expect(warnings).toContainEqual(
			expect.objectContaining({ code: "budget_spent", pointer: "/limits/study", numbers: { tokens: 10 } }),
		);
		const entries = await rows<{ actor: string; detail: string }>(
			"SELECT actor, detail FROM audit WHERE study_id = ? AND action = 'study.pause'",
			await idOf(slug),
		);
		expect(entries).toEqual([
			{ actor: "system", detail: JSON.stringify({ reason: "budget", budget: { tokens: 10 } }) },
		]);
	});

	it("opens again only once the budget is raised", async () => {
		expect(await problemIn(await reopen(slug))).toMatchObject({ code: "study_state" });
		const raised = await raise(slug, { tokens: 1_000_000 });
		expect(await expectContract("PATCH", SETTINGS, raised)).toMatchObject({
			budget: { tokens: 1_000_000, spentAt: null },
		});
		expect(await statusOf(slug)).toBe("paused");
		expect((await reopen(slug)).status).toBe(200);
		expect((await see(fetchWorker, await chatting(slug, "after"))).status).toBe("active");
		const [entry] = await rows<{ detail: string }>(
			"SELECT detail FROM audit WHERE study_id = ? AND action = 'study.settings'",
			await idOf(slug),
		);
		expect(JSON.parse(String(entry?.detail))).toEqual({
			before: { budget: { tokens: 10 } },
			after: { budget: { tokens: 1_000_000 } },
			reason: REASON,
		});
	});
});

describe("a budget's settings", () => {
	it("are null for a study without a budget, and cannot add one", async () => {
		const slug = "without-budget";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		expect(await settingsOf(slug)).toMatchObject({ budget: null });
		expect(await problemIn(await raise(slug, { tokens: 5 }))).toMatchObject({ code: "study_state" });
	});

	it("can only be raised, by at least a tenth, while the study is blinded", async () => {
		const slug = "moved-budget";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, limits: { study: { tokens: 1000 } } }));
		for (const tokens of [999, 1050])
			expect((await problemIn(await raise(slug, { tokens }))).pointers).toEqual(["/budget/tokens"]);
		expect((await problemIn(await raise(slug, {}))).pointers).toContain("/budget");
		expect((await raise(slug, { tokens: 1100 })).status).toBe(200);
		expect((await settingsOf(slug)).budget).toMatchObject({ tokens: 1100, counted: { tokens: 0 }, spentAt: null });
	});

	it("can change freely in a single-blind study", async () => {
		const slug = "open-budget";
		const blinding = { level: "single" as const, pace: "as-is" as const };
		await openStudy(fetchWorker, KEY, smallStudy({ slug, blinding, limits: { study: { tokens: 1000 } } }));
		expect((await raise(slug, { tokens: 10 })).status).toBe(200);
	});

	it("need a reason for a change", async () => {
		expect((await problemIn(await raise("moved-budget", { tokens: 5000 }, "more"))).pointers).toEqual(["/reason"]);
	});
});

describe("a session's budget", () => {
	it("ends each conversation, and the participant completes", async () => {
		const slug = "shares";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, limits: { session: { tokens: 20 } } }));
		const who = await chatting(slug, "p");
		const view = await see(fetchWorker, who);
		expect(view.step?.kind).toBe("form");
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		await drain(who.session);
		const ended = await rows(
			"SELECT kind, turn, label FROM deviations WHERE session_id = ? ORDER BY occurred_at",
			who.session,
		);
		expect(ended).toEqual([
			{ kind: "budget", turn: 1, label: null },
			{ kind: "budget", turn: 1, label: null },
		]);
	});
});

describe("the ledger", () => {
	it("keeps an erased session's spending, but not its id", async () => {
		const slug = "erased-spending";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, limits: { study: { tokens: 1_000_000 } } }));
		const who = await chatting(slug, "leaves");
		await report(slug, who);
		const before = (await settingsOf(slug)).budget?.counted;
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		await report(slug, who);
		expect((await settingsOf(slug)).budget?.counted).toEqual(before);
	});
});
