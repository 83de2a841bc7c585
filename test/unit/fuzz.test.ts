import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseProtocol } from "../../src/protocol/parse/parse.ts";
import { readContract } from "../fuzz/contract.ts";
import { curlOf } from "../fuzz/curl.ts";
import { faultsOf } from "../fuzz/expectations.ts";
import { changedJson } from "../fuzz/json-text.ts";
import { learn } from "../fuzz/learn.ts";
import { type Move, scenarios } from "../fuzz/moves.ts";
import { optionsOf } from "../fuzz/options.ts";
import { prepare } from "../fuzz/requests.ts";
import { ARM_IDS } from "../fuzz/secrets.ts";
import type { Response } from "../fuzz/send.ts";
import { protocolOf, VARIANTS } from "../fuzz/studies.ts";
import { newWorld } from "../fuzz/world.ts";

const contract = readContract(JSON.parse(readFileSync("docs/reference/openapi.json", "utf8")));
const KEYS = { all: "xo_all", only: {}, without: {} };
const HEADERS = {
	"content-type": "application/json",
	"content-security-policy": "default-src 'none'; frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"x-request-id": "rq_1",
};

const plain = (id: string, over: Partial<Move> = {}): Move => {
	const operation = contract.operations.find((known) => known.id === id);
	if (!operation) throw new Error(`no operation ${id}`);
	const nothing = { path: {}, query: [], headers: [], contentType: null, idempotencyKey: null, method: null } as const;
	const body = { kind: "none" } as const;
	const usual = {
		caller: "right",
		session: 0,
		choice: 0,
		byId: false,
		chunked: false,
		trick: "none",
		again: "no",
	} as const;
	return { operation, ...nothing, ...usual, body, ...over };
};

/** The rules that an answer to this request breaks. */
function broken(move: Move, answer: Partial<Response>): string[] {
	const prepared = prepare(move, newWorld("a-study", "single"), KEYS);
	const response: Response = { status: 200, headers: HEADERS, text: "{}", tookMs: 1, ...answer };
	return faultsOf({ prepared, response, operation: move.operation }, contract).map(({ check }) => check);
}

const problem = (over: object = {}, headers: object = {}) => ({
	headers: { ...HEADERS, "content-type": "application/problem+json", ...headers },
	text: JSON.stringify({
		type: "/problems/not_found",
		title: "Not found",
		status: 404,
		detail: "Check the address.",
		code: "not_found",
		requestId: "rq_1",
		...over,
	}),
});

const HEALTHY = JSON.stringify({
	status: "ok",
	database: "ok",
	alarms: "ok",
	rows: "ok",
	rowsBehindSeconds: null,
	research: "ok",
	migrations: "ok",
	secrets: "ok",
	jurisdiction: "none",
	variables: [],
});

describe("the expectations of a response", () => {
	const health = plain("health");

	it("is kept to by a right one, and by a right refusal", () => {
		expect(broken(health, { text: HEALTHY })).toEqual([]);
		expect(broken(plain("readSession"), { status: 404, ...problem() })).toEqual([]);
	});

	it.each<[string, Move, Partial<Response>, string]>([
		["a server error", health, { status: 500, ...problem({ status: 500 }) }, "no 5xx"],
		["an undeclared status", health, { status: 418, ...problem({ status: 418 }) }, "status 418"],
		["a body of another schema", health, { text: '{"status":"well"}' }, "schema of 200"],
		[
			"another media type",
			health,
			{ headers: { ...HEADERS, "content-type": "text/plain" } },
			"media type text/plain with 200",
		],
		[
			"no policy",
			health,
			{ text: HEALTHY, headers: { ...HEADERS, "content-security-policy": "" } },
			"header Content-Security-Policy",
		],
		["a refusal that is no problem", plain("readSession"), { status: 404, text: "no" }, "problem document"],
		[
			"a problem of another status",
			plain("readSession"),
			{ status: 404, ...problem({ status: 400 }) },
			"problem status",
		],
		[
			"a problem of another request",
			plain("readSession"),
			{ status: 404, ...problem({ requestId: "rq_2" }) },
			"request id",
		],
		[
			"401 without a scheme",
			plain("listAudit"),
			{ status: 401, ...problem({ status: 401 }) },
			"header WWW-Authenticate",
		],
		["a success without the scope", plain("listAudit", { caller: "none" }), {}, "authorisation"],
		[
			"a webhook that Prolific did not sign",
			plain("receiveProlificWebhook", { choice: 3, body: { kind: "expected", changes: [] } }),
			{ status: 204, text: "" },
			"authorisation",
		],
		["an arm's name", plain("getCommitment"), { text: `"${ARM_IDS[0]}"` }, "blinding"],
		["an arm's name in a header", health, { headers: { ...HEADERS, "x-arm": ARM_IDS[1] } }, "blinding"],
		["a script's cookie", health, { headers: { ...HEADERS, "set-cookie": ["a=b; Path=/"] } }, "cookie"],
		[
			"leave for other sites",
			health,
			{ headers: { ...HEADERS, "access-control-allow-origin": "*" } },
			"header Access-Control-Allow-Origin",
		],
	])("is broken by %s", (_, move, answer, rule) => expect(broken(move, answer)).toContain(rule));

	it("lets a response repeat the caller's values", () => {
		const body = { kind: "bytes", bytes: new TextEncoder().encode(ARM_IDS[0]) } as const;
		expect(broken(plain("getCommitment", { body }), { text: `"${ARM_IDS[0]}"` })).not.toContain("blinding");
	});
});

