import { env } from "cloudflare:test";
import { createHmac } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "sources";
const OPEN = {
	parameters: { participant: "rid", returnUrl: "ret", pool: "preview" },
	attributes: { region: "area" },
};
const links = {
	limesurvey: OPEN,
	qualtrics: { ...OPEN, signed: true },
	mail: { parameters: { participant: "rid" }, signed: true },
};
const recruitment = { returnUrls: ["https://survey.example.org"], idFormat: "[A-Za-z0-9_-]+", links };
const BACK = "https://survey.example.org/back?r=1&r=2&e=#end";

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug: SLUG, recruitment })));
afterEach(() => vi.useRealTimers());

function aMinuteLater(): void {
	vi.useFakeTimers({ toFake: ["Date"] });
	vi.setSystemTime(Date.now() + 61_000);
}

type Query = Record<string, string> | readonly (readonly [string, string])[];
const queryOf = (query: Query) => new URLSearchParams(Array.isArray(query) ? query : Object.entries(query)).toString();
const land = (
	source: string,
	query: Query | string,
	init: { method?: string; headers?: Record<string, string> } = {},
) => send(`/p/${SLUG}/${source}?${typeof query === "string" ? query : queryOf(query)}`, { key: null, ...init });
const sessionOf = (landed: Response) => /^\/s\/(se_[^?]+)/.exec(landed.headers.get("Location") ?? "")?.[1] ?? "";
const cookieOf = (landed: Response) => ({ Cookie: landed.headers.get("Set-Cookie")?.split(";")[0] ?? "" });
const viewOf = async (landed: Response) =>
	readJson(await send(`/v1/sessions/${sessionOf(landed)}`, { key: null, headers: cookieOf(landed) }));
const newKey = async (source: string) =>
	String((await readJson(await send(`/v1/studies/${SLUG}/links/${source}/key`, { method: "POST" }))).key);

/** As a tool's server signs, without any code of ours. */
function sign(key: string, parameters: Record<string, string>): Record<string, string> {
	const encoded = (text: string) =>
		encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
	const text = Object.entries(parameters)
		.map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
		.sort()
		.join("&");
	return { ...parameters, sig: createHmac("sha256", key).update(text).digest("hex") };
}

/** What the tool's server checks of a return: that we signed it for this participant, and not for a preview. */
function isGenuine(key: string, address: string, participant: string): boolean {
	const received = [...new URL(address).searchParams].filter(([name]) => name.startsWith("crossover_"));
	const { crossover_signature: signature, ...result } = Object.fromEntries(received);
	return sign(key, { ...result, crossover_participant: participant }).sig === signature;
}

async function decline(landed: Response): Promise<string> {
	const view = await viewOf(landed);
	const path = `/v1/sessions/${view.id}/steps/${(view.step as { id: string }).id}`;
	const ended = await send(path, { method: "POST", key: null, headers: cookieOf(landed), json: { accept: false } });
	return ((await readJson(ended)).exit as { redirectUrl: string }).redirectUrl;
}

