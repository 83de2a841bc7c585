import { beforeAll, describe, expect, it } from "vitest";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const SIGN_IN = "/v1/dashboard/sign-in";
const ACT = "X-Crossover-Act";

type Browser = { readonly cookie: string; readonly act: string; readonly setCookie: string };

async function signIn(by: object): Promise<Browser> {
	const response = await send(SIGN_IN, { method: "POST", key: null, json: by });
	const setCookie = response.headers.get("Set-Cookie") ?? "";
	const { actToken } = await readJson(response);
	return { cookie: setCookie.split(";")[0] ?? "", act: String(actToken), setCookie };
}

const browse = ({ cookie }: Browser, path: string, more: Parameters<typeof send>[1] = {}) =>
	send(path, { key: null, ...more, headers: { Cookie: cookie, ...more.headers } });

async function linkTo(study: string, json: object = { sessions: false }, key = KEY): Promise<string> {
	const { url } = await readJson(await send(`/v1/studies/${study}/dashboard-links`, { method: "POST", json, key }));
	return String(url).split("#")[1] ?? "";
}

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug: "watched" }));
	await openStudy(fetchWorker, KEY, smallStudy({ slug: "other" }));
});

describe("a browser that signs in with an API key", () => {
	it("gets a cookie that scripts and other sites cannot use", async () => {
		const { setCookie } = await signIn({ key: KEY });
		expect(setCookie).toMatch(/^__Host-researcher=/);
		expect(setCookie.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "SameSite=Strict", "Path=/"]));
		expect(setCookie).not.toContain(KEY);
	});

	it("can then read what the key can read, and nothing else", async () => {
		const browser = await signIn({ key: await keyWith("studies:read") });
		expect((await browse(browser, "/v1/studies")).status).toBe(200);
		expect((await browse(browser, "/v1/studies/watched/flow")).status).toBe(200);
		expect((await browse(browser, "/v1/audit")).status).toBe(403);
	});

	it("needs the page's token for each act", async () => {
		const browser = await signIn({ key: KEY });
		const pause = (headers: Record<string, string>) =>
			browse(browser, "/v1/studies/other/pause", { method: "POST", headers });
		expect(await problemIn(await pause({}))).toMatchObject({ code: "forbidden" });
		expect(await problemIn(await pause({ [ACT]: "guessed" }))).toMatchObject({ code: "forbidden" });
		expect((await pause({ [ACT]: browser.act })).status).toBe(200);
	});

	it("cannot use an Idempotency-Key, because no kept response could be sealed", async () => {
		const browser = await signIn({ key: KEY });
		const headers = { [ACT]: browser.act, "Idempotency-Key": "once" };
		const response = await browse(browser, "/v1/studies/other/open", { method: "POST", headers });
		expect(await problemIn(response)).toMatchObject({ code: "invalid_request", pointers: ["/Idempotency-Key"] });
	});

	it("is signed out when the key is revoked", async () => {
		const minted = await readJson(
			await send("/v1/keys", { method: "POST", json: { name: "watcher", scopes: ["studies:read"] } }),
		);
		const browser = await signIn({ key: minted.key });
		expect((await browse(browser, SIGN_IN)).status).toBe(200);
		await send(`/v1/keys/${minted.id}`, { method: "DELETE" });
		expect((await browse(browser, SIGN_IN)).status).toBe(401);
		expect((await browse(browser, "/v1/studies")).status).toBe(401);
	});

	it("is refused with an unknown key, and with a cookie that was changed", async () => {
		const response = await send(SIGN_IN, { method: "POST", key: null, json: { key: "xo_nobody" } });
		expect(await problemIn(response)).toMatchObject({ code: "unauthenticated" });
		const { cookie } = await signIn({ key: KEY });
		const [start, claims = "", signature] = cookie.split(".");
		const other = btoa(atob(claims.replaceAll("-", "+").replaceAll("_", "/")).replace("cookie", "link!!"));
		const changed = { cookie: [start, other, signature].join("."), act: "", setCookie: "" };
		expect((await browse(changed, "/v1/studies")).status).toBe(401);
	});

	it("loses its cookie when it signs out", async () => {
		const response = await browse(await signIn({ key: KEY }), SIGN_IN, { method: "DELETE" });
		expect(response.status).toBe(204);
		expect(response.headers.get("Set-Cookie")).toMatch(/^__Host-researcher=;.*Max-Age=0/);
	});
});

describe("a dashboard link", () => {
	it("reads one study, and none other", async () => {
		const browser = await signIn({ link: await linkTo("watched") });
		expect(await readJson(await browse(browser, SIGN_IN))).toMatchObject({
			study: "watched",
			scopes: ["studies:read"],
		});
		expect((await browse(browser, "/v1/studies/watched/progress")).status).toBe(200);
		for (const path of ["/v1/studies", "/v1/studies/other/flow", "/v1/studies/watched-too", "/v1/audit"])
			expect((await browse(browser, path)).status).toBe(403);
	});

	it("changes nothing", async () => {
		const browser = await signIn({ link: await linkTo("watched", { sessions: true }) });
		const headers = { [ACT]: browser.act };
		for (const act of ["pause", "close", "dashboard-links"]) {
			const response = await browse(browser, `/v1/studies/watched/${act}`, { method: "POST", headers, json: {} });
			expect(await problemIn(response)).toMatchObject({ code: "forbidden" });
		}
	});

	it("reads sessions only if it was made for that", async () => {
		const path = "/v1/studies/watched/exports/sessions.jsonl";
		const [without, withThem] = [await linkTo("watched"), await linkTo("watched", { sessions: true })];
		expect((await browse(await signIn({ link: without }), path)).status).toBe(403);
		expect((await browse(await signIn({ link: withThem }), path)).status).toBe(200);
		const key = await keyWith("studies:write", "studies:read");
		const response = await send("/v1/studies/watched/dashboard-links", {
			method: "POST",
			json: { sessions: true },
			key,
		});
		expect(await problemIn(response)).toMatchObject({ code: "forbidden" });
	});

	it("is no cookie, and a cookie is no link", async () => {
		const link = await linkTo("watched");
		const asCookie = { cookie: `__Host-researcher=${link}`, act: "", setCookie: "" };
		expect((await browse(asCookie, "/v1/studies/watched")).status).toBe(401);
		const { cookie } = await signIn({ key: KEY });
		const response = await send(SIGN_IN, { method: "POST", key: null, json: { link: cookie.split("=")[1] } });
		expect(await problemIn(response)).toMatchObject({ code: "unauthenticated" });
	});

	it("ends with the key that made it", async () => {
		const minted = await readJson(
			await send("/v1/keys", { method: "POST", json: { name: "sharer", scopes: ["studies:read", "studies:write"] } }),
		);
		const link = await linkTo("watched", { sessions: false }, String(minted.key));
		await signIn({ link });
		await send(`/v1/keys/${minted.id}`, { method: "DELETE" });
		const response = await send(SIGN_IN, { method: "POST", key: null, json: { link } });
		expect(await problemIn(response)).toMatchObject({ code: "unauthenticated" });
	});
});
