import { beforeAll, describe, expect, it } from "vitest";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { SECRETS, servedStudy } from "../../support/protocols/served-study.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";
import { arrive, eventTypesOf } from "../../support/sessions/lapsed-place.ts";

const SLUG = "managed";
const LIST = "/v1/studies/{study}/sessions";
const REASON = { reason: "The participant wrote to us." };
const listed = async (query = "") =>
	(await expectContract("GET", LIST, await send(`/v1/studies/${SLUG}/sessions${query}`))) as {
		sessions: Record<string, unknown>[];
		next: string | null;
	};
const act = (who: { session: string }, what: string, json: unknown, more = {}) =>
	send(`/v1/studies/${SLUG}/sessions/${who.session}/${what}`, { method: "POST", json, ...more });
const isAtMessage = ({ step }: Participant["view"]) => step?.kind === "message";

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, servedStudy(SLUG, "single"));
	await openStudy(fetchWorker, KEY, smallStudy({ slug: "other-study", recruitment: { prolific: { exits: EXITS } } }));
});

describe("the list of sessions", () => {
	it("lists each session's step, without an arm", async () => {
		const [done, here] = [await enrol(fetchWorker, KEY, SLUG, "done"), await enrol(fetchWorker, KEY, SLUG, "here")];
		await walk(fetchWorker, done);
		const view = await walk(fetchWorker, here, isAtMessage);
		for (const { session } of [done, here]) await drain(session);
		const { sessions } = await listed();
		const of = ({ session }: Participant) => sessions.find((row) => row.session === session);
		expect(of(done)).toMatchObject({ status: "completed", step: null, stuck: false, idleMinutes: null });
		const { done: steps, of: all } = view.progress;
		expect(of(here)).toMatchObject({ status: "active", step: "message", progress: { done: steps, of: all } });
		expect(of(here)?.sequence).toHaveLength(2);
		const text = JSON.stringify(sessions).toLowerCase();
		expect(SECRETS.filter((word) => text.includes(word.toLowerCase()))).toEqual([]);
	});

	it("has pages that together have each session once", async () => {
		for (const id of ["p1", "p2", "p3"]) await drain((await enrol(fetchWorker, KEY, SLUG, id)).session);
		const whole = (await listed("?limit=500")).sessions.map(({ session }) => session);
		const paged: unknown[] = [];
		for (let next: string | null = ""; next !== null; ) {
			const page = await listed(`?limit=2${next && `&after=${next}`}`);
			expect(page.sessions.length).toBeLessThanOrEqual(2);
			paged.push(...page.sessions.map(({ session }) => session));
			next = page.next;
		}
		expect(paged).toEqual(whole);
		expect(new Set(paged).size).toBe(whole.length);
		expect(whole.length).toBeGreaterThan(3);
	});

	it("refuses a place of another study, and an unknown status", async () => {
		const other = await arrive("other-study", "elsewhere");
		await drain(other.session);
		expect(await problemIn(await send(`/v1/studies/${SLUG}/sessions?after=${other.session}`))).toMatchObject({
			pointers: ["/after"],
		});
		expect((await send(`/v1/studies/${SLUG}/sessions?status=lost`)).status).toBe(400);
	});

	it("finds sessions whose participant has done nothing for a quarter of an hour", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "stuck");
		await drain(who.session);
		expect((await listed("?stuck=true")).sessions.map(({ session }) => session)).not.toContain(who.session);
		await rows(
			"UPDATE sessions SET last_activity_at = '2026-01-01T00:00:00.000Z', started_at = '2026-01-01T00:00:00.000Z' WHERE id = ?",
			who.session,
		);
		const [found] = (await listed("?stuck=true")).sessions;
		expect(found).toMatchObject({ session: who.session, stuck: true, step: "consent" });
		expect((await listed("?status=active&pool=pilot")).sessions).toEqual([]);
	});
});

