import { createExecutionContext, env, listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { enrol } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, sessionStub } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const app = createApp();

/** Calls the Worker with other limits, from this address. */
const withLimits =
	(limits: Record<string, string | object>) =>
	(path: string, { address = "203.0.113.1", ...init }: RequestInit & { address?: string } = {}) => {
		const headers = new Headers(init.headers);
		headers.set("CF-Connecting-IP", address);
		const request = new Request(`https://crossover.test${path}`, { redirect: "manual", ...init, headers });
		return app.fetch(request, { ...env, ...limits }, createExecutionContext());
	};

const landing = (slug: string, id: number | string) =>
	`/p/${slug}?PROLIFIC_PID=person-${id}&STUDY_ID=s&SESSION_ID=t${id}`;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function statuses(calls: Iterable<number>, call: (n: number) => Promise<Response> | Response): Promise<number[]> {
	const found: number[] = [];
	for (const n of calls) found.push((await call(n)).status);
	return found;
}

const recruitment = { prolific: { exits: EXITS } };

beforeAll(async () => {
	for (const slug of ["crowd", "other-crowd", "starts"]) {
		await send("/v1/studies", { method: "POST", json: smallStudy({ slug, recruitment }) });
		await send(`/v1/studies/${slug}/open`, { method: "POST" });
	}
});

describe("landings", () => {
	it("are limited for each address and study, with the seconds to wait", async () => {
		const call = withLimits({ LIMIT_LANDINGS: "3/PT1M" });
		expect(await statuses(times(4), (n) => call(landing("crowd", n)))).toEqual([303, 303, 303, 429]);
		const refused = await call(landing("crowd", 9));
		expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
		expect(Number(refused.headers.get("Retry-After"))).toBeLessThanOrEqual(20);
		expect(await problemIn(refused)).toMatchObject({ code: "too_many_requests" });
		expect((await call(landing("other-crowd", 1))).status).toBe(303);
		expect((await call(landing("crowd", 5), { address: "203.0.113.2" })).status).toBe(303);
	});

	it("are counted together for an IPv6 network", async () => {
		const call = withLimits({ LIMIT_LANDINGS: "2/PT1M" });
		const from = (n: number) => call(landing("crowd", `six-${n}`), { address: `2001:db8:0:7::${n}` });
		expect(await statuses([1, 2, 3], from)).toEqual([303, 303, 429]);
	});

	it("are limited for each study over all addresses", async () => {
		const call = withLimits({ LIMIT_LANDINGS_STUDY: "2/PT1M" });
		const from = (n: number) => call(landing("other-crowd", `many-${n}`), { address: `198.51.100.${n}` });
		expect(await statuses([1, 2, 3], from)).toEqual([303, 303, 429]);
	});

	it("show a browser a page that asks to wait", async () => {
		const call = withLimits({ LIMIT_LANDINGS: "1/PT1M" });
		const browser = { address: "203.0.113.9", headers: { Accept: "text/html" } };
		await call(landing("crowd", "page-1"), browser);
		const page = await call(landing("crowd", "page-2"), browser);
		expect(page.status).toBe(429);
		expect(page.headers.get("Retry-After")).not.toBeNull();
		expect(await page.text()).toContain("Please wait a minute");
	});

	it("allow 300 arrivals at once from one address by default", async () => {
		const call = withLimits({});
		const answers = await Promise.all(times(300).map((n) => call(landing("lecture", n), { address: "192.0.2.1" })));
		// The study does not exist. The test is that no arrival gets a 429.
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
	});

	it("are not limited if the limit is off, and an invalid variable is named", async () => {
		const off = withLimits({ LIMIT_LANDINGS: "off" });
		expect(
			await statuses(times(5), (n) => off(landing("crowd", `off-${n}`), { address: "203.0.113.3" })),
		).not.toContain(429);
		const wrong = await withLimits({ LIMIT_LANDINGS: "a lot" })(landing("crowd", 1));
		expect(await problemIn(wrong)).toMatchObject({
			code: "bad_environment",
			detail: expect.stringContaining("LIMIT_LANDINGS"),
		});
	});
});

describe("the platform's rate limiter", () => {
	it("refuses a request before anything else runs", async () => {
		const keys: string[] = [];
		const limit = async ({ key }: { key: string }) => ({ success: keys.push(key) <= 1 });
		const call = withLimits({ REQUESTS: { limit } });
		expect(await statuses([1, 2], () => call("/v1/audit", { headers: { Authorization: `Bearer ${KEY}` } }))).toEqual([
			200, 429,
		]);
		expect(keys).toEqual(["203.0.113.1", "203.0.113.1"]);
	});
});

describe("sessions started through the API", () => {
	it("are limited for each API key and study", async () => {
		const call = withLimits({ LIMIT_STARTS: "2/PT1M" });
		const start = (slug: string) => (n: number) =>
			call(`/v1/studies/${slug}/sessions`, {
				method: "POST",
				headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
				body: JSON.stringify({ participant: { id: `api-${n}` } }),
			});
		expect(await statuses(times(3), start("starts"))).toEqual([201, 201, 429]);
		expect(await statuses(times(1), start("crowd"))).toEqual([201]);
	});
});

describe("the requests of one session", () => {
	const hasRoom = (session: string, limits: Record<string, string>) =>
		runInDurableObject(sessionStub(session), (instance) => {
			Object.assign((instance as unknown as { env: object }).env, limits);
		});

	it("are limited, and requests without its token do not count against the participant's limit", async () => {
		const who = await enrol(fetchWorker, KEY, "starts", "limited");
		await hasRoom(who.session, { LIMIT_SESSION: "4/PT1M", LIMIT_STRANGERS: "2/PT1M" });
		const look = (key: string) => () => send(`/v1/sessions/${who.session}`, { key });
		expect(await statuses(times(3), look("wrong"))).toEqual([404, 404, 429]);
		expect(await statuses(times(5), look(who.token))).toEqual([200, 200, 200, 200, 429]);
		const refused = await look(who.token)();
		expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
		await hasRoom(who.session, { LIMIT_SESSION: "1200/PT2M", LIMIT_STRANGERS: "120/PT2M" });
	});
});

describe("counting requests", () => {
	it("stores nothing", async () => {
		await withLimits({})(landing("crowd", "stored"));
		const ids = await eventually(async () => listDurableObjectIds(env.LIMITS), "the counting object");
		for (const id of ids) {
			const stored = await runInDurableObject(env.LIMITS.get(id), (_, state) => state.storage.list());
			expect(stored.size).toBe(0);
		}
	});
});
