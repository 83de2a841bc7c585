import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionsAtWork } from "../chaos/disk.ts";
import { changeOnDisk } from "../support/d1/rows-on-disk.ts";
import { eventually } from "../support/eventually.ts";
import { createStudy, enrol, type Fetch, openStudy, walk } from "../support/http/participant.ts";
import { bundleReadable, bundleWorker, runBundle } from "../support/http/real-worker.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. The deployed Worker with its research Worker, with others in its place, and with none. */
const KEY = "xo_key_of_the_statistics_test_and_of_nothing_else";
const SLUG = "reported";
const PEOPLE = 6;
const WITHIN_MS = 60_000;
const REPORTS = ["analysis", "analysis?format=html", "exports/datapackage.json"];
const PARQUET = ["exports/ratings.parquet", "exports/transcripts.parquet", "exports/judgements.parquet"];

/** Protocols with faults of each kind: of the schema, across fields, of an opening, and of a formula. */
const DRAFT = smallStudy({ slug: "checked" });
const PROTOCOLS: Readonly<Record<string, unknown>> = {
	sound: DRAFT,
	"of the schema": { ...DRAFT, title: 7, flw: [], arms: DRAFT.arms.slice(0, 1) },
	"across fields": { ...DRAFT, arms: [...DRAFT.arms, ...DRAFT.arms] },
	"of no object": [DRAFT],
};

type Answer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array<ArrayBuffer> };

type Ask = (path: string, body?: unknown, method?: string) => Promise<Answer>;

let folder: string;
const log: string[] = [];

/** Runs what is in the folder on the same storage. */
async function running<T>(use: (ask: Ask, call: Fetch) => Promise<T>): Promise<T> {
	log.length = 0;
	const bindings = { BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-research-test" };
	const worker = await runBundle(folder, bindings, (line) => log.push(line));
	try {
		const call: Fetch = (path, init) => fetch(new URL(path, worker.url), init);
		const ask: Ask = async (path, body, method = body === undefined ? "GET" : "POST") => {
			const headers = {
				Authorization: `Bearer ${KEY}`,
				...(body !== undefined && { "Content-Type": "application/json" }),
			};
			const sent = body === undefined ? {} : { body: JSON.stringify(body) };
			const response = await call(path, { method, headers, ...sent });
			const bytes = new Uint8Array(await response.arrayBuffer());
			return { status: response.status, headers: response.headers, bytes };
		};
		return await use(ask, call);
	} finally {
		await worker.stop();
	}
}

const textOf = ({ bytes }: Answer): string => new TextDecoder().decode(bytes);
const jsonOf = (answer: Answer): Record<string, unknown> => JSON.parse(textOf(answer));
const inStudy = (path: string): string => `/v1/studies/${SLUG}/${path}`.replace(/\/$/, "");

/** The time of a report is the only part that differs from one request to the next. It also stands in an address. */
const withoutTimes = (text: string): string => text.replaceAll(/T\d\d(:|%3A)\d\d(:|%3A)\d\d\.\d{3}Z/g, "T");

async function allFiles(): Promise<Record<string, unknown>> {
	return running(async (ask) => {
		const files: Record<string, unknown> = {};
		for (const path of REPORTS) {
			const answer = await ask(inStudy(path));
			expect([path, answer.status]).toEqual([path, 200]);
			files[path] = withoutTimes(textOf(answer));
			files[`type of ${path}`] = answer.headers.get("Content-Type");
			files[`policy of ${path}`] = answer.headers.get("Content-Security-Policy");
		}
		for (const [name, protocol] of Object.entries(PROTOCOLS)) {
			files[`faults ${name}`] = jsonOf(await ask("/v1/studies/validate", protocol));
			const refused = jsonOf(await ask("/v1/studies", { ...(protocol as object), slug: SLUG }));
			files[`refusal ${name}`] = { ...refused, requestId: null };
		}
		files.warnings = jsonOf(await ask(inStudy(""))).warnings;
		files.settings = {
			...jsonOf(await ask(inStudy("settings"), { reason: "A test of settings", quota: { total: 1 } }, "PATCH")),
			requestId: null,
		};
		for (const path of PARQUET) files[path] = Buffer.from((await ask(inStudy(path))).bytes).toString("base64");
		return files;
	});
}

const RESEARCH = () => join(folder, "research/worker.js");
let built: string;
let byResearchWorker: Record<string, unknown>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "crossover-"));
	await bundleWorker(folder);
	built = await readFile(RESEARCH(), "utf8");
	const worker = await runBundle(
		folder,
		{ BOOTSTRAP_KEY: KEY, IDENTITY_KEY: "identity-key-of-the-research-test" },
		() => {},
	);
	const call = (path: string, init?: RequestInit) => fetch(new URL(path, worker.url), init);
	await openStudy(call, KEY, smallStudy({ slug: SLUG }));
	await createStudy(call, KEY, smallStudy({ slug: "not-opened" }));
	for (let index = 0; index < PEOPLE; index += 1)
		await walk(call, await enrol(call, KEY, SLUG, `person-${index}`), () => false);
	await eventually(async () => sessionsAtWork(folder) === 0, "the last rows", WITHIN_MS, 100);
	await worker.stop();
	byResearchWorker = await allFiles();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Workers that are no research Worker of this release. `open` is all that releases have in common. */
