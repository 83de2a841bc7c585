import { env } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { TABLES } from "../../../src/export/catalogue.ts";
import { found, type Recorded, recording } from "../../support/blinding/recording.ts";
import { dump, functionsOfTheLabel, ofStudy, type Relation } from "../../support/d1/database-dump.ts";
import { keyWith, readJson, send } from "../../support/http/http.ts";
import { type Operation, operations } from "../../support/http/operations.ts";
import { enrol, openStudy, type Participant, post, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { namesItself } from "../../support/models/model-server-behaviours.ts";
import { MODEL_IDS, servedStudy } from "../../support/protocols/served-study.ts";
import { ARM_IDS } from "../../support/protocols/small-study.ts";

const NAMES_ITSELF = namesItself("leaks");

/** Words of these studies that no response may contain, for any caller. */
const IDENTITIES = [
	...ARM_IDS,
	...MODEL_IDS,
	NAMES_ITSELF,
	"ChatGPT",
	"secret-of-the-system-prompt",
	"key-of-the-secret-endpoint",
	"127.0.0.1",
];
/** Technical words that documentation may use, but no response about a study. */
const TRADE = ["openai", "rehearsal", "provider", "ENDPOINT_", "llama"];
const DOCUMENTS = ["/openapi.json", "/schemas/", "/docs", "/problems/"];

const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
type Layout = (typeof LAYOUTS)[number];

function guessing(slug: string, layout: Layout, level: "double" | "single" = "double") {
	// One arm names its model at every first attempt and is requested again. No open data may reveal this.
	const study = servedStudy(slug, layout, [NAMES_ITSELF, MODEL_IDS[1]]);
	const slots = layout === "side-by-side" ? ["a", "b"] : [undefined];
	const items = slots.map((slot) => ({
		id: `which${slot ?? ""}`,
		kind: "guess" as const,
		label: "Which?",
		...(slot && { slot }),
	}));
	return {
		...study,
		blinding: { level, pace: "as-is" as const, selfIdentification: "regenerate" as const },
		arms: study.arms.map((arm, index) => ({ ...arm, description: ["the quick one", "the slow one"][index] ?? "" })),
		forms: { ...study.forms, guess: { title: "Last", each: "conversations" as const, items } },
		flow: [...study.flow, "guess"],
	};
}

const logged: string[] = [];
beforeAll(() => {
	for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const)
		vi.spyOn(console, method).mockImplementation(
			(...words) => void logged.push(words.map((word) => JSON.stringify(word)).join(" ")),
		);
});
afterAll(() => vi.restoreAllMocks());

type Study = {
	readonly id: string;
	readonly slug: string;
	readonly labels: string[];
	/** The labels that participants' rows contain. */
	readonly live: string[];
};
async function studyOf(slug: string): Promise<Study> {
	const { id } = await readJson(await send(`/v1/studies/${slug}`));
	const sequences = await rows<{ sequence: string; pool: string }>(
		"SELECT DISTINCT sequence, pool FROM sessions WHERE study_id = ? AND sequence IS NOT NULL",
		id,
	);
	const labelsIn = (some: typeof sequences) => [...new Set(some.flatMap(({ sequence }) => sequence.split(" ")))];
	const live = labelsIn(sequences.filter(({ pool }) => pool === "live"));
	return { id: String(id), slug, labels: labelsIn(sequences), live };
}

/** Participants of every kind: some finish (each sequence twice), some meet a failing model, leave, are erased, or never start. */
async function people(slug: string, fetch = fetchWorker): Promise<Participant[]> {
	const who = (name: string, more: object = {}) => enrol(fetchWorker, KEY, slug, name, more);
	const all: Participant[] = [];
	for (const name of ["first", "second", "third", "fourth"]) {
		const person = await who(name);
		await walk(fetch, person);
		all.push(person);
	}
	const failing = await who("failing");
	const { step } = await walk(fetch, failing, (view) => view.step?.kind === "message");
	await post(fetch, failing, step?.id ?? "", { text: "[[refused]] please" });
	all.push(failing);
	for (const erase of [false, true]) {
		const leaving = await who(`leaving ${erase}`);
		await walk(fetch, leaving, (view) => (view.conversation?.messages.length ?? 0) > 1);
		await withdraw(fetch, leaving, erase);
		all.push(leaving);
	}
	for (const source of ["pilot", "simulated"]) {
		const other = await who(source, { source });
		await walk(fetch, other);
		all.push(other);
	}
	for (const { session } of all) await drain(session);
	return all;
}