describe("the replay of a session", () => {
	const replayOf = (session: string, key?: string, study = SLUG) =>
		send(`/v1/studies/${study}/sessions/${session}/replay`, { ...(key && { key }) });

	it("shows the participant's views, and the audit records the reader", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "replayed");
		await walk(fetchWorker, who);
		const key = await keyWith("data:read");
		const replay = (await expectContract(
			"GET",
			"/v1/studies/{study}/sessions/{session}/replay",
			await replayOf(who.session, key),
		)) as { entries: Record<string, unknown>[] };
		expect(replay.entries[0]).toMatchObject({ kind: "start" });
		expect(replay.entries.at(-1)).toMatchObject({ kind: "end", status: "completed", byResearcher: false });
		expect(replay.entries.filter(({ kind }) => kind === "message").length).toBeGreaterThan(1);
		await drain(who.session);
		// The replies are the same as in the researchers' rows, to the letter: so they reveal no more.
		const rowTexts = await rows<{ text: string }>(
			"SELECT text FROM candidates WHERE session_id = ? ORDER BY text",
			who.session,
		);
		const shown = replay.entries.filter(({ kind }) => kind === "reply").map(({ text }) => text);
		expect(shown.toSorted()).toEqual(rowTexts.map(({ text }) => text));
		const text = JSON.stringify(replay).toLowerCase();
		expect(SECRETS.filter((word) => text.includes(word.toLowerCase()))).toEqual([]);
		const [entry] = await rows("SELECT target, actor FROM audit WHERE action = 'session.replay'");
		expect(entry).toMatchObject({ target: who.session, actor: expect.stringMatching(/^ak_/) });
	});

	it("does not exist in another study, and is gone after erasure", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "gone");
		expect(await problemIn(await replayOf(who.session, KEY, "other-study"))).toMatchObject({ code: "not_found" });
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		expect(await problemIn(await replayOf(who.session))).toMatchObject({ code: "erased" });
		expect(await problemIn(await replayOf(who.session, KEY, "other-study"))).toMatchObject({ code: "not_found" });
	});
});

describe("the end of a session by a researcher", () => {
	it("lets the participant leave by that exit, frees the place, and is on record", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "ended");
		await walk(fetchWorker, who, isAtMessage);
		expect((await act(who, "end", { exit: "completed", ...REASON })).status).toBe(204);
		expect(await see(fetchWorker, who)).toMatchObject({ status: "withdrawn", exit: { reason: "completed" } });
		await drain(who.session);
		expect(await rows("SELECT kind, handling FROM deviations WHERE session_id = ?", who.session)).toEqual([
			{ kind: "ended_by_researcher", handling: "completed" },
		]);
		const [entry] = await rows<{ detail: string }>("SELECT detail FROM audit WHERE action = 'session.end'");
		expect(JSON.parse(String(entry?.detail))).toEqual({ exit: "completed", ...REASON });
		const balance = await readJson(await send(`/v1/studies/${SLUG}/balance`));
		const released = (balance.sequences as { released: number }[]).reduce((sum, row) => sum + row.released, 0);
		expect(released).toBe(1);
		expect((await act(who, "end", { exit: "completed", ...REASON })).status).toBe(204);
		expect(await problemIn(await act(who, "end", { exit: "expired", ...REASON }))).toMatchObject({
			code: "session_ended",
		});
	});

	it("needs a reason and an exit that a researcher can choose", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "kept");
		expect(await problemIn(await act(who, "end", { exit: "completed" }))).toMatchObject({ pointers: ["/reason"] });
		expect(await problemIn(await act(who, "end", { exit: "full", ...REASON }))).toMatchObject({ pointers: ["/exit"] });
		const reader = { key: await keyWith("data:read", "studies:read") };
		expect((await act(who, "end", { exit: "expired", ...REASON }, reader)).status).toBe(403);
		expect((await see(fetchWorker, who)).status).toBe("active");
	});
});

describe("a place that a researcher releases", () => {
	it("is free for others, and its participant gets one again on return", async () => {
		const released = { session: (await arrive("other-study", "waits")).session };
		const path = `/v1/studies/other-study/sessions/${released.session}/release`;
		expect((await send(path, { method: "POST", json: REASON })).status).toBe(204);
		await drain(released.session);
		expect(await eventTypesOf(released.session)).toContain("ReservationLapsed");
		expect(await rows("SELECT target FROM audit WHERE action = 'session.release'")).toEqual([
			{ target: released.session },
		]);
		const who = await arrive("other-study", "waits");
		expect(who.view.step?.kind).toBe("message");
		expect(await eventTypesOf(released.session)).toContain("ReservationRenewed");
	});

	it("is refused once the first message is sent", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "wrote");
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message" && step.turn > 1);
		expect(await problemIn(await act(who, "release", REASON))).toMatchObject({ code: "place_not_reserved" });
	});
});

