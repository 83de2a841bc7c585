import { SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy } from "../../support/http/participant.ts";
import { Prolific, type SigningKey, signingKey, tokenFor } from "../../support/http/prolific.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "signed";
const recruitment = { prolific: { signed: true, exits: EXITS } };
const HTML = { Accept: "text/html,*/*" };

let key: SigningKey;
let prolific: Prolific;
beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment }));
	await openStudy(fetchWorker, KEY, smallStudy({ slug: "signed-too", recruitment }));
	key = await signingKey("key-1");
	prolific = new Prolific("signed-links");
	await prolific.publish(key);
});
afterEach(() => vi.useRealTimers());

const visit = (pid: string, submission = `${pid}-1`) => ({ PROLIFIC_PID: pid, STUDY_ID: "s1", SESSION_ID: submission });
type Signing = Partial<Parameters<typeof tokenFor>[1]>;
async function signedFor(parameters: ReturnType<typeof visit>, over: Signing = {}, by = key) {
	return { ...parameters, prolific_token: await tokenFor(by, { parameters, slug, ...over }) };
}
const sessionOf = (landed: Response) => landed.headers.get("Location")?.slice("/s/".length) ?? "";
const cookieOf = (landed: Response) => ({ Cookie: landed.headers.get("Set-Cookie")?.split(";")[0] ?? "" });

/** A refusal without the request's id. */
async function seen(response: Response) {
	const id = response.headers.get("X-Request-Id") ?? "";
	const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "x-request-id"));
	return { status: response.status, headers, body: (await response.text()).replaceAll(id, "") };
}

describe("a link that Prolific signed", () => {
	it("starts a session and sets its cookie", async () => {
		const landed = await prolific.land(slug, await signedFor(visit("ann")));
		expect(landed.status).toBe(303);
		expect(landed.headers.get("Location")).toMatch(/^\/s\/se_[0-9a-z]+$/);
		const opened = await send(`/v1/sessions/${sessionOf(landed)}`, { key: null, headers: cookieOf(landed) });
		expect(opened.status).toBe(200);
	});

	it("stores Prolific's ids with the identity, and takes the submission from the token if the link has none", async () => {
		const { SESSION_ID: submission, ...parameters } = visit("ben");
		const prolific_token = await tokenFor(key, { parameters, slug, claims: { sub: submission } });
		const landed = await prolific.land(slug, { ...parameters, prolific_token });
		await drain(sessionOf(landed));
		expect(await rows("select reference from participant_identities where external_id = 'ben'")).toEqual([
			{ reference: JSON.stringify({ study: "s1", session: submission }) },
		]);
	});

	it("may name the study by its id and have further parts in its address", async () => {
		const [{ id } = { id: "" }] = await rows<{ id: string }>("select id from studies where slug = ?", slug);
		const claims = { aud: `https://crossover.test/p/${id}?x=1#y` };
		expect((await prolific.land(slug, await signedFor(visit("cid"), { claims }))).status).toBe(303);
	});
});

