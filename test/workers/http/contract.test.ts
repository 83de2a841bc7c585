import { beforeAll, describe, expect, it } from "vitest";
import { protocolHash } from "../../../src/protocol/parse/parse.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { type Operation, operations } from "../../support/http/operations.ts";
import { enrol, type Participant, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

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
		await open("extras");
		const landed = await send("/p/extras?PROLIFIC_PID=somebody&STUDY_ID=s&SESSION_ID=t&utm_source=mail", { key: null });
		expect(landed.status).toBe(303);
	});
});

const open = async (slug: string) => {
	await send("/v1/studies", {
		method: "POST",
		json: smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } }),
	});
	return send(`/v1/studies/${slug}/open`, { method: "POST" });
};

/** Values of path parameters: things in each of their states, and things that do not exist. */
let places: Record<string, readonly string[]> = {};
let sessions: readonly Participant[] = [];
const unlike = "missing";

beforeAll(async () => {
	await send("/v1/studies", { method: "POST", json: smallStudy({ slug: "a-draft" }) });
	for (const slug of ["an-open", "a-paused", "a-closed", "an-unblinded"]) await open(slug);
	const people = await Promise.all(["one", "two", "three"].map((id) => enrol(fetchWorker, KEY, "an-open", id)));
	const [, walking, erased] = people as [Participant, Participant, Participant];
	await walk(fetchWorker, walking, ({ step }) => step?.kind === "message");
	await send(`/v1/sessions/${erased.session}/withdraw`, { method: "POST", key: erased.token, json: { erase: true } });
	await send("/v1/studies/a-paused/pause", { method: "POST" });
	await send("/v1/studies/a-closed/close", { method: "POST" });
	await send("/v1/studies/an-unblinded/close", { method: "POST" });
	await closeAndUnblind("an-unblinded");
	sessions = people;
	places = {
		study: ["a-draft", "an-open", "a-paused", "a-closed", "an-unblinded", unlike],
		session: [...people.map(({ session }) => session), unlike],
		step: [String(walking.view.step?.id), "st_000000000000000000000000"],
		file: ["sessions.csv", "allocations.jsonl", unlike],
		code: ["not_found", unlike],
	};
});

function pathsOf(template: string): string[] {
	const name = /\{(\w+)\}/.exec(template)?.[1];
	if (name === undefined) return [template];
	return (places[name] ?? [unlike]).flatMap((value) => pathsOf(template.replace(`{${name}}`, value)));
}

const JSON_TYPE = { "Content-Type": "application/json" };
const bodies: readonly Parameters<typeof send>[1][] = [
	{},
	{ json: {} },
	{ json: [] },
	{ json: { unknown: "field" } },
	{ json: { accept: true } },
	{ body: "{", headers: JSON_TYPE },
	{ body: '{"text":1e400}', headers: JSON_TYPE },
	{ body: "a=1", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
	{ body: "x".repeat(70_000), headers: JSON_TYPE },
	{ json: {}, headers: { "Idempotency-Key": "the same for all" } },
	{ json: {}, headers: { "Idempotency-Key": "\u00e9 no key" } },
];

/** `send` fails on an undeclared status, so these tests only need to send all requests. */
describe.each(each(operations))("every response of %s", (_, { method, template, scope }) => {
	const bodiesOf = method === "GET" ? [{}] : bodies;
	const answered = async (path: string, key: string | null) => {
		const statuses: number[] = [];
		for (const sent of bodiesOf) {
			const response = await send(path, { method, key, ...sent });
			await response.arrayBuffer();
			statuses.push(response.status);
		}
		return statuses;
	};

	it("has a declared status", async () => {
		const keys =
			scope === null ? [null, ...sessions.map(({ token }) => token)] : [null, KEY, await keyWith("data:read")];
		const statuses: number[] = [];
		for (const path of pathsOf(template)) for (const key of keys) statuses.push(...(await answered(path, key)));
		expect(statuses.filter((status) => status >= 500)).toEqual([]);
	});
});

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
		await open(slug);
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
		await open("large");
		const body = '{"participant":{"id":"large","source":"test","attributes":{"n":1e308}}}';
		expect((await raw("/v1/studies/large/sessions", body)).status).toBe(201);
	});
});

describe("a withdrawal", () => {
	it("erases nothing unless it asks for erasure", async () => {
		await open("leaving");
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
			const page = await send(`/s/${sessions[0]?.session}${query}`, { key: null });
			expect(page.status).toBe(200);
		},
	);
});