const ANOTHER = (calls: string): string => `import { RpcTarget, WorkerEntrypoint } from "cloudflare:workers";
class Report extends RpcTarget { ${calls} }
class Calls extends RpcTarget { report() { return new Report(); } }
export default class extends WorkerEntrypoint { fetch() { return new Response(); } open() { return new Calls(); } }`;

describe("what the research Worker makes", () => {
	it("is a report of all participants", () => {
		expect(JSON.parse(String(byResearchWorker.analysis))).toMatchObject({
			study: { randomised: PEOPLE, completed: PEOPLE },
		});
	});

	it("is faults of every kind, and warnings", () => {
		expect(byResearchWorker).toMatchObject({
			"faults sound": { valid: true, errors: [] },
			"faults of the schema": { valid: false },
			"faults across fields": { valid: false, errors: [{ pointer: "/arms/2/id" }, { pointer: "/arms/3/id" }] },
			"faults of no object": { valid: false },
			"refusal sound": { code: "study_exists" },
			"refusal of the schema": { code: "invalid_protocol" },
			settings: {
				code: "invalid_request",
				errors: [{ detail: expect.stringContaining("under one block") }, { pointer: "/quota/total" }],
			},
			warnings: expect.arrayContaining([expect.objectContaining({ code: "pace_as_is" })]),
		});
	});

	it("is not left out of the bundle by mistake, so that this test would compare one way with itself", async () => {
		const main = await readFile(join(folder, "bundle/worker.js"), "utf8");
		// A type of Parquet's, and a text of the report's page.
		for (const own of ["BYTE_ARRAY", "All results below are exploratory"]) {
			expect(built).toContain(own);
			expect(main).not.toContain(own);
		}
	});

	it("needs no static file, because the research Worker has none", () => expect(built).not.toContain("assets.invalid"));

	it("is what the same functions make without it, byte for byte", async () => {
		await rename(join(folder, "bundle"), join(folder, "deployed"));
		await rm(RESEARCH());
		await bundleReadable(folder);
		expect(await allFiles()).toEqual(byResearchWorker);
		await rm(join(folder, "bundle"), { recursive: true });
		await rename(join(folder, "deployed"), join(folder, "bundle"));
		await writeFile(RESEARCH(), built);
	});
});