describe("the studies", () => {
	it.each(VARIANTS)("are protocols without a fault: %s", (variant) =>
		expect(parseProtocol(protocolOf(variant, "a-study"))).toMatchObject({ ok: true }),
	);
});

describe("the requests", () => {
	const arbitrary = scenarios(contract);

	it("are the same for the same seed", () => {
		const once = () => JSON.stringify(fc.sample(arbitrary, { seed: 7, numRuns: 3 }));
		expect(once()).toBe(once());
	});

	it("reach every operation of the document", () => {
		const drawn = fc.sample(arbitrary, { seed: 1, numRuns: 60 });
		const reached = new Set(drawn.flatMap(({ moves }) => moves.map(({ operation }) => operation.id)));
		expect(contract.operations.filter(({ id }) => !reached.has(id))).toEqual([]);
	});
});

describe("values taken from a response", () => {
	it.each([
		["the whole study", "study", true],
		["one participant", "participant", false],
	])("is that the study is unblinded, when %s was", (_, scope, isUnblinded) => {
		const world = newWorld("fuzz", "single");
		const prepared = prepare(plain("unblindStudy"), world, KEYS);
		learn(world, "unblindStudy", prepared, {
			status: 200,
			headers: HEADERS,
			text: JSON.stringify({ scope }),
			tookMs: 1,
		});
		expect(world.isUnblinded).toBe(isUnblinded);
	});
});

describe("a changed body", () => {
	const value = { a: [1, { b: "x" }], c: null };
	const changed = (at: number, how: Parameters<typeof changedJson>[1][number]["how"], json = "1e400") =>
		changedJson(value, [{ at, how, json, name: "__proto__" }]);

	it("is the same without changes", () => expect(changedJson(value, [])).toBe('{"a":[1,{"b":"x"}],"c":null}'));
	it.each([
		[changed(0, "replace"), "1e400"],
		[changed(2, "replace"), '{"a":[1e400,{"b":"x"}],"c":null}'],
		[changed(4, "replace"), '{"a":[1,{"b":1e400}],"c":null}'],
		[changed(5, "twice", "2"), '{"a":[1,{"b":"x"}],"c":null,"c":2}'],
		[changed(1, "drop"), '{"c":null}'],
		[changed(1, "rename"), '{"__proto__":[1,{"b":"x"}],"c":null}'],
		[changed(3, "add"), '{"a":[1,{"b":"x","__proto__":1e400}],"c":null}'],
		[changed(5, "wrap"), '{"a":[1,{"b":"x"}],"c":[null]}'],
	])("is %s", (text, expected) => expect(text).toBe(expected));
});

describe("a failed request as a command", () => {
	const request = { method: "POST", path: "/v1/a?b=1", headers: [["X-A", "it's"]], chunked: false } as const;
	const url = new URL("http://127.0.0.1:1/");
	const bytes = (text: string) => new TextEncoder().encode(text);

	it("quotes characters that a shell would read", () =>
		expect(curlOf(url, { ...request, body: bytes(`{"a":"'"}`) })).toBe(
			`curl --path-as-is -i -X POST -H 'X-A: it'\\''s' 'http://127.0.0.1:1/v1/a?b=1' --data-binary '{"a":"'\\''"}'`,
		));
	it("sends bytes that no argument can carry through base 64", () =>
		expect(curlOf(url, { ...request, body: Uint8Array.from([0, 255]) })).toMatch(
			/^printf '%s' AP8= \| base64 -d \| curl/,
		));
});

describe("the options", () => {
	it("ask for a seed, and for 20,000 requests by default", () => {
		expect(optionsOf(["--seed", "3"])).toEqual({ seed: 3, requests: 20_000, only: null });
		expect(optionsOf(["--seed", "3", "--requests", "50", "--only", "4"])).toEqual({ seed: 3, requests: 50, only: 4 });
	});
	it.each([[[]], [["--seed", "x"]], [["--seed", "1", "--requests", "-1"]], [["--what"]]])("are refused: %j", (args) =>
		expect(optionsOf(args)).toBeNull(),
	);
});