describe("an unsigned link", () => {
	it("starts a session with the declared parameters, and ignores others", async () => {
		const landed = await land("limesurvey", { rid: "a1", area: "north", ret: BACK, preview: "", lang: "de", sid: "7" });
		expect(landed.status).toBe(303);
		await drain(sessionOf(landed));
		const [row] = await rows("select source, pool, attributes from v_sessions where session = ?", sessionOf(landed));
		expect(row).toEqual({ source: "limesurvey", pool: "live", attributes: JSON.stringify({ region: "north" }) });
	});

	it.each([
		["rid={TOKEN}", ["/rid"]],
		["rid=[record-name]", ["/rid"]],
		["rid=", ["/rid"]],
		["", ["/rid"]],
		["rid=a&rid=b", ["/rid"]],
		["rid=not%20of%20the%20format", ["/rid"]],
		["rid=a&area=%7BAREA%7D", ["/area"]],
		["rid=a&area=x&area=y", ["/area"]],
		["rid=a&ret=https%3A%2F%2Fevil.example%2F", ["/ret"]],
		["rid=a&ret=https%3A%2F%2Fsurvey.example.org.evil.example%2F", ["/ret"]],
		["rid=a&ret=https%3A%2F%2Fsurvey.example.org%2F%3Fx%3D%7BSAVEDID%7D", ["/ret"]],
		["rid=a&ret=javascript%3Aalert(1)", ["/ret"]],
		["rid=a&preview=perhaps", ["/preview"]],
		["rid=a&pool=pilot", ["/pool"]],
		["rid=a&preview=&Pool=swimming", ["/Pool"]],
		["rid=a&test=1", ["/test"]],
	])("is refused with the parameter that is wrong: %s", async (query, pointers) => {
		expect(await problemIn(await land("limesurvey", query))).toMatchObject({ code: "invalid_request", pointers });
		const page = await land("limesurvey", query, { headers: { Accept: "text/html" } });
		expect(await page.text()).toContain("This link is not complete");
	});

	it("is resumed only with its cookie, and refused the same way in a closed study for known and unknown ids", async () => {
		const landed = await land("limesurvey", { rid: "b1" });
		const again = await land("limesurvey", { rid: "b1" }, { headers: cookieOf(landed) });
		expect(sessionOf(again)).toBe(sessionOf(landed));
		expect(await problemIn(await land("limesurvey", { rid: "b1" }))).toMatchObject({ code: "link_refused" });
		await send(`/v1/studies/${SLUG}/pause`, { method: "POST" });
		const [known, unknown] = [await land("limesurvey", { rid: "b1" }), await land("limesurvey", { rid: "b-unknown" })];
		const seen = async (response: Response) => ({
			...(await readJson(response)),
			requestId: "",
			status: response.status,
		});
		expect(await seen(known)).toEqual(await seen(unknown));
		expect((await land("limesurvey", { rid: "b1" }, { headers: cookieOf(landed) })).status).toBe(303);
		await send(`/v1/studies/${SLUG}/open`, { method: "POST" });
	});

	it("starts nothing for a source that the protocol lacks, for HEAD and for a prefetch", async () => {
		for (const source of ["typeform", "constructor", "__proto__"])
			expect(await problemIn(await land(source, { rid: "c1" }))).toMatchObject({ code: "not_found" });
		expect((await land("limesurvey", { rid: "c1" }, { method: "HEAD" })).status).toBe(204);
		expect((await land("limesurvey", { rid: "c1" }, { headers: { "Sec-Purpose": "prefetch" } })).status).toBe(204);
	});

	it("gives one participant of two sources two sessions", async () => {
		const key = await newKey("mail");
		const [one, other] = [await land("limesurvey", { rid: "d1" }), await land("mail", sign(key, { rid: "d1" }))];
		expect(sessionOf(one)).not.toBe(sessionOf(other));
	});

	it.each(["pilot", "Preview", "1"])("marks a preview by its parameter: %s", async (preview) => {
		const landed = await land("limesurvey", { rid: `e-${preview}`, preview });
		expect(landed.headers.get("Location")).toMatch(/^\/s\/se_[0-9a-z]+\?preview$/);
		expect(await viewOf(landed)).toHaveProperty("preview");
		expect(await viewOf(await land("limesurvey", { rid: `e-${preview}`, preview: "0" }))).not.toHaveProperty("preview");
	});
});

