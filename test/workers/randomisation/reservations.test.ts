import { env, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { readAllocationExport } from "../../../src/randomisation/verify/allocation-export.ts";
import { verifyAllocations } from "../../../src/randomisation/verify/verify-allocations.ts";
import { readJson, send } from "../../support/http/http.ts";
import { answer, openStudy, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { arrive, letPass, TEN_MINUTES_MS } from "../../support/sessions/lapsed-place.ts";

const reservedIn = async (slug: string) => {
	const { sequences } = (await readJson(await send(`/v1/studies/${slug}/balance`))) as {
		sequences: { reserved: number; released: number }[];
	};
	const sum = (name: "reserved" | "released") => sequences.reduce((total, row) => total + row[name], 0);
	return { reserved: sum("reserved"), released: sum("released") };
};
const open = (slug: string, total: number, more: object = {}) =>
	openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { quota: { total }, ...more } }));

describe("a quota of four places that four bots have reserved", () => {
	const slug = "bots";
	let bots: Awaited<ReturnType<typeof arrive>>[];
	beforeAll(async () => {
		await open(slug, 4);
		bots = await Promise.all(["b1", "b2", "b3", "b4"].map((id) => arrive(slug, id)));
	});

	it("is full while the places are reserved, and free after ten minutes without a message", async () => {
		const early = await arrive(slug, "too-early");
		expect(early.view.status).toBe("full");
		await drain(early.session);
		for (const bot of bots) await letPass(bot, TEN_MINUTES_MS);
		expect(await reservedIn(slug)).toEqual({ reserved: 0, released: 4 });
		const inTime = await arrive(slug, "in-time");
		expect(inTime.view.step?.kind).toBe("message");
		await drain(inTime.session);
	});

	it("gives a new place to bots that return, while places are left", async () => {
		const back = await Promise.all(bots.slice(0, 3).map((bot) => see(fetchWorker, bot)));
		expect(back.map(({ step }) => step?.kind)).toEqual(["message", "message", "message"]);
		expect(await reservedIn(slug)).toMatchObject({ reserved: 4 });
	});

	it("is full for the last bot, which learns the reason and is counted in the flow", async () => {
		const late = bots[3] as (typeof bots)[number];
		const view = await see(fetchWorker, late);
		expect(view).toMatchObject({ status: "full", exit: { reason: "full", placeLapsed: true } });
		await drain(late.session);
		const [flow] = await rows("SELECT randomised, full, full_after FROM v_flow WHERE study = ?", slug);
		expect(flow).toEqual({ randomised: 5, full: 1, full_after: 1 });
	});
});

describe("a participant whose reservation lapsed", () => {
	const slug = "slow-writers";
	beforeAll(() => open(slug, 10));

	it("can still send the message that they were writing", async () => {
		const who = await arrive(slug, "slow");
		await letPass(who, TEN_MINUTES_MS);
		const sent = await answer(fetchWorker, who, String(who.view.step?.id), { text: "I took my time." });
		expect(sent.conversation?.messages[0]).toMatchObject({ role: "participant", text: "I took my time." });
		expect((await walk(fetchWorker, who)).status).toBe("completed");
	});

	it("completes the session with rows of the new plan", async () => {
		const who = await arrive(slug, "replaced");
		await letPass(who, TEN_MINUTES_MS);
		const next = await arrive(slug, "next");
		const stale = await post(fetchWorker, who, String(who.view.step?.id), { text: "For the first plan." });
		expect(stale.status).toBe(409);
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		await drain(who.session);
		const [row] = await rows<{ sequence: string }>("SELECT sequence FROM sessions WHERE id = ?", who.session);
		const labels = await rows<{ labels: string }>(
			"SELECT labels FROM conversations WHERE session_id = ? ORDER BY position",
			who.session,
		);
		expect(labels.map((conversation) => conversation.labels).join(" ")).toBe(row?.sequence);
		expect((await see(fetchWorker, next)).step?.kind).toBe("message");
	});

	it("keeps the place once the first message is sent", async () => {
		const who = await arrive(slug, "writer");
		await answer(fetchWorker, who, String(who.view.step?.id), { text: "Hello" });
		await letPass(who, TEN_MINUTES_MS);
		const events = await runInDurableObject(sessionStub(who.session), (_, { storage }) =>
			storage.sql.exec("SELECT event FROM events WHERE event LIKE '%Reservation%'").toArray(),
		);
		expect(events).toEqual([]);
	});

	it("keeps a new place when an earlier lapse is reported late", async () => {
		const who = await arrive(slug, "late-word");
		await letPass(who, TEN_MINUTES_MS);
		await see(fetchWorker, who);
		const before = await reservedIn(slug);
		const [study] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug);
		await allocatorOf(env.ALLOCATORS, String(study?.id)).lapse({ session: who.session, nth: 1 });
		expect(await reservedIn(slug)).toEqual(before);
	});
});

describe("the allocation log of a study with lapsed reservations", () => {
	it("is verified line by line after unblinding", async () => {
		const slug = "lapses-verified";
		await open(slug, 6);
		const people = await Promise.all(["a", "b", "c"].map((id) => arrive(slug, id)));
		for (const who of people.slice(0, 2)) await letPass(who, TEN_MINUTES_MS);
		await arrive(slug, "d");
		// The new participant has the slot of the first bot. The second bot's slot is free.
		for (const who of people.toReversed()) await walk(fetchWorker, who);
		for (const who of people) await drain(who.session);
		await send(`/v1/studies/${slug}/close`, { method: "POST" });
		const reason = "To draw the allocations again.";
		await send(`/v1/studies/${slug}/unblind`, { method: "POST", json: { reason } });
		const text = await (await send(`/v1/studies/${slug}/exports/allocations.jsonl`)).text();
		const exported = readAllocationExport(text);
		const kinds = exported?.log.map(({ entry }) => entry.kind) ?? [];
		expect(kinds.filter((kind) => kind === "lapsed")).toHaveLength(2);
		expect(kinds).toContain("renewed");
		expect(exported && verifyAllocations(exported)).toEqual([]);
	});
});
