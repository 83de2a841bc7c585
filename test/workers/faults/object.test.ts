import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { LAYOUTS } from "../../support/faults/cell.ts";
import { alarmAtMs, alarmTwice, fillStorage, loseAlarm, makeDue } from "../../support/faults/session-faults.ts";
import { expectStoredOnce, finish, Ledger } from "../../support/faults/session-walk.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, logOf, rows, sessionStub } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { collect, events } from "../../support/replies/event-stream.ts";
import { letPass } from "../../support/sessions/lapsed-place.ts";

beforeAll(async () => {
	for (const layout of LAYOUTS) await openStudy(fetchWorker, KEY, servedStudy(`object-${layout}`, layout));
});

const HUNDRED_DAYS_MS = 100 * 24 * 3_600_000;
/** The lease of a deadline, after which it is tried again. */
const LEASE_MS = 60_000;

const atMessage = async (slug: string, id: string, ledger: Ledger): Promise<{ who: Participant; step: string }> => {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const view = await walk(
		fetchWorker,
		who,
		({ step }) => step?.kind === "message",
		(step) => ledger.next(step),
	);
	return { who, step: view.step?.id ?? "" };
};

const release = (key: string) => fetch(new URL(`/release?key=${key}`, inject("modelServerUrl")), { method: "POST" });

/** A message whose reply is held until the test releases it. */
async function held(
	layout: string,
	id: string,
	ledger: Ledger,
): Promise<{ who: Participant; key: string; step: string }> {
	const key = `object-${layout}-${id}`;
	const { who, step } = await atMessage(`object-${layout}`, id, ledger);
	const message = ledger.say(step, `[[hold:${key}]] Hello`);
	expect((await post(fetchWorker, who, step, message, { Prefer: "respond-async" })).status).toBe(202);
	return { who, key, step };
}

const follow = (who: Participant, step: string) =>
	fetchWorker(`/v1/sessions/${who.session}/steps/${step}/stream`, {
		headers: { Authorization: `Bearer ${who.token}` },
	});

/** More alarms than the platform repeats if they reject. Each has to set the next, and not at once. */
async function failAlarms(session: string, prepare = async () => {}): Promise<void> {
	for (let time = 0; time < 10; time += 1) {
		await prepare();
		expect(await runDurableObjectAlarm(sessionStub(session))).toBe(true);
		const inMs = ((await alarmAtMs(session)) ?? Number.POSITIVE_INFINITY) - Date.now();
		expect(inMs).toBeLessThanOrEqual(LEASE_MS);
		expect(inMs).toBeGreaterThan(LEASE_MS / 2);
	}
}

const written = (who: Participant) =>
	eventually(async () => (await see(fetchWorker, who)).step?.kind !== "generating", "the reply is written");

describe.each(LAYOUTS)("the object of a session in the layout %s", (layout) => {
	it("loses nothing when it is evicted right after each answer", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, `object-${layout}`, "evicted");
		let { step } = who.view;
		while (step) {
			const response = await post(fetchWorker, who, step.id, ledger.next(step), { Prefer: "respond-async" });
			expect(response.ok).toBe(true);
			await evictDurableObject(sessionStub(who.session));
			await runDurableObjectAlarm(sessionStub(who.session));
			await written(who);
			({ step } = await see(fetchWorker, who));
		}
		await expectStoredOnce(who, ledger);
	});

	it("writes a reply once when its alarm comes twice meanwhile", async () => {
		const ledger = new Ledger();
		const { who, key } = await held(layout, "alarm-twice", ledger);
		await makeDue(who.session, "outbox");
		await alarmTwice(who.session);
		expect((await see(fetchWorker, who)).step?.kind).toBe("generating");
		await release(key);
		await written(who);
		await finish(who, ledger);
		await expectStoredOnce(who, ledger);
	});

	it("continues a reply by its alarm after its storage was full", async () => {
		const ledger = new Ledger();
		const { who, key, step } = await held(layout, "full", ledger);
		const read = collect(events(await follow(who, step)));
		const freed = await fillStorage(who.session);
		await release(key);
		// Only what has to be stored fails. The participant goes on waiting, and is not told of an error.
		expect((await see(fetchWorker, who)).step?.kind).toBe("generating");
		await failAlarms(who.session);
		await freed();
		expect(await runDurableObjectAlarm(sessionStub(who.session))).toBe(true);
		const shown = (await read).find(({ data }) => data?.type === "data-view");
		expect(shown?.data?.data).toMatchObject({ step: { kind: layout === "best-of" ? "choice" : "message" } });
		await finish(who, ledger);
		await expectStoredOnce(who, ledger);
	});
});