describe("the link to a session", () => {
	it("opens the session, and the audit records the actor and the reason", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "linked");
		const { url } = await readJson(await act(who, "link", REASON));
		expect(url).toBe(`https://crossover.test/s/${who.session}#${who.token}`);
		expect(await rows("SELECT target FROM audit WHERE action = 'session.link'")).toEqual([{ target: who.session }]);
	});
});

describe("the erasure of a session by a researcher", () => {
	const rowsOf = (table: string, session: string) => rows(`SELECT * FROM ${table} WHERE session_id = ?`, session);

	it("leaves a tombstone of a finished session, as the participant's own erasure does, and is on record", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "wrote-a-letter");
		await walk(fetchWorker, who);
		await drain(who.session);
		expect(await rowsOf("answers", who.session)).not.toEqual([]);
		expect((await act(who, "erase", { reason: "Request 17" }, { key: await keyWith("admin") })).status).toBe(204);
		await drain(who.session);
		for (const table of ["answers", "turns", "candidates"]) expect(await rowsOf(table, who.session)).toEqual([]);
		expect(await rows("SELECT * FROM participant_identities WHERE external_id = 'wrote-a-letter'")).toEqual([]);
		expect(await eventTypesOf(who.session)).toEqual(["SessionErased"]);
		expect(await problemIn(await act(who, "link", REASON))).toMatchObject({ code: "erased" });
		const [entry, ...more] = await rows<{ detail: string; target: string; actor: string }>(
			"SELECT detail, target, actor FROM audit WHERE action = 'session.erase'",
		);
		expect(entry).toMatchObject({ target: who.session, actor: expect.stringMatching(/^ak_/) });
		expect(JSON.parse(String(entry?.detail))).toEqual({ reason: "Request 17" });
		expect(more).toEqual([]);
	});

	it("withdraws an active session, and changes nothing the second time", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "still-there");
		await walk(fetchWorker, who, isAtMessage);
		for (let time = 0; time < 2; time += 1) expect((await act(who, "erase", REASON)).status).toBe(204);
		expect(await eventTypesOf(who.session)).toEqual(["SessionErased"]);
		expect(await problemIn(await send(`/v1/sessions/${who.session}`, { key: who.token }))).toMatchObject({
			code: "erased",
		});
	});

	it("needs a reason, the scope admin, and a session of this study", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "stays");
		expect(await problemIn(await act(who, "erase", {}))).toMatchObject({ pointers: ["/reason"] });
		expect((await act(who, "erase", REASON, { key: await keyWith("sessions:write", "data:read") })).status).toBe(403);
		const elsewhere = `/v1/studies/other-study/sessions/${who.session}/erase`;
		expect(await problemIn(await send(elsewhere, { method: "POST", json: REASON }))).toMatchObject({
			code: "not_found",
		});
		expect((await see(fetchWorker, who)).status).toBe("active");
		expect(await rows("SELECT id FROM audit WHERE action = 'session.erase' AND target = ?", who.session)).toEqual([]);
	});
});

describe("the list of studies", () => {
	it("has pages, the newest first, with the numbers of their live sessions", async () => {
		const first = await expectContract("GET", "/v1/studies", await send("/v1/studies?limit=1"));
		expect(first.studies).toMatchObject([{ slug: "other-study", status: "open" }]);
		const second = await readJson(await send(`/v1/studies?limit=1&after=${first.next}`));
		expect(second).toMatchObject({ studies: [{ slug: SLUG }], next: null });
		const [study] = second.studies as { sessions: { total: number; completed: number } }[];
		const [known] = await rows<{ n: number }>(
			"SELECT count(*) AS n FROM sessions JOIN studies ON studies.id = study_id WHERE slug = ? AND pool = 'live'",
			SLUG,
		);
		expect(study?.sessions.total).toBe(known?.n);
		expect(study?.sessions.completed).toBe(2);
		expect(await problemIn(await send("/v1/studies?after=sy_none"))).toMatchObject({ pointers: ["/after"] });
	});
});
