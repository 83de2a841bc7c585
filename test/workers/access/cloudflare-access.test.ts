import { createExecutionContext, env } from "cloudflare:test";
import { exportJWK, SignJWT } from "jose";
import { beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { problemIn, readJson } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { type SigningKey, signingKey } from "../../support/http/prolific.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const HEADER = "Cf-Access-Jwt-Assertion";
const TEAM = "my-team.cloudflareaccess.com";
const AUD = "f1cf26f3dc5d4ac0b7e3a7e8c8d7f9a0";
const SIGN_IN = "/v1/dashboard/sign-in";
const app = createApp();

let key: SigningKey;
let certs: string;

beforeAll(() =>
	openStudy(fetchWorker, KEY, smallStudy({ slug: "behind-access", recruitment: { prolific: { exits: EXITS } } })),
);

// An address of its own for each test, because the Worker keeps the keys of an address.
let tests = 0;
beforeEach(async () => {
	key = await signingKey("team-key");
	tests += 1;
	certs = `${inject("prolificUrl")}/access-${tests}`;
	const jwk = { ...(await exportJWK(key.publicKey)), kid: key.kid, alg: "RS256", use: "sig" };
	await publish(200, JSON.stringify({ keys: [jwk] }));
});

const publish = (status: number, body: string) =>
	fetch(certs, { method: "PUT", body: JSON.stringify({ status, body }) });

type Claims = { readonly iss?: string; readonly aud?: string[]; readonly exp?: number; readonly by?: SigningKey };

function token({ by = key, ...claims }: Claims = {}): Promise<string> {
	const iat = Math.floor(Date.now() / 1000);
	const payload = { iss: `https://${TEAM}`, aud: [AUD], iat, exp: iat + 3600, email: "ada@example.org", ...claims };
	return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: by.kid, typ: "JWT" }).sign(by.privateKey);
}

type Sent = { readonly headers?: Record<string, string>; readonly json?: object; readonly vars?: object };

async function ask(path: string, { headers = {}, json, vars = {} }: Sent = {}): Promise<Response> {
	const request = new Request(`https://crossover.test${path}`, {
		headers: { ...headers, ...(json && { "Content-Type": "application/json" }) },
		...(json && { method: "POST", body: JSON.stringify(json) }),
	});
	const access = { ACCESS_TEAM_DOMAIN: TEAM, ACCESS_AUD: AUD, ACCESS_CERTS_URL: certs, ...vars };
	return app.fetch(request, { ...env, ...access }, createExecutionContext());
}

describe("a dashboard behind Cloudflare Access", () => {
	it("is served to requests that Access let through", async () => {
		const headers = { [HEADER]: await token() };
		for (const path of ["/studies", "/studies/behind-access"])
			expect((await ask(path, { headers })).headers.get("Content-Type")).toContain("text/html");
		const signedIn = await ask(SIGN_IN, { headers, json: { key: KEY } });
		expect(signedIn.status).toBe(200);
		const cookie = signedIn.headers.get("Set-Cookie")?.split(";")[0] ?? "";
		expect((await ask("/v1/studies", { headers: { ...headers, Cookie: cookie } })).status).toBe(200);
		// Access need not stand in front of the API: the browser sends Access's cookie there.
		const both = `${cookie}; CF_Authorization=${await token()}`;
		expect((await ask("/v1/studies", { headers: { Cookie: both } })).status).toBe(200);
		expect(await problemIn(await ask("/v1/studies", { headers: { Cookie: cookie } }))).toMatchObject({
			code: "unauthenticated",
			detail: expect.stringContaining("did not come through it"),
		});
	});

	it.each([
		["another team's", { iss: "https://other.cloudflareaccess.com" }, "ACCESS_TEAM_DOMAIN and ACCESS_AUD"],
		["another application's", { aud: ["another"] }, "ACCESS_TEAM_DOMAIN and ACCESS_AUD"],
		["expired", { exp: 1 }, "has expired"],
	])("refuses a token that is %s, and says what to do", async (_, claims, says) => {
		for (const path of ["/studies", "/studies/behind-access", SIGN_IN]) {
			const refused = await problemIn(await ask(path, { headers: { [HEADER]: await token(claims) } }));
			expect(refused).toMatchObject({ code: "unauthenticated", detail: expect.stringContaining(says) });
		}
	});

	it("refuses a token by an unknown key, a missing one, and an invalid one", async () => {
		const strange = await token({ by: await signingKey("strange-key") });
		for (const headers of [{ [HEADER]: strange }, { [HEADER]: "no-token" }, {}] as Record<string, string>[])
			expect((await ask(SIGN_IN, { headers, json: { key: KEY } })).status).toBe(401);
	});

	it("asks no program with an API key, and no participant", async () => {
		const answered = await ask("/v1/studies/behind-access/flow", { headers: { Authorization: `Bearer ${KEY}` } });
		expect(await readJson(answered)).toMatchObject({ assessed: 0 });
		expect((await ask("/p/behind-access?PROLIFIC_PID=p1&STUDY_ID=s&SESSION_ID=s")).status).toBe(303);
	});

	it("asks the team for its keys once", async () => {
		for (let times = 0; times < 3; times += 1) await ask("/studies", { headers: { [HEADER]: await token() } });
		expect(await (await fetch(`${certs}/asked`)).text()).toBe("1");
	});

	it("refuses everybody while the team's keys cannot be read", async () => {
		await publish(500, "");
		const refused = await problemIn(await ask("/studies", { headers: { [HEADER]: await token() } }));
		expect(refused.code).toBe("unavailable");
	});

	it.each([{ ACCESS_AUD: "" }, { ACCESS_TEAM_DOMAIN: "" }, { ACCESS_TEAM_DOMAIN: "not a domain" }])(
		"refuses everybody if it is configured incompletely: %j",
		async (vars) => {
			const headers = { [HEADER]: await token() };
			expect((await problemIn(await ask("/studies", { headers, vars }))).code).toBe("bad_environment");
		},
	);
});
