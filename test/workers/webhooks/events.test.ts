import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { ledgerOf } from "../../../src/models/usage/usage-ledger-client.ts";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { eventSchema } from "../../../src/webhooks/events/event-schemas.ts";
import { readJson, send } from "../../support/http/http.ts";
import { answer, type Credentials, enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { idsOf, receiver, typesOf } from "../../support/webhooks/receiver.ts";

const idOf = async (slug: string) => String((await readJson(await send(`/v1/studies/${slug}`))).id);
const objectOf = async (namespace: DurableObjectNamespace, slug: string) =>
	namespace.get(namespace.idFromName(await idOf(slug)));

/** A study with a webhook whose receiver has the study's name. */
async function told(slug: string, over: object = {}) {
	await openStudy(fetchWorker, KEY, smallStudy({ slug, ...over }));
	const to = receiver(slug);
	const created = await send(`/v1/studies/${slug}/webhooks`, { method: "POST", json: { url: to.url } });
	expect(created.status).toBe(201);
	return {
		...to,
		/** The first events, once there are so many. Each is checked against its schema. */
		events: async (n: number) => {
			await eventually(async () => (await to.received()).length >= n, `event ${n}`);
			const received = await to.received();
			for (const { body } of received) eventSchema(JSON.parse(body).type).parse(JSON.parse(body));
			return received;
		},
	};
}

const dataOf = ({ body }: { body: string }) => JSON.parse(body).data;
const withdraw = ({ session, token }: Credentials, erase: boolean) =>
	fetchWorker(`/v1/sessions/${session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: JSON.stringify({ erase }),
	});

describe("the webhook event of a session's end", () => {
	const slug = "told-ends";
	let to: Awaited<ReturnType<typeof told>>;
	beforeAll(async () => {
		to = await told(slug);
	});

	it("is sent when the participant completes, after its rows are in D1", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "finishing");
		await walk(fetchWorker, who);
		await drain(who.session);
		const [event] = await to.events(1);
		expect(event && dataOf(event)).toMatchObject({ study: slug, session: who.session, status: "completed" });
		expect(await rows("SELECT status FROM sessions WHERE id = ?", who.session)).toEqual([{ status: "completed" }]);
	});

	it("is sent when the participant declines", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "declining");
		await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: false });
		await drain(who.session);
		const events = await to.events(2);
		expect(typesOf(events)).toEqual(["session.completed", "session.exited"]);
		expect(events[1] && dataOf(events[1])).toMatchObject({ status: "declined", reason: "declined", erased: false });
	});

	it("is sent when the participant erases the session, without personal data", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "erasing-person", { attributes: { region: "attribute-of-them" } });
		await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		await withdraw(who, true);
		await drain(who.session);
		const events = await to.events(3);
		expect(events[2] && dataOf(events[2])).toMatchObject({ session: who.session, status: "withdrawn", erased: true });
		const stored = await runInDurableObject(await objectOf(env.WEBHOOKS, slug), (_object, { storage }) =>
			JSON.stringify(
				["events", "deliveries", "attempts"].map((table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray()),
			),
		);
		expect(stored).toContain(who.session);
		const [row] = await rows<{ id: string }>("SELECT participant_id AS id FROM sessions WHERE id = ?", who.session);
		for (const fact of ["erasing-person", "attribute-of-them", String(row?.id)]) expect(stored).not.toContain(fact);
	});

	it("is sent once, however often the log is delivered again", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "rebuilt");
		await walk(fetchWorker, who);
		await drain(who.session);
		await to.events(4);
		await sessionStub(who.session).rebuild();
		await drain(who.session);
		await evictDurableObject(sessionStub(who.session));
		await sessionStub(who.session).rebuild();
		await drain(who.session);
		await runDurableObjectAlarm(await objectOf(env.WEBHOOKS, slug));
		const ids = idsOf(await to.received());
		expect(ids).toHaveLength(4);
		expect(new Set(ids).size).toBe(4);
	});

	it("is not sent for simulated participants", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "simulated", { source: "simulated" });
		await walk(fetchWorker, who);
		await drain(who.session);
		await runDurableObjectAlarm(await objectOf(env.WEBHOOKS, slug));
		expect(await to.received()).toHaveLength(4);
	});

	it("is sent once after an outage of D1", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "outage");
		await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		await drain(who.session);
		await env.DB.exec("ALTER TABLE form_answers RENAME TO answers_gone");
		await walk(fetchWorker, who);
		await runDurableObjectAlarm(sessionStub(who.session));
		expect(await to.received()).toHaveLength(4);
		await env.DB.exec("ALTER TABLE answers_gone RENAME TO form_answers");
		await eventually(async () => {
			await runDurableObjectAlarm(sessionStub(who.session));
			return (await to.received()).length > 4;
		}, "the event after the outage");
		expect(await to.events(5)).toHaveLength(5);
	});
});

describe("a session's outbox", () => {
	it("hands an event over again if the webhooks' object failed, and it is sent once", async () => {
		const slug = "told-outbox";
		const to = await told(slug);
		const who = await enrol(fetchWorker, KEY, slug, "unlucky");
		const object = await objectOf(env.WEBHOOKS, slug);
		await runInDurableObject(object, (_object, { storage }) =>
			storage.sql.exec("CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no'); END"),
		);
		await walk(fetchWorker, who);
		await runDurableObjectAlarm(sessionStub(who.session));
		expect(await to.received()).toEqual([]);
		expect(await rows("SELECT status FROM sessions WHERE id = ?", who.session)).toEqual([{ status: "completed" }]);
		await runInDurableObject(object, (_object, { storage }) => storage.sql.exec("DROP TRIGGER refuse"));
		await evictDurableObject(sessionStub(who.session));
		await eventually(async () => {
			await runDurableObjectAlarm(sessionStub(who.session));
			return (await to.received()).length > 0;
		}, "the event after the failure");
		expect(await to.events(1)).toHaveLength(1);
	});
});

describe("a report of a reply", () => {
	it("is sent to webhooks without the note, the reply or its place", async () => {
		const slug = "told-reports";
		const to = await told(slug);
		const who = await enrol(fetchWorker, KEY, slug, "reporting");
		const message = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		const replied = await answer(fetchWorker, who, message.step?.id ?? "", { text: "Tell me about harbours." });
		const reply = replied.conversation?.messages.find(({ role }) => role === "assistant");
		const reported = await fetchWorker(`/v1/sessions/${who.session}/reports`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ message: reply?.id, kind: "harmful", note: "words-of-the-participant" }),
		});
		expect(reported.status).toBe(200);
		await drain(who.session);
		const [event] = await to.events(1);
		expect(JSON.parse(event?.body ?? "")).toEqual({
			type: "reply.reported",
			timestamp: expect.any(String),
			data: {
				study: slug,
				studyId: await idOf(slug),
				session: who.session,
				pool: "live",
				kind: "harmful",
				reportedAt: expect.any(String),
			},
		});
	});
});

describe("a study", () => {
	it("sends an event when its last place is taken, and again after one was free", async () => {
		const slug = "told-full";
		const to = await told(slug, { recruitment: { quota: { total: 4 } } });
		const inside: Credentials[] = [];
		const arrive = async (name: string) => {
			const who = await enrol(fetchWorker, KEY, slug, name);
			const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
			inside.push(who);
			return view.status;
		};
		for (const name of ["a", "b", "c"]) expect(await arrive(name)).toBe("active");
		expect(await to.received()).toEqual([]);
		expect(await arrive("d")).toBe("active");
		const [event] = await to.events(1);
		expect(event && dataOf(event)).toMatchObject({ study: slug, pool: "live" });
		const [first] = inside;
		if (!first) throw new Error("nobody arrived");
		await withdraw(first, false);
		await drain(first.session);
		expect(await arrive("e")).toBe("active");
		const events = await to.events(3);
		expect(typesOf(events).sort()).toEqual(["session.exited", "study.full", "study.full"]);
		expect(new Set(idsOf(events)).size).toBe(3);
	});

	it("sends an event when its budget is spent and it is paused", async () => {
		const slug = "told-budget";
		const to = await told(slug, { limits: { study: { tokens: 10 } } });
		const who = await enrol(fetchWorker, KEY, slug, "spending");
		const message = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		await answer(fetchWorker, who, message.step?.id ?? "", { text: "Tell me something about harbours." });
		await drain(who.session);
		await runDurableObjectAlarm(await objectOf(env.USAGE, slug));
		const [event] = await to.events(1);
		expect(event && JSON.parse(event.body)).toMatchObject({ type: "budget.paused", data: { code: "budget_spent" } });
		expect(event?.body).not.toMatch(/tokens|cost/);
		expect((await readJson(await send(`/v1/studies/${slug}`))).status).toBe("paused");
	});

	it("sends one event when the sample ratio begins to fail, without its numbers or a sequence", async () => {
		const slug = "told-balance";
		const to = await told(slug);
		const id = await idOf(slug);
		const allocator = allocatorOf(env.ALLOCATORS, id);
		const sequences = new Map<string, string>();
		for (let number = 0; number < 60; number += 1) {
			const given = await allocator.allocate({ session: `se_${number}`, pool: "live", strata: {} });
			if (given.kind === "allocated") sequences.set(`se_${number}`, given.plan.sequence.join(" "));
		}
		const [gone] = sequences.values();
		for (const [session, sequence] of sequences) if (sequence === gone) await allocator.release(session);
		for (let alarms = 0; alarms < 2; alarms += 1) await runDurableObjectAlarm(await objectOf(env.ALLOCATORS, slug));
		const [event, ...others] = await to.events(1);
		expect(others).toEqual([]);
		const { type, data } = JSON.parse(event?.body ?? "");
		expect(type).toBe("balance.warning");
		const [warning] = await rows<{ at: string }>("SELECT raised_at AS at FROM warnings WHERE study_id = ?", id);
		expect(data).toEqual({ study: slug, studyId: id, pool: "live", code: "sample_ratio", raisedAt: warning?.at });
	});

	it("sends one event when too many replies were late, over all arms", async () => {
		const slug = "told-pace";
		const to = await told(slug);
		const id = await idOf(slug);
		const ledger = ledgerOf(env.USAGE, id);
		for (let index = 0; index < 30; index += 1) {
			const count = { replies: 10, late: 1 };
			await ledger.recordPace({ studyId: id, session: `se_${index}`, pool: "live", step: 100, count });
			await runDurableObjectAlarm(await objectOf(env.USAGE, slug));
		}
		const [event, ...others] = await to.events(1);
		await runDurableObjectAlarm(await objectOf(env.WEBHOOKS, slug));
		expect(others).toEqual([]);
		expect(await to.received()).toHaveLength(1);
		const { type, data } = JSON.parse(event?.body ?? "");
		expect(type).toBe("pace.warning");
		const [warning] = await rows<{ at: string }>("SELECT raised_at AS at FROM warnings WHERE study_id = ?", id);
		expect(data).toEqual({ study: slug, studyId: id, pool: "live", code: "late_replies", raisedAt: warning?.at });
	});
});