describe("a link without a valid signature", () => {
	const refusals: [what: string, make: (v: ReturnType<typeof visit>) => Promise<Record<string, string>>][] = [
		["has no token", async (v) => v],
		["has an empty token", async (v) => ({ ...v, prolific_token: "" })],
		["has a token that is not a JWT", async (v) => ({ ...v, prolific_token: "a.b.c" })],
		["has a token of a megabyte", async (v) => ({ ...v, prolific_token: "a".repeat(5000) })],
		["has expired", (v) => signedFor(v, { ageS: 121 })],
		["has expired a moment ago", (v) => signedFor(v, { ageS: 120 })],
		["is old although its expiry is not", (v) => signedFor(v, { ageS: 600, claims: { exp: 9_999_999_999 } })],
		["has no expiry", (v) => signedFor(v, { claims: { exp: undefined } })],
		["has no time of issue", (v) => signedFor(v, { claims: { iat: undefined } })],
		["is for another host", (v) => signedFor(v, { claims: { aud: "https://evil.example/p/signed" } })],
		["is for another study of ours", (v) => signedFor(v, { slug: "signed-too" })],
		["has no audience", (v) => signedFor(v, { claims: { aud: undefined } })],
		["has another issuer", (v) => signedFor(v, { claims: { iss: "https://www.prolific.example" } })],
		[
			"is of another participant",
			async (v) => ({ ...(await signedFor(visit("mallory"))), PROLIFIC_PID: v.PROLIFIC_PID }),
		],
		["is of another submission", async (v) => ({ ...(await signedFor(v)), SESSION_ID: "another" })],
		["is of another study of Prolific's", async (v) => ({ ...(await signedFor(v)), STUDY_ID: "another" })],
		["is signed by an unknown key", async (v) => signedFor(v, {}, await signingKey("key-9"))],
		["is signed by another key under a known id", async (v) => signedFor(v, {}, await signingKey("key-1"))],
		["names no key", (v) => signedFor(v, { header: { kid: undefined } })],
		["was tampered with", async (v) => tampered(await signedFor(v))],
		[
			"has its signature cut off",
			async (v) => ({ ...v, prolific_token: (await signedFor(v)).prolific_token.replace(/[^.]+$/, "") }),
		],
		["has the algorithm none", async (v) => ({ ...v, prolific_token: unsecured(v) })],
		["uses HS256 with the public key as its secret", async (v) => ({ ...v, prolific_token: await confused(v) })],
		[
			"brings a key of its own",
			async (v) =>
				signedFor(v, {
					header: { jwk: { kty: "RSA", n: "x", e: "AQAB" }, jku: "https://evil.example/jwks", kid: "key-8" },
				}),
		],
		["asks for an extension", (v) => signedFor(v, { header: { crit: ["urn:x"], "urn:x": 1 } })],
	];

	it.each(refusals)("is refused when it %s", async (_what, make) => {
		const refused = await prolific.land(slug, await make(visit("stranger")));
		expect([refused.status, refused.headers.get("Set-Cookie")]).toEqual([403, null]);
		expect(await problemIn(refused)).toMatchObject({ code: "link_refused" });
	});

	it("has started no session by then", async () => {
		const participant = { id: "stranger", source: "prolific" };
		const begun = await send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant } });
		expect(begun.status).toBe(201);
	});

	it("is refused with the same response for a known and an unknown id, in JSON and on a page", async () => {
		const known = await prolific.land(slug, await signedFor(visit("known")));
		await drain(sessionOf(known));
		for (const headers of [{}, HTML])
			for (const [, make] of refusals.slice(0, 12)) {
				const ofKnown = await prolific.land(slug, await make(visit("known")), headers);
				expect(await seen(ofKnown)).toEqual(
					await seen(await prolific.land(slug, await make(visit("unknown")), headers)),
				);
			}
	});

	it("is counted by reason, without the visitor's id", async () => {
		const study = smallStudy({ slug: "counted", recruitment });
		const today = () => new Date().toISOString().slice(0, 10);
		const firstDay = today();
		await openStudy(fetchWorker, KEY, study);
		await prolific.land("counted", visit("secret-a"));
		await prolific.land("counted", visit("secret-b"));
		await prolific.land("counted", await signedFor(visit("secret-c"), { slug: "counted", ageS: 500 }));
		await prolific.land("counted", await signedFor(visit("secret-d")));
		await prolific.land("counted", { PROLIFIC_PID: "{{%PROLIFIC_PID%}}" });
		const counted = await eventually(async () => {
			const found = await rows<{ arrivals: number }>(
				"select reason, sum(arrivals) as arrivals from v_refused_arrivals where study = 'counted' group by reason order by reason",
			);
			return found.reduce((sum, { arrivals }) => sum + arrivals, 0) === 5 && found;
		}, "five refusals are counted");
		expect(counted).toEqual([
			{ reason: "expired", arrivals: 1 },
			{ reason: "other_audience", arrivals: 1 },
			{ reason: "unsigned", arrivals: 2 },
			{ reason: "unusable_id", arrivals: 1 },
		]);
		// Two days if midnight passes during the test.
		const days = await rows<{ day: string }>("select day from v_refused_arrivals where study = 'counted'");
		for (const { day } of days) expect([firstDay, today()]).toContain(day);
		expect(JSON.stringify(await rows("select * from refused_arrivals"))).not.toContain("secret");
	});

	it("causes at most one fetch of keys in half a minute if its key is unknown", async () => {
		const before = await prolific.asked();
		for (let n = 0; n < 20; n++)
			await prolific.land(slug, await signedFor(visit("x"), { header: { kid: `made-up-${n}` } }));
		expect(await prolific.asked()).toBeLessThanOrEqual(before + 1);
	});
});

