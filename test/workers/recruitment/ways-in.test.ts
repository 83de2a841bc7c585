// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of survey tools look like this.
import { beforeAll, describe, expect, it } from "vitest";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { draft, load, openIt } from "../../support/protocols/personal-study.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "ways-in";
const SESSIONS = "/v1/studies/{study}/sessions";
const exit = { code: "C0DE" };
const exits = { completed: exit, declined: exit, screened_out: exit, failed_checks: exit };
const recruitment = { returnUrls: ["https://survey.example.org/"], prolific: { exits } };

const land = (query: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
	send(`/p/${SLUG}?${query}`, { key: null, ...init });
const begin = (participant: object, more: object = {}, slug = SLUG) =>
	send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant, ...more } });
const move = (slug: string, to: string) => send(`/v1/studies/${slug}/${to}`, { method: "POST" });

async function answerConsent(session: string, token: string, accept: boolean): Promise<Record<string, unknown>> {
	const view = await readJson(await send(`/v1/sessions/${session}`, { key: token }));
	const { id } = view.step as { id: string };
	return readJson(await send(`/v1/sessions/${session}/steps/${id}`, { method: "POST", key: token, json: { accept } }));
}

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug: SLUG, recruitment })));

describe("the landing link", () => {
	it("leads to the session, with a cookie that gives access only to it", async () => {
		const response = await land("PROLIFIC_PID=5f1a&STUDY_ID=s1&SESSION_ID=x1");
		expect(response.status).toBe(303);
		const session = response.headers.get("Location")?.slice("/s/".length);
		const cookie = response.headers.get("Set-Cookie") ?? "";
		expect(cookie).toMatch(new RegExp(`^xs_${session}=[^;]+; .*Path=/; HttpOnly; Secure; SameSite=Lax$`));
		const opened = await send(`/v1/sessions/${session}`, {
			key: null,
			headers: { Cookie: cookie.split(";")[0] ?? "" },
		});
		expect(await expectContract("GET", "/v1/sessions/{session}", opened)).toMatchObject({
			study: SLUG,
			status: "active",
		});
	});

	it("gives fifty simultaneous arrivals of one person one session", async () => {
		const arrivals = await Promise.all(Array.from({ length: 50 }, () => land("PROLIFIC_PID=eager&SESSION_ID=x1")));
		expect(new Set(arrivals.map(({ headers }) => headers.get("Location"))).size).toBe(1);
	});

	it("stores the recruiter's ids separately", async () => {
		const response = await land("PROLIFIC_PID=apart&STUDY_ID=s9&SESSION_ID=x9");
		await drain(response.headers.get("Location")?.slice("/s/".length) ?? "");
		const [identity] = await rows("select * from participant_identities where external_id = 'apart'");
		expect(identity).toMatchObject({ source: "prolific", reference: JSON.stringify({ study: "s9", session: "x9" }) });
		expect(JSON.stringify(await rows("select * from sessions"))).not.toContain("apart");
	});

	it.each([
		"",
		"PROLIFIC_PID=",
		"PROLIFIC_PID=%20",
		"PROLIFIC_PID={{%25PROLIFIC_PID%25}}",
		`PROLIFIC_PID=${"x".repeat(201)}`,
	])("is refused without a participant: %s", async (query) => {
		const response = await land(query);
		expect(response.status).toBe(400);
		expect(await problemIn(response)).toMatchObject({ code: "invalid_request", pointers: ["/PROLIFIC_PID"] });
	});

	it.each([
		"%7B%7B%25PROLIFIC_PID%25%7D%7D",
		"%257B%257B%2525PROLIFIC_PID%2525%257D%257D",
		"$%7Be://Field/ResponseID%7D",
		"[record_id]",
		"undefined",
		"null",
		"ASSIGNMENT_ID_NOT_AVAILABLE",
	])("refuses a placeholder: %s", async (value) => {
		expect(await problemIn(await land(`PROLIFIC_PID=${value}`))).toMatchObject({ pointers: ["/PROLIFIC_PID"] });
		expect(await problemIn(await land(`PROLIFIC_PID=5f1b&SESSION_ID=${value}`))).toMatchObject({
			pointers: ["/SESSION_ID"],
		});
		const page = await land(`PROLIFIC_PID=${value}`, { headers: { Accept: "text/html" } });
		expect(await page.text()).toContain("This link is not complete");
	});

	it("shows a refusal to a browser as a page", async () => {
		const response = await land("", { headers: { Accept: "text/html,*/*" } });
		expect(response.status).toBe(400);
		expect(response.headers.get("Content-Type")).toContain("text/html");
		expect(await response.text()).toContain("This link is not complete");
	});

	it("starts no session for a HEAD or prefetch request", async () => {
		const looks = [
			{ method: "HEAD" },
			{ headers: { "Sec-Purpose": "prefetch;prerender" } },
			{ headers: { Purpose: "prefetch" } },
		];
		for (const look of looks) {
			const response = await land("PROLIFIC_PID=looker", look);
			expect(response.status).toBe(204);
			expect(response.headers.get("Set-Cookie")).toBeNull();
		}
	});

	it("shows 404 for an unknown session", async () => {
		const response = await send("/s/se_000000000000000000000000", { key: null, headers: { Accept: "text/html" } });
		expect(response.status).toBe(404);
		expect(response.headers.get("Content-Type")).toContain("text/html");
	});

	it("gets 404 for an unknown study, without details", async () => {
		const response = await send("/p/none?PROLIFIC_PID=x", { key: null, headers: { Accept: "text/html" } });
		expect(response.status).toBe(404);
		expect(await response.text()).toContain("There is nothing here");
	});

	it("uses the names that the study gives to its parameters", async () => {
		const parameters = { participant: "pid", study: "sid", session: "run" };
		const study = smallStudy({ slug: "named", recruitment: { prolific: { parameters, exits } } });
		await openStudy(fetchWorker, KEY, study);
		expect((await send("/p/named?pid=x", { key: null })).status).toBe(303);
		expect((await send("/p/named?PROLIFIC_PID=x", { key: null })).status).toBe(400);
	});
});

