import { beforeAll, describe, expect, it } from "vitest";
import { protocolHash } from "../../../src/protocol/parse/parse.ts";
import { itDeclaresEveryStatus, mainRequests } from "../../support/http/every-status.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { type Operation, operations } from "../../support/http/operations.ts";
import { enrol } from "../../support/http/participant.ts";
import { makePlaces, openWithExits, type Places } from "../../support/http/places.ts";
import { fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const named = ({ method, template }: Operation) => `${method} ${template}`;
const each = (some: readonly Operation[]) => some.map((operation) => [named(operation), operation] as const);
const ofApi = operations.filter(({ template }) => template.startsWith("/v1/"));

describe.each(each(ofApi))("the query of %s", (_, { method, path, parameters }) => {
	it("refuses unknown parameters and lists the known ones", async () => {
		const response = await send(`${path}?surprise=1`, { method, ...(method === "GET" ? {} : { json: {} }) });
		expect(response.status).toBe(400);
		const { errors } = await readJson(response);
		const [fault] = Array.isArray(errors) ? errors.filter(({ pointer }) => pointer === "/surprise") : [];
		for (const name of parameters ?? []) expect(fault.detail).toContain(name);
		expect(parameters).not.toBeNull();
	});
});

describe("a landing link", () => {
	it("accepts parameters that recruiters add", async () => {
		await openWithExits("extras");
		const landed = await send("/p/extras?PROLIFIC_PID=somebody&STUDY_ID=s&SESSION_ID=t&utm_source=mail", { key: null });
		expect(landed.status).toBe(303);
	});
});

let places: Places;
beforeAll(async () => {
	places = await makePlaces();
});

// With every key, also one that is refused, for each body at each path: statuses.slow.test.ts.
itDeclaresEveryStatus(() => places, mainRequests);

const JSON_TYPE = { "Content-Type": "application/json" };

describe("a number that a double cannot represent", () => {
	const raw = (path: string, body: string, key = KEY) => send(path, { method: "POST", body, headers: JSON_TYPE, key });

	it.each([
		["1e400", "/text"],
		["-1e400", "/text"],
		["1E+0400", "/text"],
		[`${"9".repeat(309)}`, "/text"],
		[`${"9".repeat(305)}e5`, "/text"],
	])("is refused as an answer to a step: %s", async (number, pointer) => {
		const slug = `endless-${number.length}-${number.charCodeAt(0)}-${number.charCodeAt(1)}`;
		await openWithExits(slug);
		const { session, token, view } = await enrol(fetchWorker, KEY, slug, "p");
		const response = await raw(`/v1/sessions/${session}/steps/${view.step?.id}`, `{"text":${number}}`, token);
		expect(await problemIn(response)).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});

	it.each([
		["/v1/studies", '{"slug":"x","models":{"m":{"providerOptions":{"a":[0,1e999]}}}}', "/models/m/providerOptions/a/1"],
		[
			"/v1/studies/an-open/sessions",
			'{"participant":{"id":"a","attributes":{"n":1e309}}}',
			"/participant/attributes/n",
		],
		["/v1/keys", '{"name":1e400,"scopes":[]}', "/name"],
	])("is refused in the body of %s", async (path, body, pointer) => {
		expect(await problemIn(await raw(path, body))).toMatchObject({ code: "invalid_request", pointers: [pointer] });
	});

	it("may have any value that a double can represent", async () => {
		await openWithExits("large");
		const body = '{"participant":{"id":"large","source":"test","attributes":{"n":1e308}}}';
		expect((await raw("/v1/studies/large/sessions", body)).status).toBe(201);
	});
});

describe("a withdrawal", () => {
	it("erases nothing unless it asks for erasure", async () => {
		await openWithExits("leaving");
		const { session, token } = await enrol(fetchWorker, KEY, "leaving", "p");
		const left = await send(`/v1/sessions/${session}/withdraw`, { method: "POST", key: token, json: {} });
		expect(await readJson(left)).toMatchObject({ status: "withdrawn" });
		expect((await send(`/v1/sessions/${session}`, { key: token })).status).toBe(200);
	});
});

describe("the security headers", () => {
	const pathsAnywhere = [
		"/docs",
		"/problems/not_found",
		"/healthz",
		"/openapi.json",
		"/v1/audit",
		"/p/none",
		"/nowhere",
	];

	it.each(pathsAnywhere)("are those of a page that loads nothing: %s", async (path) => {
		const { headers } = await send(path, { key: null, headers: { Accept: "text/html" } });
		expect(headers.get("Content-Security-Policy")).toMatch(
			/^default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-[^']{44}'; frame-ancestors 'none'$/,
		);
		expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
		expect(headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
		expect(headers.get("Permissions-Policy")).toContain("camera=()");
	});

	it("name the hash of the plain pages' stylesheet", async () => {
		const response = await send("/docs", { key: null });
		const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(await response.text()) ?? [];
		const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
		const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
		expect(response.headers.get("Content-Security-Policy")).toContain(`'sha256-${hash}'`);
	});

	it("accept only origins in the policy", async () => {
		for (const origin of ["https://a;sandbox", "https://*", "https://a.example/path", "https://u:p@a.example"]) {
			const recruitment = { embedOrigins: [origin], returnUrls: [origin] };
			const response = await send("/v1/studies", { method: "POST", json: smallStudy({ slug: "framed", recruitment }) });
			expect((await problemIn(response)).pointers, origin).toEqual([
				"/recruitment/returnUrls/0",
				"/recruitment/embedOrigins/0",
			]);
		}
	});

	it("leave out a malformed origin of an old study", async () => {
		const slug = "framed-before";
		await send("/v1/studies", {
			method: "POST",
			json: smallStudy({ slug, recruitment: { embedOrigins: ["https://kept.example", "https://a.example"] } }),
		});
		const [version] = await rows<{ protocol: string }>(
			"SELECT protocol FROM study_versions WHERE study_id = (SELECT id FROM studies WHERE slug = ?)",
			slug,
		);
		const protocol = JSON.parse((version?.protocol ?? "").replaceAll("https://a.example", "https://a;sandbox"));
		const hash = protocolHash(protocol);
		await rows(
			"UPDATE study_versions SET protocol = ?, protocol_hash = ? WHERE study_id = (SELECT id FROM studies WHERE slug = ?)",
			JSON.stringify(protocol),
			hash,
			slug,
		);
		await rows("UPDATE studies SET protocol_hash = ? WHERE slug = ?", hash, slug);
		await send(`/v1/studies/${slug}/open`, { method: "POST" });
		const { session } = await enrol(fetchWorker, KEY, slug, "p");
		const page = await send(`/s/${session}?embed=1`, { key: null });
		expect(page.headers.get("Content-Security-Policy")).toContain("frame-ancestors https://kept.example");
		expect(page.headers.get("Content-Security-Policy")).not.toContain("sandbox");
	});
});

describe("a participant's page", () => {
	it.each(["?embed=1&embed=2", "?preview&preview=1", "?utm_source=mail"])(
		"opens with the parameters %s",
		async (query) => {
			const page = await send(`/s/${places.sessions[0]?.session}${query}`, { key: null });
			expect(page.status).toBe(200);
		},
	);
});
