import { createExecutionContext, env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { breakD1 } from "../../support/faults/d1-faults.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { operations } from "../../support/http/operations.ts";
import { freshWatch } from "../../support/watch/fresh-watch.ts";

describe("a request that no route serves", () => {
	it("gets 404 for an unknown address", async () => {
		expect(await problemIn(await send("/v1/nothing"))).toMatchObject({ code: "not_found" });
	});

	it("gets 405 with Allow if another method is served", async () => {
		const response = await send("/v1/studies/any", { method: "PATCH" });
		expect(response.status).toBe(405);
		expect(response.headers.get("Allow")).toBe("DELETE, GET, HEAD, PUT");
	});

	it("gets 404 for every read of an unknown study", async () => {
		const gets = operations.filter(({ method, template }) => method === "GET" && template.startsWith("/v1/studies/"));
		for (const { path, requiredQuery } of gets) {
			const response = await send(`${path}${requiredQuery}`);
			expect([path, response.status]).toEqual([path, 404]);
		}
	});

	it("gets 404 for every change of an unknown study", async () => {
		const json = { participant: { id: "x" } };
		for (const path of ["open", "pause", "close", "sessions"]) {
			const response = await send(`/v1/studies/none/${path}`, { method: "POST", json });
			expect(await problemIn(response), path).toMatchObject({ code: "not_found" });
		}
	});

	it("gets the same 404 for a session without its token as for an unknown session", async () => {
		for (const id of ["se_000000000000000000000000", "nonsense", "%00", "se_'; drop"]) {
			const response = await send(`/v1/sessions/${encodeURIComponent(id)}`, { key: null });
			expect(await problemIn(response)).toMatchObject({ code: "not_found" });
		}
	});
});

describe("a hostile body", () => {
	const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

	it("is refused at any depth of nesting", async () => {
		const models = `{"m":{"provider":"openai","model":"x","providerOptions":{"a":${nested(30_000)}}}}`;
		const response = await send("/v1/studies", {
			method: "POST",
			body: `{"slug":"deep","models":${models}}`,
			headers: { "Content-Type": "application/json" },
		});
		expect(response.status).toBe(400);
	});

	const raw = (path: string, body: BodyInit) =>
		send(path, { method: "POST", body, headers: { "Content-Type": "application/json" } });

	it.each([
		["/v1/studies", String.raw`{"slug":"half","title":"a\ud800"}`, "/title"],
		["/v1/studies/any/sessions", String.raw`{"participant":{"id":"\ud800"}}`, "/participant/id"],
		[
			"/v1/studies/any/sessions",
			String.raw`{"participant":{"id":"a","attributes":{"b":"\udc00"}}}`,
			"/participant/attributes/b",
		],
		["/v1/keys", String.raw`{"name":"\ud800x","scopes":["admin"]}`, "/name"],
	])("is refused if it sends an unpaired surrogate to %s: %s", async (path, body, pointer) => {
		expect(await problemIn(await raw(path, body))).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});

	it.each([
		["two values under one name", '{"participant":{"id":"a","id":"b"}}', "/participant/id"],
		["an id as a number", '{"participant":{"id":12345678901234567890}}', "/participant/id"],
		["an id as a small number", '{"participant":{"id":7}}', "/participant/id"],
		[
			"a number of more digits than are kept",
			'{"participant":{"id":"a","attributes":{"panel":12345678901234567890}}}',
			"/participant/attributes/panel",
		],
		["a number beyond all", '{"participant":{"id":"a","attributes":{"panel":1e400}}}', "/participant/attributes/panel"],
		[
			"a name of prototypes",
			'{"participant":{"id":"a","attributes":{"__proto__":"x"}}}',
			"/participant/attributes/__proto__",
		],
	])("is refused if it has %s", async (_what, body, pointer) => {
		const refused = await problemIn(await raw("/v1/studies/any/sessions", body));
		expect(refused).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});

	it("may begin with a byte order mark", async () => {
		expect((await raw("/v1/keys", '\ufeff{"name":"x","scopes":["admin"]}')).status).toBe(201);
	});

	it("is refused as malformed JSON, whatever else is wrong", async () => {
		expect(await problemIn(await raw("/v1/keys", '{"name":1,"name":2'))).toMatchObject({ code: "malformed_json" });
	});

	it.each(["{:1}", ":", "[,]", '{"a"', '{"a":1,}', "{]", '"', "\u0000"])(
		"is refused if it is no JSON: %s",
		async (body) => {
			expect(await problemIn(await raw("/v1/keys", body))).toMatchObject({ code: "malformed_json" });
		},
	);

	it("may be empty if the route takes no body", async () => {
		expect((await problemIn(await raw("/v1/studies/none/open", ""))).code).toBe("not_found");
	});

	it("may write a character as two escaped surrogates", async () => {
		expect((await raw("/v1/keys", String.raw`{"name":"\ud83d\ude42","scopes":["admin"]}`)).status).toBe(201);
	});

	it("is refused if it is not UTF-8", async () => {
		const bytes = new Uint8Array([...new TextEncoder().encode('{"name":"'), 0xff, 0xfe, 0x22, 0x7d]);
		expect(await problemIn(await raw("/v1/keys", bytes))).toMatchObject({ code: "malformed_json", pointers: [""] });
	});

	it("cannot change a prototype", async () => {
		const body = '{"name":"x","scopes":["admin"],"__proto__":{"admin":true}}';
		const response = await send("/v1/keys", { method: "POST", body, headers: { "Content-Type": "application/json" } });
		expect(response.status).toBe(400);
	});
});

describe("the headers of every response", () => {
	it("keep participants' data out of caches, referrers and search engines", async () => {
		for (const path of ["/v1/audit", "/v1/sessions/se_x", "/p/none", "/s/none"]) {
			const { headers } = await send(path);
			expect(headers.get("Cache-Control"), path).toBe("no-store");
			expect(headers.get("Referrer-Policy")).toBe("no-referrer");
			expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
			expect(headers.get("X-Robots-Tag")).toBe("noindex");
		}
	});

	it("have our own request id, whatever the client sent", async () => {
		const response = await send("/healthz", { headers: { "X-Request-Id": "forged\tline" } });
		expect(response.headers.get("X-Request-Id")).toMatch(/^rq_[0-9a-z]{24}$/);
	});

	it("allow no other site to read a response", async () => {
		const response = await send("/v1/audit", { headers: { Origin: "https://evil.example" } });
		expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
	});
});

describe("the documentation", () => {
	beforeEach(freshWatch);

	it("says that the database answers and has its migrations", async () => {
		const response = await send("/healthz", { key: null });
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({
			status: "ok",
			database: "ok",
			migrations: "ok",
			secrets: "ok",
			alarms: "ok",
			rows: "ok",
			rowsBehindSeconds: null,
			research: "ok",
			variables: [],
			jurisdiction: "none",
		});
	});

	it.each(["down", "slow"] as const)(
		"says that a database is unreachable that is %s, and does not wait for it",
		async (fault) => {
			breakD1(fault);
			const response = await send("/healthz", { key: null });
			expect(response.status).toBe(503);
			expect(await response.json()).toMatchObject({
				status: "failing",
				database: "unreachable",
				migrations: "unknown",
				alarms: "ok",
			});
		},
	);

	const inPlace = (JURISDICTION: string) => (path: string) =>
		createApp().fetch(new Request(`https://crossover.test${path}`), { ...env, JURISDICTION }, createExecutionContext());

	it("says that the local runtime has no jurisdictions", async () => {
		const response = await inPlace("eu")("/v1/studies");
		expect(await response.json()).toMatchObject({
			code: "bad_environment",
			detail: "JURISDICTION works only where the Worker is deployed. Take it out of .dev.vars.",
		});
		const health = await inPlace("eu")("/healthz");
		expect(health.status).toBe(503);
		expect(await health.json()).toMatchObject({
			status: "failing",
			variables: ["JURISDICTION works only where the Worker is deployed. Take it out of .dev.vars."],
			jurisdiction: "eu",
		});
	});

	it("names a variable that is not valid, at /healthz and at each route", async () => {
		const call = inPlace("EU");
		const health = await call("/healthz");
		expect(health.status).toBe(503);
		const said = "Set JURISDICTION to eu, us, fedramp or fedramp-high, in lower case, or leave it out.";
		expect(await health.json()).toMatchObject({ status: "failing", variables: [said], jurisdiction: "EU" });
		for (const path of ["/v1/studies", "/p/any?PROLIFIC_PID=a", "/studies"]) {
			const response = await call(path);
			expect(response.status).toBe(500);
			expect(await response.json()).toMatchObject({ code: "bad_environment", detail: said });
		}
	});

	it("is OpenAPI 3.1 that lists every route of the router", async () => {
		const document: { openapi: string; paths: Record<string, object> } = await (await send("/openapi.json")).json();
		expect(document.openapi).toBe("3.1.0");
		for (const { template } of operations) expect(document.paths).toHaveProperty([template]);
	});

	it("has a page of all operations, and a page for each problem", async () => {
		expect(await (await send("/docs")).text()).toContain("/v1/studies/{study}/open");
		expect(await (await send("/problems/study_not_open")).text()).toContain("study_not_open");
		expect((await send("/problems/constructor")).status).toBe(404);
	});

	it("has the JSON Schema of a protocol", async () => {
		expect(await (await send("/schemas/protocol.json")).json()).toMatchObject({ type: "object" });
	});
});