describe("a survey tool", () => {
	it("starts a session once, and finds it again", async () => {
		const first = await expectContract("POST", SESSIONS, await begin({ id: "r1", source: "qualtrics" }));
		const again = await begin({ id: "r1", source: "qualtrics" });
		expect(again.status).toBe(200);
		expect(await expectContract("POST", SESSIONS, again)).toEqual({ ...first, created: false });
		expect(first.url).toBe(`https://crossover.test/s/${first.session}#${first.token}`);
	});

	it("gets a token that gives access only to this session", async () => {
		const { session, token } = await readJson(await begin({ id: "r2" }));
		const { session: other } = await readJson(await begin({ id: "r3" }));
		expect((await send(`/v1/sessions/${session}`, { key: String(token) })).status).toBe(200);
		expect((await send(`/v1/sessions/${other}`, { key: String(token) })).status).toBe(404);
		expect((await send(`/v1/sessions/${session}`)).status).toBe(404);
		expect((await send("/v1/studies/ways-in", { key: String(token) })).status).toBe(401);
	});

	it("gets different sessions for the same id from different sources, and separate pools for tests", async () => {
		const sources = ["qualtrics", "pilot", "simulated"];
		const views = await Promise.all(sources.map(async (source) => readJson(await begin({ id: "same", source }))));
		expect(new Set(views.map(({ session }) => session)).size).toBe(3);
		for (const { session } of views) await drain(String(session));
		const found = await rows(
			"select source, pool from sessions where source in ('qualtrics', 'pilot', 'simulated') and id in (?, ?, ?) order by source",
			...views.map(({ session }) => session),
		);
		expect(found).toEqual([
			{ source: "pilot", pool: "pilot" },
			{ source: "qualtrics", pool: "live" },
			{ source: "simulated", pool: "simulated" },
		]);
	});

	it("can only set a return address that the study allows", async () => {
		const allowed = await begin({ id: "back" }, { returnUrl: "https://survey.example.org/next?id=1" });
		expect(allowed.status).toBe(201);
		const refused = [
			"https://survey.example.org.evil.test/",
			"http://survey.example.org/",
			"https://user@survey.example.org/",
			"javascript:alert(1)",
		];
		for (const returnUrl of refused) {
			expect(await problemIn(await begin({ id: "away" }, { returnUrl })), returnUrl).toMatchObject({
				code: "invalid_request",
				pointers: ["/returnUrl"],
			});
		}
	});

	it("can change the return address by a later request", async () => {
		const address = (n: number) => `https://survey.example.org/next?response=${n}`;
		const first = await expectContract("POST", SESSIONS, await begin({ id: "moved" }, { returnUrl: address(1) }));
		expect(first.kept).toEqual({ returnUrl: address(1), attributes: {}, ignored: [], missing: [] });
		const again = await expectContract("POST", SESSIONS, await begin({ id: "moved" }, { returnUrl: address(2) }));
		expect(again.kept).toEqual({ returnUrl: address(2), attributes: {}, ignored: [], missing: [] });
		const silent = await expectContract("POST", SESSIONS, await begin({ id: "moved" }));
		expect(silent.kept).toEqual({ returnUrl: address(2), attributes: {}, ignored: [], missing: [] });
		const foreign = await begin({ id: "moved" }, { returnUrl: "https://evil.example/" });
		expect(await problemIn(foreign)).toMatchObject({ pointers: ["/returnUrl"] });
		const declined = await answerConsent(String(first.session), String(first.token), false);
		expect(declined).toMatchObject({
			exit: { redirectUrl: expect.stringContaining(`${address(2)}&crossover_session=`) },
		});
		const after = await expectContract("POST", SESSIONS, await begin({ id: "moved" }, { returnUrl: address(3) }));
		expect(after).toMatchObject({
			kept: { returnUrl: address(3) },
			view: { exit: { redirectUrl: expect.stringContaining(`${address(3)}&crossover_session=`) } },
		});
	});

	it("cannot change attributes, and gets the pointers of ignored ones", async () => {
		const given = { region: "EU", age: 30, member: true };
		const first = await expectContract("POST", SESSIONS, await begin({ id: "changed", attributes: given }));
		expect(first.kept).toEqual({ returnUrl: null, attributes: given, ignored: [], missing: [] });
		const later = { region: "US", age: 30, "new-one": "x" };
		const again = await expectContract("POST", SESSIONS, await begin({ id: "changed", attributes: later }));
		expect(again.kept).toMatchObject({
			attributes: given,
			ignored: [
				{ pointer: "/participant/attributes/region", detail: expect.stringContaining("strata") },
				{ pointer: "/participant/attributes/new-one" },
			],
		});
		await drain(String(first.session));
		expect(await rows("select attributes from v_sessions where session = ?", first.session)).toEqual([
			{ attributes: JSON.stringify(given) },
		]);
	});

	it("learns which attributes the strata lack, also on a repeat", async () => {
		const design = { kind: "crossover" as const, strata: ["attributes.region"] };
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "ways-in-strata", design }));
		const missing = [{ pointer: "/participant/attributes/region", detail: expect.stringContaining("(none)") }];
		const path = "ways-in-strata";
		for (const attributes of [{ age: 30 }, { region: "EU" }]) {
			const answer = await begin({ id: "without", attributes }, {}, path);
			expect(await expectContract("POST", SESSIONS, answer)).toMatchObject({ kept: { missing } });
		}
		const given = await begin({ id: "with", attributes: { region: "EU" } }, {}, path);
		expect(await expectContract("POST", SESSIONS, given)).toMatchObject({ kept: { missing: [] } });
	});

	it("cannot change the exit after a completion code was shown", async () => {
		const { session, token } = await readJson(await begin({ id: "paid", source: "prolific" }));
		expect(await answerConsent(String(session), String(token), false)).toMatchObject({ exit: { code: exit.code } });
		const returnUrl = "https://survey.example.org/next";
		const late = await expectContract("POST", SESSIONS, await begin({ id: "paid", source: "prolific" }, { returnUrl }));
		expect(late).toMatchObject({
			kept: { returnUrl: null, ignored: [{ pointer: "/returnUrl" }] },
			view: { exit: { code: exit.code } },
		});
	});

	it("does not learn attributes from a profile", async () => {
		const slug = "known-attributes";
		await draft(slug, { design: { kind: "crossover", strata: ["attributes.region"] } });
		await load(slug, { participant: "ann", attributes: { region: "EU" }, profile: { x: 1 } });
		expect((await openIt(slug)).status).toBe(200);
		await begin({ id: "ann" }, {}, slug);
		const again = await expectContract(
			"POST",
			SESSIONS,
			await begin({ id: "ann", attributes: { region: "US" } }, {}, slug),
		);
		expect(again.kept).toMatchObject({ attributes: {}, ignored: [{ pointer: "/participant/attributes/region" }] });
		expect(JSON.stringify(again.kept)).not.toContain("EU");
	});

	it("can send null for a missing attribute", async () => {
		const { session } = await readJson(await begin({ id: "nulls", attributes: { region: null, wave: "2" } }));
		await drain(String(session));
		const [row] = await rows<{ attributes: string }>("select attributes from v_sessions where session = ?", session);
		expect(JSON.parse(row?.attributes ?? "")).toEqual({ wave: "2" });
	});

	it("gets the pointers of faulty fields", async () => {
		const { pointers } = await problemIn(
			await begin({ id: "", source: "Q!", attributes: { "a b": 1, deep: {} } }, { extra: 1 }),
		);
		expect(pointers).toEqual(
			expect.arrayContaining([
				"/participant/id",
				"/participant/source",
				"/participant/attributes/a b",
				"/participant/attributes/deep",
				"/extra",
			]),
		);
	});

	it.each([
		"{{%PROLIFIC_PID%}}",
		"${e://Field/ResponseID}",
		"{TOKEN}",
		"undefined",
		"%7BTOKEN%7D",
		" \u200b",
		"ann\u200b",
	])("cannot start a session for a placeholder: %j", async (id) => {
		const problem = await problemIn(await begin({ id, source: "qualtrics" }));
		expect(problem).toMatchObject({ code: "invalid_request", pointers: ["/participant/id"] });
	});

	it("gets the pointers of placeholders in other fields", async () => {
		const attributes = { region: "${e://Field/region}", note: "I like [brackets]" };
		const returnUrl = "https://survey.example.org/next?id=${e://Field/ResponseID}";
		const { pointers } = await problemIn(await begin({ id: "ok", source: "null", attributes }, { returnUrl }));
		expect(pointers.sort()).toEqual(["/participant/attributes/region", "/participant/source", "/returnUrl"]);
	});

	it("must send ids in the study's format, except for pilots and simulations", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "by-format", recruitment: { idFormat: "prolific" } }));
		const refused = await problemIn(await begin({ id: "user12" }, {}, "by-format"));
		expect(refused).toMatchObject({ code: "invalid_request", pointers: ["/participant/id"] });
		for (const participant of [
			{ id: "6650c1f2a9d37be84f01c5d2" },
			{ id: "p1", source: "pilot" },
			{ id: "s1", source: "simulated" },
		])
			expect((await begin(participant, {}, "by-format")).status).toBe(201);
	});

	it("is counted in the flow, by pool", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "flowing" }));
		for (const [id, source] of [
			["a", "api"],
			["b", "api"],
			["c", "simulated"],
		]) {
			const { session } = await readJson(await begin({ id, source }, {}, "flowing"));
			await drain(String(session));
		}
		const flow = "/v1/studies/{study}/flow";
		const all = await expectContract("GET", flow, await send("/v1/studies/flowing/flow?pool=all"));
		expect(all).toMatchObject({ assessed: 3, not_yet_randomised: 3, pools: { live: 2, pilot: 0, simulated: 1 } });
		const live = await expectContract("GET", flow, await send("/v1/studies/flowing/flow?pool=live"));
		expect(live).toMatchObject({ pool: "live", assessed: 2, pools: { live: 2, simulated: 1 } });
	});

	it("has each start in the audit, without the participant's own id", async () => {
		const { session } = await readJson(await begin({ id: "on-record" }));
		await drain(String(session));
		const entries = await rows("select * from audit where target = ?", session);
		expect(entries).toMatchObject([{ action: "session.start", actor: "bootstrap" }]);
		expect(JSON.stringify(entries)).not.toContain("on-record");
	});
});

describe("when a study accepts no new participants", () => {
	it("refuses new participants, and lets running sessions continue", async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "pausing" }));
		const { session } = await readJson(await begin({ id: "early" }, {}, "pausing"));
		await drain(String(session));
		await move("pausing", "pause");
		expect(await problemIn(await begin({ id: "late" }, {}, "pausing"))).toMatchObject({ code: "study_not_open" });
		expect((await begin({ id: "early" }, {}, "pausing")).status).toBe(200);
	});

	it("refuses all visitors before it opens, and shows browsers a page", async () => {
		await send("/v1/studies", { method: "POST", json: smallStudy({ slug: "not-yet", recruitment }) });
		const response = await send("/p/not-yet?PROLIFIC_PID=x", { key: null, headers: { Accept: "text/html" } });
		expect(response.status).toBe(409);
		expect(await response.text()).toContain("not accepting new participants");
	});
});