const SLUG = "object-best-of";

describe("an alarm that comes twice", () => {
	it("writes rows once", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, SLUG, "rows-twice");
		await finish(who, ledger);
		await makeDue(who.session, "outbox", "again");
		await alarmTwice(who.session);
		await expectStoredOnce(who, ledger);
		const entries = "SELECT 1 FROM audit WHERE action = 'session.start' AND target = ?";
		expect(await rows(entries, who.session)).toHaveLength(1);
	});

	it("lets a session expire once", async () => {
		const { who } = await atMessage(SLUG, "expires", new Ledger());
		await letPass(who, HUNDRED_DAYS_MS);
		await makeDue(who.session, "expiry", "reservation");
		await alarmTwice(who.session);
		const ends = (await logOf(who.session)).filter(({ type }) => type === "SessionExpired");
		expect(ends).toHaveLength(1);
		expect(await see(fetchWorker, who)).toMatchObject({ status: "expired", step: null });
	});
});

describe("a session whose alarm the platform has given up", () => {
	it("sets it again when the participant returns", async () => {
		const ledger = new Ledger();
		const { who } = await atMessage(SLUG, "returns", ledger);
		await makeDue(who.session, "outbox");
		await loseAlarm(who.session);
		await evictDurableObject(sessionStub(who.session));
		expect(await alarmAtMs(who.session)).toBeNull();
		await see(fetchWorker, who);
		expect(await alarmAtMs(who.session)).not.toBeNull();
		await finish(who, ledger);
		await expectStoredOnce(who, ledger);
	});

	it("delivers its rows after a rebuild if nobody returns", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, SLUG, "never-returns");
		await drain(who.session);
		await finish(who, ledger);
		await loseAlarm(who.session);
		await evictDurableObject(sessionStub(who.session));
		const rebuilt = await send(`/v1/studies/${SLUG}/rebuild`, { method: "POST", json: { after: "" } });
		expect(rebuilt.status).toBe(200);
		await eventually(
			async () => (await runDurableObjectAlarm(sessionStub(who.session))) || (await alarmAtMs(who.session)) === null,
			"the alarm has run",
		);
		await expectStoredOnce(who, ledger);
	});

	it("never loses it by failures of its own, however many there are", async () => {
		const ledger = new Ledger();
		const { who } = await atMessage(SLUG, "fails-often", ledger);
		const freed = await fillStorage(who.session, /into meta/i);
		await failAlarms(who.session, () => makeDue(who.session, "outbox"));
		await freed();
		await finish(who, ledger);
		await expectStoredOnce(who, ledger);
	});
});

describe("a session whose storage is full", () => {
	it("refuses an answer as unavailable, shows the same step, and takes the answer when there is room again", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, SLUG, "full at every step");
		let view = who.view;
		while (view.step) {
			const given = ledger.next(view.step);
			const freed = await fillStorage(who.session);
			const refused = await post(fetchWorker, who, view.step.id, given);
			expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
			expect(await problemIn(refused)).toMatchObject({ code: "unavailable" });
			expect(await see(fetchWorker, who)).toEqual(view);
			await freed();
			view = await answer(fetchWorker, who, view.step.id, given);
		}
		expect(view.status).toBe("completed");
		await expectStoredOnce(who, ledger);
	});
});