const withdraw = (fetch: typeof fetchWorker, { session, token }: Participant, erase: boolean) =>
	fetch(`/v1/sessions/${session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: JSON.stringify({ erase }),
	});

/** Existing values for each path parameter; some have several. */
type Fillers = Readonly<Record<string, readonly string[]>>;
const fillersOf = (slug: string, { session, view }: Participant): Fillers => ({
	study: [slug],
	session: [session],
	step: [view.step?.id ?? "none"],
	file: TABLES.flatMap(({ name }) => [`${name}.jsonl`, `${name}.csv`, `${name}.parquet`]),
	participant: ["somebody"],
	adapter: ["none"],
	webhook: ["wh_none"],
	source: ["test"],
	group: ["none"],
	delivery: ["dl_none"],
	run: ["sm_none"],
	batch: ["jb_none"],
	key: ["ak_none"],
	code: ["internal", "study_state"],
});

function filled(template: string, fillers: Fillers): string[] {
	const name = /\{(\w+)\}/.exec(template)?.[1];
	if (!name) return [template];
	const values = fillers[name];
	if (!values) throw new Error(`the leak scan does not know what {${name}} stands for: tell it in fillersOf`);
	return values.flatMap((value) => filled(template.replace(`{${name}}`, value), fillers));
}

/** Valid bodies for routes whose responses contain more when they succeed. Unblinding is not among them. */
const BODIES: Readonly<Record<string, readonly unknown[]>> = {
	"POST /v1/studies/{study}/sessions": [{ participant: { id: "first", source: "test" } }],
	"POST /v1/studies/{study}/rebuild": [{}],
	"POST /v1/studies/{study}/endpoints": [{ reason: "The server was moved." }],
	"POST /v1/studies/{study}/prolific/drafts": [{ reward: 450, places: 4, minutes: 20, dryRun: true }],
	"POST /v1/studies/{study}/dashboard-links": [{ sessions: false }, { sessions: true }],
	"POST /v1/dashboard/sign-in": [{ key: KEY }, { link: "a.b.c" }],
	"POST /v1/keys": [{ name: "another", scopes: ["data:read"] }],
	"POST /v1/studies/{study}/unblind": [{ reason: "short" }, { reason: "long enough to be one", scope: "participant" }],
};

/** Calls a route in every way: correctly, without a key, with another key, with invalid bodies. */
async function callInEveryWay(
	fetch: typeof fetchWorker,
	operation: Operation,
	paths: readonly string[],
	who: Participant,
	strange: string,
): Promise<void> {
	const { method, template, scope, takesBody } = operation;
	const key = scope === null ? who.token : KEY;
	const auth = (secret: string) => ({ Authorization: `Bearer ${secret}` });
	const bodies = [...(BODIES[`${method} ${template}`] ?? []), {}, { "stray/field": ARM_IDS.length }, "text", null].map(
		(body) => JSON.stringify(body),
	);
	const payloads = takesBody ? [...bodies, '{"a":'] : [undefined];
	const json = { ...auth(key), "Content-Type": "application/json" };
	for (const path of paths)
		for (const body of payloads) await fetch(path, { method, headers: json, ...(body !== undefined && { body }) });
	for (const path of new Set([paths[0] ?? "", paths.at(-1) ?? ""])) {
		await fetch(path, { method });
		await fetch(path, { method, headers: auth(strange) });
		await fetch(path, { method, headers: { ...auth(key), Accept: "text/html" } });
		await fetch(`${path}?arm=${who.session}&pool=nonsense`, { method, headers: auth(key) });
	}
	await fetch(paths.at(-1) ?? "", { method: "PATCH", headers: auth(key) });
}

/** Status changes come last, because a closed study refuses requests that an open one accepts. */
const MOVES = /\/(pause|close|open)$/;

describe.each(LAYOUTS)("a double-blind study in the layout %s", (layout) => {
	const slug = `leaks-${layout}`;
	const participant = recording();
	const researcher = recording();
	let study: Study;
	let byParticipant: Recorded[] = [];
	let byResearcher: Recorded[] = [];
	let relations: Relation[] = [];

	beforeAll(async () => {
		await openStudy(researcher.fetch, KEY, guessing(slug, layout));
		const all = await people(slug, participant.fetch);
		const active = await enrol(fetchWorker, KEY, slug, "active");
		await walk(participant.fetch, active, (view) => view.step?.kind === "message");
		const strange = await keyWith("simulations:write");
		const ordered = [...operations].sort(
			(one, other) => Number(MOVES.test(one.template)) - Number(MOVES.test(other.template)),
		);
		for (const operation of ordered) {
			const { fetch } = operation.scope === null ? participant : researcher;
			// All other responses are the same for every caller: missing things, documents, the landing page.
			const others = operation.template.includes("{session}") ? all : [];
			const paths = filled(operation.template, fillersOf(slug, active));
			await callInEveryWay(fetch, operation, [...new Set([...paths, operation.path])], active, strange);
			for (const who of others)
				await callInEveryWay(fetch, operation, filled(operation.template, fillersOf(slug, who)), who, strange);
		}
		for (const { session } of [...all, active]) await drain(session);
		study = await studyOf(slug);
		[byParticipant, byResearcher] = await Promise.all([participant.sent(), researcher.sent()]);
		relations = ofStudy(await dump(), study);
	});

	it("was tested on every route of the router", () => {
		expect(study.live).toHaveLength(2);
		expect(study.labels).toHaveLength(6);
		const templates = operations.map(({ method, path }) => `${method} ${path}`);
		const asked = new Set([...byParticipant, ...byResearcher].map(({ request }) => request));
		expect(templates.filter((request) => !asked.has(request))).toEqual([]);
		expect(byParticipant.length + byResearcher.length).toBeGreaterThan(500);
	});

	it("names no arm and no model in any byte of any response or refusal", () => {
		expect(found([...byParticipant, ...byResearcher], IDENTITIES)).toEqual([]);
	});

	it("shows participants no label and no server either", () => {
		const study_ = byParticipant.filter(({ request }) => !DOCUMENTS.some((path) => request.includes(path)));
		expect(found(study_, [...TRADE, ...study.labels.map((label) => `"${label}"`)])).toEqual([]);
	});

	it("names no model's server in any response about the study", () => {
		// These describe the column `provider`. The packed tables are searched as single exports.
		const exported = byResearcher
			.filter(
				({ request }) =>
					!/exports\/(datapackage\.json|model-calls|all\.zip|codebook\.html)|\/adapters|\/profiles/.test(request),
			)
			// PRISM's column must exist, without information.
			.map(({ request, answer }) => ({ request, answer: answer.replaceAll('"model_provider":"blinded"', "") }));
		expect(found(exported, TRADE)).toEqual([]);
	});

	it("has no arm, model or server text in any table or view of D1", () => {
		const text = relations.map(({ name, rows: all }) => ({
			request: name,
			answer: JSON.stringify(all.map(Object.values)),
		}));
		expect(found(text, [...IDENTITIES, ...TRADE])).toEqual([]);
		expect(relations.filter(({ rows: all }) => all.length > 0).length).toBeGreaterThan(12);
	});

	it("fills no revealing column in any table or view", () => {
		const telling =
			/(^|_)(arm|model|served|provider|tokens?|frame_ms|finish_reason|failure|cost|currency|prompt|attempt|revealed|unblinded)(_|$)/;
		const filledColumns = relations.flatMap(({ name, rows: all }) =>
			Object.keys(all[0] ?? {})
				.filter((column) => telling.test(column) && all.some((row) => row[column] !== null))
				.map((column) => `${name}.${column}`),
		);
		expect(filledColumns).toEqual([]);
	});

	it("writes one sealed row for each candidate, all with the same length", () => {
		const of = (relation: string) => relations.find(({ name }) => name === relation)?.rows ?? [];
		const [calls, candidates, deviations] = [of("model_calls"), of("candidates"), of("deviations")];
		expect(candidates.length).toBeGreaterThanOrEqual(4);
		// A turn that was left or failed has no candidates, but a sealed row for each expected candidate.
		const slots = layout === "single" ? 1 : 2;
		const unanswered = of("turns").filter(({ id }) => !candidates.some(({ turn_id }) => turn_id === id));
		const active = unanswered.filter(({ session_id }) =>
			of("sessions").some(({ id, status }) => id === session_id && status === "active"),
		);
		expect(calls).toHaveLength(candidates.length + slots * (unanswered.length - active.length));
		expect(new Set(calls.map(({ sealed }) => String(sealed).length)).size).toBe(1);
		for (const { id, study_id, protocol_hash, sealed, ...rest } of calls)
			expect(
				[id, study_id, protocol_hash, sealed, ...Object.values(rest)].filter((value) => value !== null),
			).toHaveLength(4);
		const others = JSON.stringify(relations.filter(({ name }) => name !== "model_calls"));
		expect(calls.filter(({ id }) => others.includes(String(id)))).toEqual([]);
		expect(of("sealed_deviations")).toEqual([]);
		expect(deviations).toEqual([]);
	});

	it("records the act in every entry of the audit", async () => {
		const entries = await rows<{ action: string; detail: string }>("SELECT action, detail FROM audit");
		expect(new Set(entries.map(({ action }) => action)).size).toBeGreaterThan(5);
		expect(entries.filter(({ detail }) => Object.keys(JSON.parse(detail) ?? {}).length === 0)).toEqual([]);
	});

	it("has no column that depends on the arm, except the label", () => {
		expect(relations.flatMap((relation) => functionsOfTheLabel(relation, study.live, 4))).toEqual([]);
		expect(relations.filter(({ rows: all }) => all.some(({ label }) => label)).length).toBeGreaterThanOrEqual(3);
	});
});

describe("the Worker's log", () => {
	it("contains no arm, label, model, participant or message, also after failures", async () => {
		const slug = "leaks-logs";
		await openStudy(fetchWorker, KEY, guessing(slug, "single"));
		const who = await enrol(fetchWorker, KEY, slug, "somebody-by-name");
		await env.DB.exec("ALTER TABLE turns RENAME TO turns_gone");
		await walk(fetchWorker, who);
		await drain(who.session);
		await env.DB.exec("ALTER TABLE turns_gone RENAME TO turns");
		await env.DB.exec("ALTER TABLE warnings RENAME TO warnings_gone");
		expect((await send(`/v1/studies/${slug}`)).status).toBe(500);
		await env.DB.exec("ALTER TABLE warnings_gone RENAME TO warnings");
		await people(slug);
		const { labels } = await studyOf(slug);
		expect(logged.some((line) => line.includes("outbox"))).toBe(true);
		expect(logged.some((line) => line.includes("rq_"))).toBe(true);
		const lines = logged.map((answer) => ({ request: "the log", answer }));
		const said = ["somebody-by-name", "What should I cook", "You asked about"];
		expect(found(lines, [...IDENTITIES, ...TRADE, ...said, ...labels.map((label) => `"${label}"`)])).toEqual([]);
	});
});

describe("the scan itself", () => {
	it("finds words in texts, and not those that encrypted text has by chance", () => {
		const sealed = `${"Qx7-".repeat(60)}LlAmA${"_9zK".repeat(60)}`;
		const answers = [`{"sealed":"eyJhbGciOiJ9..${sealed}.x"}`, `{"sealed":"${sealed}","model":"a LLaMA"}`];
		expect(answers.map((answer) => found([{ request: "this", answer }], ["llama"]))).toEqual([[], ["llama in this"]]);
	});

	it("finds the arms in a single-blind study", async () => {
		const slug = "leaks-not";
		await openStudy(fetchWorker, KEY, guessing(slug, "single", "single"));
		await people(slug);
		const { fetch, sent } = recording();
		await fetch(`/v1/studies/${slug}/exports/model-calls.csv`, { headers: { Authorization: `Bearer ${KEY}` } });
		await fetch(`/v1/studies/${slug}/balance`, { headers: { Authorization: `Bearer ${KEY}` } });
		expect(found(await sent(), IDENTITIES).length).toBeGreaterThanOrEqual(4);
		const study = await studyOf(slug);
		const relations = ofStudy(await dump(), study);
		expect(relations.flatMap((relation) => functionsOfTheLabel(relation, study.live, 4))).toEqual(
			expect.arrayContaining(["model_calls.model", "v_ratings.arm"]),
		);
	});
});