function tampered({ prolific_token: token, ...rest }: Record<string, string>): Record<string, string> {
	const [header = "", payload = "", signature = ""] = (token ?? "").split(".");
	const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
	const changed = btoa(JSON.stringify({ ...claims, prolific: { ...claims.prolific, PROLIFIC_PID: "victim" } }));
	const url = changed.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
	return { ...rest, PROLIFIC_PID: "victim", prolific_token: `${header}.${url}.${signature}` };
}

const payloadFor = (v: ReturnType<typeof visit>) => ({
	prolific: { ...v },
	sub: v.SESSION_ID,
	aud: "https://crossover.test/p/signed",
	iss: "https://www.prolific.com",
});

const unsecured = (v: ReturnType<typeof visit>): string =>
	new UnsecuredJWT(payloadFor(v)).setIssuedAt().setExpirationTime("2m").encode();

async function confused(v: ReturnType<typeof visit>): Promise<string> {
	const { exportSPKI } = await import("jose");
	const secret = new TextEncoder().encode(await exportSPKI(key.publicKey));
	return new SignJWT(payloadFor(v))
		.setProtectedHeader({ alg: "HS256", kid: "key-1" })
		.setIssuedAt()
		.setExpirationTime("2m")
		.sign(secret);
}

describe("a second visit by a signed link", () => {
	it("needs a new signature, because a link works once", async () => {
		const link = await signedFor(visit("rita"));
		const first = await prolific.land(slug, link);
		const replayed = await prolific.land(slug, link);
		expect(first.status).toBe(303);
		expect([replayed.status, replayed.headers.get("Set-Cookie")]).toEqual([403, null]);
		await drain(sessionOf(first));
		expect(await rows("select outcome, reason from reentries where session_id = ?", sessionOf(first))).toEqual([
			{ outcome: "refused", reason: "used_link" },
		]);
	});

	it("resumes the session with a new link, and records another submission", async () => {
		const first = await prolific.land(slug, await signedFor(visit("sue")));
		for (const [submission, ageS] of [
			["sue-1", 30],
			["sue-2", 60],
		] as const) {
			const again = await prolific.land(slug, await signedFor(visit("sue", submission), { ageS }));
			expect([again.status, again.headers.get("Location")]).toEqual([303, first.headers.get("Location")]);
		}
		await drain(sessionOf(first));
		expect(
			await rows("select outcome, reason, reference from reentries where session_id = ?", sessionOf(first)),
		).toEqual([{ outcome: "resumed", reason: null, reference: JSON.stringify({ study: "s1", session: "sue-2" }) }]);
	});

	it("needs no signature if the browser has the session's cookie", async () => {
		const link = await signedFor(visit("tom"));
		const first = await prolific.land(slug, link);
		const old = await signedFor(visit("tom"), { ageS: 500 });
		for (const again of [link, old, visit("tom", "another")]) {
			const landed = await prolific.land(slug, again, cookieOf(first));
			expect([landed.status, landed.headers.get("Location")]).toEqual([303, first.headers.get("Location")]);
		}
	});

	it("is refused with only the submission", async () => {
		await prolific.land(slug, await signedFor(visit("una")));
		expect((await prolific.land(slug, visit("una"))).status).toBe(403);
	});

	it("admits one of twenty arrivals with the same link", async () => {
		const link = await signedFor(visit("vic"));
		const statuses = await Promise.all(
			Array.from({ length: 20 }, async () => (await prolific.land(slug, link)).status),
		);
		expect(statuses.sort()).toEqual([303, ...Array(19).fill(403)]);
	});

	it("resumes a session that a survey tool's key started", async () => {
		const byKey = await enrol(fetchWorker, KEY, slug, "will", { source: "prolific" });
		expect(sessionOf(await prolific.land(slug, await signedFor(visit("will"))))).toBe(byKey.session);
	});
});

