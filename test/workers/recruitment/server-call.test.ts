// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of survey tools look like this.
import { beforeAll, describe, expect, it } from "vitest";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "server-call";
const PATH = `/v1/studies/${SLUG}/sessions`;
const SESSIONS = "/v1/studies/{study}/sessions";
const recruitment = { returnUrls: ["https://survey.example.org"], idFormat: "R_[0-9A-Za-z]+" };

const form = (fields: Record<string, string>, headers: Record<string, string> = {}, key: string | null = KEY) =>
	send(PATH, {
		method: "POST",
		key,
		body: new URLSearchParams(fields).toString(),
		headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
	});
const json = (body: unknown) => send(PATH, { method: "POST", json: body });

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug: SLUG, recruitment })));

describe("a survey tool's call", () => {
	it("gets the same session by nested JSON, flat JSON and a form", async () => {
		const nested = await expectContract("POST", SESSIONS, await json({ participant: { id: "R_1", source: "tool" } }));
		const flat = await json({ "participant.id": "R_1", "participant.source": "tool" });
		expect(await expectContract("POST", SESSIONS, flat)).toEqual({ ...nested, created: false });
		const sent = await form({ "participant.id": "R_1", "participant.source": "tool" });
		expect(await expectContract("POST", SESSIONS, sent)).toEqual({ ...nested, created: false });
	});

	it("gets scalars at the top of the answer", async () => {
		const started = await form({ "participant.id": "R_2", "participant.attributes.region": "north" });
		expect(started.status).toBe(201);
		const answer = await expectContract("POST", SESSIONS, started);
		expect(answer).toMatchObject({
			session: expect.stringMatching(/^se_/),
			token: expect.any(String),
			url: expect.stringMatching(/^https:\/\/crossover\.test\/s\/se_/),
			status: "active",
			created: true,
			kept: { attributes: { region: "north" }, ignored: [] },
		});
	});

	it("learns of ignored attributes under the names that it sent", async () => {
		await form({ "participant.id": "R_3", "participant.attributes.region": "north" });
		const again = await form({ "participant.id": "R_3", "participant.attributes.region": "south" });
		expect(await expectContract("POST", SESSIONS, again)).toMatchObject({
			kept: { ignored: [{ pointer: "/participant.attributes.region" }] },
		});
	});

	it.each([
		[{ "participant.id": "${e://Field/ResponseID}" }, ["/participant.id"]],
		[{ "participant.id": "not of the format" }, ["/participant.id"]],
		[{ "participant.id": "R_4", returnUrl: "https://evil.example/" }, ["/returnUrl"]],
		[{ "participant.id": "x", returnUrl: "https://evil.example/" }, ["/returnUrl", "/participant.id"]],
		[{ "participant.id": "R_4", pool: "test" }, ["/pool"]],
	])("is refused with the field as it was sent: %j", async (fields, pointers) => {
		const refused = await form(fields);
		expect(refused.status).toBe(400);
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers });
	});

	it("is refused with 415 in another content type", async () => {
		const refused = await send(PATH, { method: "POST", body: "a", headers: { "Content-Type": "text/plain" } });
		expect(await problemIn(refused)).toMatchObject({ code: "unsupported_media_type" });
	});
});

describe("the key", () => {
	it("is read from X-API-Key too", async () => {
		const key = await keyWith("sessions:write");
		const started = await form({ "participant.id": "R_5" }, { "X-API-Key": key }, null);
		expect(started.status).toBe(201);
		const other = await keyWith("studies:read");
		const refused = await form({ "participant.id": "R_5" }, { "X-API-Key": other }, null);
		expect(await problemIn(refused)).toMatchObject({ code: "forbidden" });
	});

	it("is refused if the two headers have different keys", async () => {
		const refused = await form({ "participant.id": "R_5" }, { "X-API-Key": await keyWith("sessions:write") });
		expect(await problemIn(refused)).toMatchObject({
			code: "unauthenticated",
			detail: expect.stringContaining("different keys"),
		});
		expect((await form({ "participant.id": "R_5" }, { "X-API-Key": KEY })).status).toBe(200);
	});

	it("repeats an answer by its Idempotency-Key, whichever header has the key", async () => {
		const key = await keyWith("sessions:write");
		const fields = { "participant.id": "R_6" };
		const first = await form(fields, { "X-API-Key": key, "Idempotency-Key": "R_6" }, null);
		const again = await form(fields, { "Idempotency-Key": "R_6" }, key);
		expect(again.headers.get("Idempotency-Replayed")).toBe("true");
		expect(await again.text()).toBe(await first.text());
	});
});

describe("a test or preview of the tool", () => {
	it("has a session of the pilot pool, apart from the one of the same person later", async () => {
		const fields = { "participant.id": "R_7", "participant.source": "tool" };
		const pilot = await readJson(await form({ ...fields, pool: "pilot" }));
		const live = await readJson(await form(fields));
		expect(pilot.session).not.toBe(live.session);
		expect((await readJson(await form({ ...fields, pool: "pilot" }))).session).toBe(pilot.session);
		expect(String(pilot.url)).toContain("?preview#");
		for (const { session } of [pilot, live]) await drain(String(session));
		const found = await rows<{ pool: string; source: string }>(
			"select pool, source from sessions where id in (?, ?) order by pool",
			pilot.session,
			live.session,
		);
		expect(found).toEqual([
			{ pool: "live", source: "tool" },
			{ pool: "pilot", source: "tool" },
		]);
	});

	it("needs no id of the study's format", async () => {
		expect((await form({ "participant.id": "preview 1", pool: "pilot" })).status).toBe(201);
	});
});