describe("the deployed Worker", () => {
	const isUnavailable = async (ask: Ask, said: string) => {
		for (const path of [...REPORTS, ...PARQUET]) {
			const answer = await ask(inStudy(path));
			expect([path, answer.status]).toEqual([path, 503]);
			expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
			expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
			expect(jsonOf(answer)).toMatchObject({ code: "unavailable", detail: expect.stringContaining(said) });
			expect(jsonOf(answer).detail).toContain("npm run deploy");
		}
		for (const path of ["/v1/studies", "/v1/studies/validate"]) {
			const answer = await ask(path, { ...DRAFT, slug: "unchecked" });
			expect([path, answer.status]).toEqual([path, 503]);
		}
		// A study can be watched without what it checks.
		const study = await ask(inStudy(""));
		expect(study.status).toBe(200);
		expect(jsonOf(study).warnings).toEqual([expect.objectContaining({ code: "warnings_unknown" })]);
	};

	it("is healthy with the research Worker of its release", () =>
		running(async (ask) => {
			expect(jsonOf(await ask("/healthz"))).toMatchObject({ status: "ok", research: "ok" });
		}));

	it("makes no report with one of another release, and says so; all else works", async () => {
		const version = await readFile("dist/research/version", "utf8");
		expect(built).toContain(version);
		await writeFile(RESEARCH(), built.replaceAll(version, [...version].reverse().join("")));
		await running(async (ask) => {
			await isUnavailable(ask, "of another release");
			expect(jsonOf(await ask("/healthz"))).toMatchObject({ status: "degraded", research: "other_version" });
			expect((await ask(inStudy("exports/ratings.csv"))).status).toBe(200);
			expect((await ask(inStudy("exports/ratings.jsonl"))).status).toBe(200);
		});
		expect(log.filter((line) => line.includes("research_unavailable"))).not.toEqual([]);
	});

	it("makes no report without one, and says so", async () => {
		await rm(RESEARCH());
		await running(async (ask) => {
			await isUnavailable(ask, "does not answer");
			expect(jsonOf(await ask("/healthz"))).toMatchObject({ status: "degraded", research: "unreachable" });
		});
	});

	it("opens no study without one, and leaves it a draft", () =>
		running(async (ask) => {
			const before = jsonOf(await ask("/v1/audit")).entries;
			expect((await ask("/v1/studies/not-opened/open", {})).status).toBe(503);
			expect(jsonOf(await ask("/v1/studies/not-opened"))).toMatchObject({ status: "draft", openedAt: null });
			expect(jsonOf(await ask("/v1/audit")).entries).toEqual(before);
		}));

	it("takes a participant from arrival to the end without one, and logs nothing of it", () =>
		running(async (_ask, call) => {
			await walk(call, await enrol(call, KEY, SLUG, "newcomer"));
			await eventually(async () => sessionsAtWork(folder) === 0, "the last rows", WITHIN_MS, 100);
			expect(log.filter((line) => line.includes("research_unavailable"))).toEqual([]);
		}));

	it("sends it rows of more than the 32 MiB that one call may have", async () => {
		await writeFile(RESEARCH(), built);
		// The largest texts that D1 takes are near 2 MB.
		const text = "replace(hex(zeroblob(380000)), '00', 'word ')";
		changeOnDisk(folder, `UPDATE turns SET text = ${text}; UPDATE candidates SET text = ${text};`);
		const [rows, csv] = await running(async (ask) => [
			await parquetReadObjects({ file: (await ask(inStudy("exports/transcripts.parquet"))).bytes.buffer }),
			await ask(inStudy("exports/transcripts.csv")),
		]);
		expect(csv.bytes.length).toBeGreaterThan(32 * 2 ** 20);
		const lengths = rows.map((row) => String(row.text).length);
		expect(lengths.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(32 * 2 ** 20);
		expect(new Set(lengths)).toEqual(new Set([5 * 380_000]));
	});

	it("says so if it breaks off within a report", async () => {
		await writeFile(RESEARCH(), ANOTHER('add() { throw new Error("the worker ran out of memory"); }'));
		await running(async (ask) => {
			const answer = await ask(inStudy("analysis"));
			expect(answer.status).toBe(503);
			expect(jsonOf(answer)).toMatchObject({ code: "unavailable", detail: expect.stringContaining("broke off") });
		});
	});

	it("logs a bug in it by its kind and place, without its message", async () => {
		const failed = '{ failed: { name: "RangeError", at: ["at fit (worker.js:1:20333)"] } }';
		await writeFile(RESEARCH(), ANOTHER(`add() { return { value: null }; } made() { return ${failed}; }`));
		await running(async (ask) => {
			const answer = await ask(inStudy("analysis"));
			expect(answer.status).toBe(500);
			expect(jsonOf(answer)).toMatchObject({ code: "internal" });
		});
		const line = log.find((written) => written.includes("request_failed")) ?? "{}";
		expect(JSON.parse(line)).toMatchObject({ name: "RangeError", at: ["at fit (worker.js:1:20333)"] });
	});
});