describe("a signed link to a study that accepts no new participants", () => {
	it.each(["draft", "pause", "close"])("is refused except for participants: %s", async (state) => {
		const named = `signed-${state}`;
		const study = smallStudy({ slug: named, recruitment });
		if (state === "draft") await send("/v1/studies", { method: "POST", json: study });
		else await openStudy(fetchWorker, KEY, study);
		if (state !== "draft") {
			const first = await prolific.land(named, await signedFor(visit("ann"), { slug: named }));
			await drain(sessionOf(first));
			await send(`/v1/studies/${named}/${state}`, { method: "POST" });
			const again = await prolific.land(named, await signedFor(visit("ann"), { slug: named, ageS: 30 }));
			expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
		}
		const stranger = await signedFor(visit("bob"), { slug: named });
		expect(await problemIn(await prolific.land(named, stranger))).toMatchObject({ code: "study_not_open" });
		const unsigned = await prolific.land(named, visit("ann"));
		expect(await seen(unsigned)).toEqual(await seen(await prolific.land(named, visit("bob"))));
		expect(unsigned.status).toBe(409);
	});
});

describe("Prolific's keys", () => {
	const at = (ms: number) => vi.setSystemTime(Date.now() + ms);

	it("are fetched again after a rotation, and the old ones are dropped", async () => {
		const [old, fresh] = [await signingKey("old"), await signingKey("fresh")];
		const rotating = new Prolific("rotating");
		await rotating.publish(old);
		expect((await rotating.land(slug, await signedFor(visit("k1"), {}, old))).status).toBe(303);
		await rotating.publish(fresh);
		vi.useFakeTimers({ toFake: ["Date"] });
		at(31_000);
		expect((await rotating.land(slug, await signedFor(visit("k2"), {}, fresh))).status).toBe(303);
		expect((await rotating.land(slug, await signedFor(visit("k3"), {}, old))).status).toBe(403);
	});

	it.each([
		["fail", (server: Prolific) => server.fail()],
		["are invalid", (server: Prolific) => server.fail(200)],
	])("lead to a refusal with Retry-After while they %s", async (what, breakDown) => {
		const down = new Prolific(`down-${what.length}`);
		await breakDown(down);
		const link = await signedFor(visit(`down-${what.length}`));
		const refused = await down.land(slug, link);
		expect(refused.headers.get("Retry-After")).toBe("30");
		expect(await problemIn(refused)).toMatchObject({ code: "unavailable" });
		await down.publish(key);
		expect((await down.land(slug, link)).status).toBe(303);
	});

	it("stay in use for a day while Prolific does not answer", async () => {
		const fading = new Prolific("fading");
		await fading.publish(key);
		expect((await fading.land(slug, await signedFor(visit("f1")))).status).toBe(303);
		await fading.fail();
		vi.useFakeTimers({ toFake: ["Date"] });
		at(2 * 3_600_000);
		expect((await fading.land(slug, await signedFor(visit("f2")))).status).toBe(303);
		const unknown = await signedFor(visit("f3"), {}, await signingKey("not-seen-yet"));
		expect((await fading.land(slug, unknown)).status).toBe(503);
		at(24 * 3_600_000);
		expect((await fading.land(slug, await signedFor(visit("f4")))).status).toBe(503);
	});

	it("are not fetched for a token with another algorithm", async () => {
		const unasked = new Prolific("unasked");
		await unasked.publish(key);
		await unasked.land(slug, { ...visit("u1"), prolific_token: await confused(visit("u1")) });
		await unasked.land(slug, { ...visit("u1"), prolific_token: unsecured(visit("u1")) });
		expect(await unasked.asked()).toBe(0);
	});
});