describe("a signed link", () => {
	it("starts a session, whatever the order and encoding of its parameters", async () => {
		const key = await newKey("qualtrics");
		const signed = sign(key, { rid: "f1", area: "Nord & (Süd)*", ret: BACK, extra: "" });
		const { sig, ...rest } = signed;
		const odd = `sig=${String(sig).toUpperCase()}&extra&${queryOf(
			Object.entries(rest)
				.filter(([name]) => name !== "extra")
				.toReversed(),
		)}`;
		expect((await land("qualtrics", odd)).status).toBe(303);
	});

	it("is refused without a signature, with a wrong one and with a changed, added or removed parameter", async () => {
		const key = await newKey("qualtrics");
		const signed = sign(key, { rid: "g1", area: "north" });
		const refused: Record<string, string>[] = [
			{ rid: "g1", area: "north" },
			{ ...signed, sig: "0".repeat(64) },
			{ ...signed, sig: "é" },
			{ ...signed, rid: "g2" },
			{ ...signed, area: "south" },
			{ ...signed, more: "1" },
			{ rid: "g1", sig: signed.sig ?? "" },
			sign("xl_another", { rid: "g1", area: "north" }),
			sign(await newKey("mail"), { rid: "g1", area: "north" }),
		];
		for (const query of refused)
			expect(await problemIn(await land("qualtrics", query)), JSON.stringify(query)).toMatchObject({
				code: "link_refused",
			});
		expect((await land("qualtrics", `${queryOf(signed)}&sig=${signed.sig}`)).status).toBe(400);
		await eventually(async () => {
			const found = await rows<{ reason: string }>(
				"select reason from refused_arrivals where reason in ('unsigned', 'invalid')",
			);
			return found.length === 2;
		}, "refusals are counted by reason");
		expect((await land("qualtrics", signed)).status).toBe(303);
	});

	it("works once: the same person resumes with the cookie, and nobody else does", async () => {
		const key = await newKey("qualtrics");
		const signed = sign(key, { rid: "h1" });
		const landed = await land("qualtrics", signed);
		expect((await land("qualtrics", signed, { headers: cookieOf(landed) })).status).toBe(303);
		expect(await problemIn(await land("qualtrics", signed))).toMatchObject({ code: "link_refused" });
		const anew = await land("qualtrics", sign(key, { rid: "h1", visit: "2" }));
		expect(sessionOf(anew)).toBe(sessionOf(landed));
	});

	it("cannot change the return address without a signature, even with the cookie", async () => {
		const key = await newKey("qualtrics");
		const landed = await land("qualtrics", sign(key, { rid: "i1", ret: BACK }));
		const forged = { rid: "i1", ret: "https://survey.example.org/other" };
		expect((await land("qualtrics", forged, { headers: cookieOf(landed) })).status).toBe(303);
		expect(await decline(landed)).toContain("https://survey.example.org/back?r=1&r=2&e=&crossover_session=");
	});
});

describe("a source's key", () => {
	it("is shown once, needs studies:write, and revokes the one before", async () => {
		const template = "/v1/studies/{study}/links/{source}/key";
		const path = `/v1/studies/${SLUG}/links/mail/key`;
		expect((await send(path, { method: "POST", key: await keyWith("studies:read") })).status).toBe(403);
		const first = await expectContract("POST", template, await send(path, { method: "POST" }));
		expect(first).toMatchObject({
			key: expect.stringMatching(/^xl_[0-9a-z]{32}$/),
			source: "mail",
			link: `https://crossover.test/p/${SLUG}/mail`,
		});
		const second = await expectContract("POST", template, await send(path, { method: "POST" }));
		expect(second).toMatchObject({ replaced: true });
		expect((await land("mail", sign(String(first.key), { rid: "j1" }))).status).toBe(403);
		expect((await land("mail", sign(String(second.key), { rid: "j1" }))).status).toBe(303);
		const stored = await rows<{ key: string }>("select key from link_keys");
		expect(JSON.stringify(stored)).not.toContain(String(second.key));
		const audited = await rows<{ detail: string }>(
			"select target, detail from audit where action = 'link.key' and target = 'mail'",
		);
		expect(audited.length).toBeGreaterThanOrEqual(2);
		expect(JSON.stringify(audited)).not.toContain("xl_");
		const other = await expectContract(
			"POST",
			template,
			await send(`/v1/studies/${SLUG}/links/api/key`, { method: "POST" }),
		);
		expect(other).toMatchObject({ link: null, replaced: false });
	});

	it("is required: a source without one refuses everybody", async () => {
		const slug = "keyless";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment }));
		const refused = await send(`/p/${slug}/mail?${queryOf(sign("", { rid: "k1" }))}`, { key: null });
		expect(await problemIn(refused)).toMatchObject({ code: "link_refused" });
	});
});

