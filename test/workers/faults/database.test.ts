import { env, evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { type BrokenD1, breakD1, type D1Fault } from "../../support/faults/d1-faults.ts";
import { DATABASE_CELLS, type DatabaseMoment, databaseTitle } from "../../support/faults/database-cells.ts";
import { alarmAtMs, makeDue } from "../../support/faults/session-faults.ts";
import { expectStoredOnce, finish, Ledger } from "../../support/faults/session-walk.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, see } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, logOf, rows, sessionStub } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "broken-database";
const LAST_RETRY_MS = 45_000;
/** Without a wait for anything, on a busy machine. */
const AT_ONCE_MS = 5_000;
/** How long a session waits for the key that signs its return. */
const RETURN_KEY_MS = 2_000;
/** Tables with rows of a session. */
const TABLES = 16;

beforeAll(() =>
	openStudy(
		fetchWorker,
		KEY,
		smallStudy({
			slug,
			layout: "best-of",
			recruitment: { prolific: { exits: EXITS }, returnUrls: ["https://survey.example.org"] },
		}),
	),
);

let broken: BrokenD1 | null = null;

const arrive = (id: string) =>
	send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant: { id, source: "test" } } });

/** The landing link of Prolific, in a browser. */
const land = (id: string) =>
	fetchWorker(`/p/${slug}?PROLIFIC_PID=${id}&STUDY_ID=study&SESSION_ID=submission-${id}`, {
		headers: { Accept: "text/html" },
	});

/** What somebody sees who comes while D1 is broken, and afterwards. */
function entering(fault: D1Fault, enter: () => Promise<Response>): Promise<void> {
	if (fault === "down") return refusedAtOnce(enter);
	return fault === "slow" ? answeredLater(enter) : entered(enter);
}

async function entered(enter: () => Promise<Response>): Promise<void> {
	expect((await readJson(await enter())).status).toBe("active");
}

async function refusedAtOnce(enter: () => Promise<Response>): Promise<void> {
	const startedAtMs = performance.now();
	const refused = await enter();
	expect(performance.now() - startedAtMs).toBeLessThan(AT_ONCE_MS);
	expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
	expect(await problemIn(refused)).toMatchObject({ code: "unavailable" });
	// A page does not ask to return the submission, because the same link works again in a minute.
	const page = await (await land("anybody")).text();
	expect(page).toContain("try again in a minute");
	expect(page).not.toContain("return your submission");
	broken?.repair();
	await entered(enter);
}

async function answeredLater(enter: () => Promise<Response>): Promise<void> {
	const late = entered(enter);
	expect(
		await Promise.race([late.then(() => "entered"), fetchWorker("/problems/unavailable").then(() => "waits")]),
	).toBe("waits");
	broken?.repair();
	await late;
}

const MOMENTS: Readonly<Record<DatabaseMoment, (fault: D1Fault, id: string) => Promise<void>>> = {
	"on arrival": async (fault, id) => {
		broken = breakD1(fault);
		await entering(fault, () => arrive(id));
	},
	"on a return by the link": async (fault, id) => {
		await enrol(fetchWorker, KEY, slug, id);
		broken = breakD1(fault);
		await entering(fault, () => arrive(id));
	},
	"during the session": async (fault, id) => {
		const who = await enrol(fetchWorker, KEY, slug, id);
		broken = breakD1(fault);
		const ledger = new Ledger();
		await finish(who, ledger);
		expect(await see(fetchWorker, who)).toMatchObject({ exit: { reason: "completed" } });
		broken.repair();
		await expectStoredOnce(who, ledger);
	},
	"after the end": async (fault, id) => {
		const who = await enrol(fetchWorker, KEY, slug, id);
		const ledger = new Ledger();
		await finish(who, ledger);
		broken = breakD1(fault);
		const held = fault === "slow" ? alarm(who.session) : failAlarms(who.session);
		if (fault === "slow") expect(await see(fetchWorker, who)).toMatchObject({ exit: { reason: "completed" } });
		else await held;
		broken.repair();
		await held;
		await expectStoredOnce(who, ledger);
	},
	"on an erasure": async (fault, id) => {
		const who = await enrol(fetchWorker, KEY, slug, id);
		await finish(who, new Ledger());
		await drain(who.session);
		const personal = () => rows("SELECT 1 FROM turns WHERE session_id = ?", who.session);
		expect(await personal()).toHaveLength(1);
		broken = breakD1(fault);
		const erasure = { method: "POST", key: who.token, json: { erase: true } };
		const erased = await send(`/v1/sessions/${who.session}/withdraw`, erasure);
		expect([erased.status, (await readJson(erased)).erased]).toEqual([200, true]);
		broken.repair();
		await makeDue(who.session, "outbox");
		await drain(who.session);
		expect(await personal()).toEqual([]);
		expect((await logOf(who.session)).map(({ type }) => type)).toEqual(["SessionErased"]);
	},
};

async function alarm(session: string): Promise<void> {
	await makeDue(session, "outbox");
	await runDurableObjectAlarm(sessionStub(session));
}

/** More often than a fault is taken for temporary. */
async function failAlarms(session: string): Promise<void> {
	for (let time = 0; time < 25; time += 1) await alarm(session);
	expect(((await alarmAtMs(session)) ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThanOrEqual(LAST_RETRY_MS);
	// One for the rows and one for the settings. From the twentieth failure on, one more for each table.
	expect(broken?.calls()).toBeLessThan(25 * 2 + 5 * TABLES);
}

describe("a participant whose study's database fails", () => {
	it.each(DATABASE_CELLS.map((cell, place) => [databaseTitle(cell), cell, `person-${place}`] as const))(
		"%s",
		(_title, { fault, moment }, id) => MOMENTS[moment](fault, id),
	);

	it("lets a participant with a signed return wait once, and not at each step", async () => {
		const returnUrl = "https://survey.example.org/done";
		const ledger = new Ledger();
		const started = await send(`/v1/studies/${slug}/sessions`, {
			method: "POST",
			json: { participant: { id: "returns", source: "test" }, returnUrl },
		});
		const who: Participant = JSON.parse(await started.text());
		await evictDurableObject(sessionStub(who.session));
		broken = breakD1("slow");
		const startedAtMs = performance.now();
		const end = await finish(who, ledger);
		// Its walk has a dozen requests, each of which would wait.
		expect(performance.now() - startedAtMs).toBeLessThan(5 * RETURN_KEY_MS);
		expect(end.exit?.redirectUrl).toContain(returnUrl);
		broken.repair();
		await expectStoredOnce(who, ledger);
	});

	it("reads on the page of a link that the fault is ours, and that nothing is lost", async () => {
		broken = breakD1("down");
		const page = await land("landing");
		expect([page.status, page.headers.get("Retry-After")]).toEqual([503, "5"]);
		expect(await page.text()).toContain("This is our fault. Your answers are saved.");
		broken.repair();
		expect((await land("landing")).status).toBe(303);
	});
});

describe("a row of D1 that does not fit the session's log", () => {
	it("overwrites a row with the same key and other content", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "same-key");
		const ledger = new Ledger();
		await finish(who, ledger);
		await makeDue(who.session, "outbox");
		await drain(who.session);
		const wrong = "UPDATE candidates SET text = 'forged', chosen = 1 WHERE session_id = ?";
		await env.DB.prepare(wrong).bind(who.session).run();
		await sessionStub(who.session).rebuild();
		await expectStoredOnce(who, ledger);
		const texts = (await logOf(who.session)).flatMap((event) =>
			event.type === "ReplyWritten" ? event.candidates.map(({ text }) => text) : [],
		);
		const stored = await rows<{ text: string; chosen: number }>(
			"SELECT text, chosen FROM candidates WHERE session_id = ? ORDER BY slot",
			who.session,
		);
		expect(stored.map(({ text }) => text)).toEqual(texts);
		expect(stored.map(({ chosen }) => chosen)).toEqual([1, 0]);
	});

	it("sets a row aside that conflicts with a row of another session", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "in-the-way");
		await drain(who.session);
		await env.DB.prepare("UPDATE sessions SET id = 'se_other' WHERE id = ?").bind(who.session).run();
		await finish(who, new Ledger());
		await makeDue(who.session, "outbox");
		await drain(who.session);
		const set = "SELECT kind, handling FROM deviations WHERE session_id = ?";
		expect(await rows(set, who.session)).toEqual([{ kind: "row_set_aside", handling: "sessions" }]);
		expect((await rows("SELECT 1 FROM candidates WHERE session_id = ?", who.session)).length).toBe(2);
		await env.DB.prepare("DELETE FROM sessions WHERE id = 'se_other'").run();
		await sessionStub(who.session).rebuild();
		await drain(who.session);
		expect(await rows("SELECT status FROM sessions WHERE id = ?", who.session)).toEqual([{ status: "completed" }]);
		expect(await rows(set, who.session)).toEqual([]);
	});
});