describe("the return to the survey", () => {
	it("keeps the survey's query and is signed for this participant only", async () => {
		const key = await newKey("limesurvey");
		const address = await decline(await land("limesurvey", { rid: "l1", ret: BACK }));
		expect(address).toMatch(
			/^https:\/\/survey\.example\.org\/back\?r=1&r=2&e=&crossover_session=se_[0-9a-z]+&crossover_status=declined&crossover_signature=[0-9a-f]{64}#end$/,
		);
		expect(isGenuine(key, address, "l1")).toBe(true);
		expect(isGenuine(key, address.replace("declined", "completed"), "l1")).toBe(false);
		expect(isGenuine(key, address, "l2")).toBe(false);
	});

	it("of a preview cannot pass for one of a participant", async () => {
		const key = await newKey("limesurvey");
		const address = await decline(await land("limesurvey", { rid: "m1", ret: BACK, preview: "pilot" }));
		expect(address).toContain("&crossover_pool=pilot&");
		expect(isGenuine(key, address, "m1")).toBe(true);
		expect(isGenuine(key, address.replace("&crossover_pool=pilot", ""), "m1")).toBe(false);
	});

	it("is signed with the present key, a minute after another one was made", async () => {
		const earlier = await newKey("limesurvey");
		const landed = await land("limesurvey", { rid: "r1", ret: BACK });
		const present = await newKey("limesurvey");
		aMinuteLater();
		const address = await decline(landed);
		expect([isGenuine(present, address, "r1"), isGenuine(earlier, address, "r1")]).toEqual([true, false]);
	});

	it("is signed with the last known key while the database does not answer", async () => {
		const key = await newKey("limesurvey");
		const landed = await land("limesurvey", { rid: "s1", ret: BACK });
		aMinuteLater();
		await env.DB.exec("ALTER TABLE link_keys RENAME TO link_keys_away");
		const address = await decline(landed).finally(() => env.DB.exec("ALTER TABLE link_keys_away RENAME TO link_keys"));
		expect(isGenuine(key, address, "s1")).toBe(true);
	});

	it("has no signature for a source without a key, and the study's prefix", async () => {
		const slug = "prefixed";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { ...recruitment, returnPrefix: "chat" } }));
		const landed = await send(`/p/${slug}/limesurvey?${queryOf({ rid: "n1", ret: BACK })}`, { key: null });
		expect(await decline(landed)).toMatch(/&chat_session=se_[0-9a-z]+&chat_status=declined#end$/);
	});

	it("is signed for a session that a server started, with the key of its source", async () => {
		const key = await newKey("api");
		const body = { participant: { id: "o1" }, returnUrl: BACK };
		const started = await readJson(await send(`/v1/studies/${SLUG}/sessions`, { method: "POST", json: body }));
		const { step } = started.view as { step: { id: string } };
		const path = `/v1/sessions/${started.session}/steps/${step.id}`;
		const ended = await readJson(
			await send(path, { method: "POST", key: String(started.token), json: { accept: false } }),
		);
		expect(isGenuine(key, (ended.exit as { redirectUrl: string }).redirectUrl, "o1")).toBe(true);
	});

	it.each(["active", "ended", "withdrawn"])("redirects a second visit of a session that is %s", async (status) => {
		const landed = await land("limesurvey", { rid: `p-${status}`, ret: BACK });
		const [path, headers] = [`/v1/sessions/${sessionOf(landed)}/withdraw`, cookieOf(landed)];
		if (status === "ended") await decline(landed);
		if (status === "withdrawn") await send(path, { method: "POST", key: null, headers, json: {} });
		const again = await land("limesurvey", { rid: `p-${status}`, ret: "https://survey.example.org/2" }, { headers });
		expect(sessionOf(again)).toBe(sessionOf(landed));
		const view = await viewOf(again);
		const reason = { active: null, ended: "declined", withdrawn: "withdrawn" }[status];
		if (reason === null || reason === undefined) return expect(view).toMatchObject({ status: "active", exit: null });
		expect(view).toMatchObject({
			exit: { reason, redirectUrl: expect.stringContaining(`https://survey.example.org/2?crossover_session=`) },
		});
	});
});
