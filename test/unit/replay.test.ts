import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
	CAPSULE_TABLES,
	type Capsule,
	type CapsuleTable,
	capsuleFrom,
	type Row,
	zipOfCapsule,
} from "../../scripts/capsule/format.ts";
import { recordedSessions } from "../../scripts/capsule/recorded.ts";
import { recordedReplies } from "../../scripts/capsule/replies.ts";
import { actOf } from "../../scripts/replay/act.ts";
import { COMPARED, jsonDifferences, logDifferences, tableDifferences } from "../../scripts/replay/compare.ts";
import { idsOf, renamed } from "../../scripts/replay/ids.ts";
import { timelineOf } from "../../scripts/replay/timeline.ts";
import { callSeed, participantSeed } from "../../src/randomisation/plan/orders.ts";
import type { SessionView, StepView } from "../../src/session/view/view-schema.ts";

const AT = (minute: number): string => `2026-05-01T10:${String(minute).padStart(2, "0")}:00.000Z`;
const session = (id: string, changes: Row = {}): Row => ({
	...{ session: id, participant: `pt_${id}`, source: "api", pool: "live", status: "completed", attributes: {} },
	...{ consented_at: AT(0), started_at: AT(0), ended_at: AT(9) },
	...changes,
});
const tables = (rows: Partial<Record<CapsuleTable, readonly Row[]>>): ReadonlyMap<CapsuleTable, readonly Row[]> =>
	new Map(Object.entries(rows) as [CapsuleTable, readonly Row[]][]);

const answer = (form: string, item: string, value: unknown, changes: Row = {}): Row => ({
	...{ session: "a", form, item, kind: "vas", value, asked: true, position: 1, conversation_id: null },
	...{ elapsed_ms: 900, changes: null, history: null, answered_at: AT(1) },
	...changes,
});

const RECORD = tables({
	sessions: [session("a")],
	conversations: [{ session: "a", conversation_id: "cv_1", position: 1, ended_at: AT(5) }],
	transcripts: [
		{ session: "a", conversation_id: "cv_1", turn: 1, role: "participant", text: "Hello" },
		{
			session: "a",
			conversation_id: "cv_1",
			turn: 1,
			role: "assistant",
			slot: "b",
			chosen: true,
			text: "Hi",
			written: null,
		},
	],
	answers: [
		answer("about", "age", 44, { position: 2 }),
		answer("about", "name", "x", { position: 1 }),
		answer("about", "why", null, { asked: false, position: 0 }),
		answer("after", "liking", 70, { conversation_id: "cv_1", answered_at: AT(6) }),
	],
	ratings: [{ session: "a", conversation_id: "cv_1", source: "choice", turn: 1, slot: "b", value: 80 }],
	"model-calls": [
		{ conversation_id: "cv_1", turn: 1, slot: "b", attempt: 1, failure: "self_identified", discarded_text: "I am X" },
		{
			conversation_id: "cv_1",
			turn: 1,
			slot: "b",
			attempt: 2,
			failure: null,
			served_model: "m-1",
			counted_by: "server",
			input_tokens: 5,
			output_tokens: 2,
		},
	],
	allocations: [
		{ seed: "s" },
		{ entry: { kind: "opened" } },
		{ entry: { kind: "allocated", session: "a", pool: "live", draw: 3 } },
	],
});
const SEED = "0f".repeat(32);
const [recorded] = recordedSessions(RECORD);
if (!recorded) throw new Error("nothing is recorded");

const view = (step: StepView, conversation: Partial<NonNullable<SessionView["conversation"]>> | null): SessionView => ({
	...{ id: "se_1", study: "s", status: "active", erased: false, progress: { done: 0, of: 9 }, exit: null, step },
	conversation: conversation && {
		...{ index: 1, of: 1, title: "", instructions: "", layout: "best-of", messages: [] },
		...conversation,
	},
});
const form = (...ids: string[]): Extract<StepView, { kind: "form" }> => ({
	...{ id: "st_1", kind: "form", title: "" },
	items: ids.map((id) => ({ id, kind: "vas", label: "", required: false })),
});
const message = (turn: number, canEnd = true): StepView => ({
	...{ id: "st_1", kind: "message", minTurns: 1, maxTurns: 5, maxLength: 100, turn, canEnd },
});
const act = (step: StepView, conversation: Parameters<typeof view>[1] = null, forms = 0) =>
	actOf(recorded, view(step, conversation), step, { forms, conversation: forms === 0 ? 0 : 1 });

describe("a participant's acts, from the exports", () => {
	it("is sent again step by step, forms in the order in which they were answered", () => {
		const about = { answers: { age: 44, name: "x" }, shown: ["name", "age"], elapsedMs: 900 };
		expect(act(form("name", "age"))).toEqual({ kind: "answer", answer: about, usesForm: true });
		expect(act(message(1), {})).toMatchObject({ answer: { text: "Hello" } });
		expect(act(message(2), {})).toEqual({ kind: "answer", answer: { end: true } });
		expect(act(form("liking"), {}, 1)).toMatchObject({ answer: { answers: { liking: 70 } } });
	});

	it("has the chosen reply and the scores of its turn", () => {
		const choice: StepView = {
			id: "st_1",
			kind: "choice",
			candidates: [],
			scale: { min: 0, max: 100, step: 1, minLabel: "", maxLabel: "" },
		};
		const said = [{ id: "ms_1", role: "participant" as const, text: "Hello" }];
		expect(act(choice, { messages: said })).toEqual({ kind: "answer", answer: { chosen: "b", scores: { b: 80 } } });
	});

	it("sends no answer to a form that left no row, if the participant went on", () => {
		expect(act(form("words"), null, 2)).toEqual({ kind: "answer", answer: { answers: {} } });
	});

	it("stops at the end of the record", () => {
		const left = { ...recorded, status: "withdrawn" };
		expect(actOf(left, view(form("words"), null), form("words"), { forms: 2, conversation: 1 })).toEqual({
			kind: "stop",
		});
		expect(act(message(2, false), {})).toEqual({ kind: "stop" });
	});
});

it("finds recorded replies by the seeds of their calls, discarded ones first", () => {
	const plan = participantSeed(SEED, "live", 3);
	expect(recordedReplies(SEED, RECORD)).toEqual([
		{
			...{ seed: callSeed(plan, 0, 1, "b", 1), text: "I am X", hidden: null, served: null, usage: null },
			finish: "stop",
		},
		{
			...{ seed: callSeed(plan, 0, 1, "b/1", 1), text: "Hi", hidden: null, served: "m-1" },
			...{ usage: { input: 5, output: 2 }, finish: "stop" },
		},
	]);
});

describe("the order of a replay", () => {
	const line = (kind: string, minute: number, id: string) => ({
		entry: { kind, at: AT(minute), session: id, values: [] },
	});
	const log = [
		{},
		{ entry: { kind: "opened", at: AT(0) } },
		line("allocated", 1, "a"),
		line("allocated", 2, "b"),
		line("confirmed", 4, "b"),
	];
	const known = new Map(
		recordedSessions(
			tables({ sessions: [session("a"), session("b"), session("full", { ended_at: AT(3), consented_at: null })] }),
		).map((one) => [one.session, one]),
	);

	it("is that of the log; sessions without a place come at their end, and those without an end last", () => {
		expect(
			timelineOf(log, known).map(({ kind, line: number, ...move }) => [
				kind,
				"session" in move && move.session,
				number,
			]),
		).toEqual([
			["randomised", "a", 1],
			["randomised", "b", 2],
			["ended", "full", null],
			["ended", "b", 3],
			["ended", "a", null],
		]);
	});
});

describe("a comparison", () => {
	const { sessions: how } = COMPARED;
	if (!how) throw new Error("sessions are not compared");

	it("names the row and the column that differ, and passes over times", () => {
		const one = session("a");
		const same = { recorded: [one], replayed: [{ ...one, started_at: AT(30) }] };
		expect(tableDifferences("sessions", how, same)).toEqual([]);
		const other = { recorded: [one], replayed: [{ ...one, status: "withdrawn" }] };
		expect(tableDifferences("sessions", how, other)).toEqual([
			{ where: 'sessions ["a"] status', what: 'recorded "completed", replayed "withdrawn"' },
		]);
	});

	it("leaves out columns that exports have gained since the record", () => {
		const one = session("a");
		const later = { recorded: [one], replayed: [{ ...one, checks_failed: 2 }] };
		expect(tableDifferences("sessions", how, later)).toEqual([]);
		const lost = { recorded: [{ ...one, checks_failed: 2 }], replayed: [one] };
		expect(tableDifferences("sessions", how, lost)).toHaveLength(1);
	});

	it("names rows that one side lacks", () => {
		expect(tableDifferences("sessions", how, { recorded: [session("a")], replayed: [] })).toEqual([
			{ where: 'sessions ["a"]', what: "1 recorded and 0 replayed rows" },
		]);
	});

	it("holds the log line by line, without times and the hashes over them", () => {
		const entry = { kind: "allocated", at: AT(1), session: "a", draw: 0, plan: "sha256:1" };
		expect(logDifferences([{ entry, prev: "x" }], [{ entry: { ...entry, at: AT(2) }, prev: "y" }])).toEqual([]);
		expect(logDifferences([{ entry }], [{ entry: { ...entry, plan: "sha256:2" } }])).toHaveLength(1);
		expect(logDifferences([{ entry }], [])).not.toEqual([]);
	});

	it("gives the place of each difference of two reports", () => {
		expect(jsonDifferences("", { a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual([
			{ where: "/a/1/b", what: "recorded 2, replayed 3" },
		]);
	});
});

it("gives the replay's rows the recorded ids, and leaves an id without a counterpart", () => {
	const id = (kind: string, letter: string) => `${kind}_${letter.repeat(24)}`;
	const ids = idsOf(
		new Map([[id("se", "x"), id("se", "a")]]),
		{
			sessions: [{ session: id("se", "a"), participant: id("pt", "a") }],
			conversations: [{ session: id("se", "a"), position: 1, conversation_id: id("cv", "a") }],
		},
		{
			sessions: [{ session: id("se", "x"), participant: id("pt", "x") }],
			conversations: [{ session: id("se", "x"), position: 1, conversation_id: id("cv", "x") }],
		},
	);
	expect(renamed(`${id("se", "x")} ${id("pt", "x")} ${id("cv", "x")} ${id("cv", "y")}`, ids)).toBe(
		`${id("se", "a")} ${id("pt", "a")} ${id("cv", "a")} ${id("cv", "y")}`,
	);
});

describe("the file of a capsule", () => {
	const study = {
		slug: "s",
		title: "S",
		version: "1",
		protocolHash: "h",
		seedCommitment: "c",
		seed: SEED,
		algorithm: "a",
	};
	const capsule: Capsule = {
		manifest: {
			...{ format: "crossover-capsule/1", created: AT(0), crossover: "0.1.0", study, models: [], files: {} },
			report: { draws: 0, seed: "1", pools: ["live"] },
		},
		protocol: { title: "S" },
		tables: new Map(CAPSULE_TABLES.map((name) => [name, name === "sessions" ? [session("a")] : []])),
		...{ participants: [recorded], replies: [], reports: new Map([["live", { format: "r" }]]), readme: "# S" },
	};
	const bytes = zipOfCapsule(capsule);

	it("is read as it was written, and the same capsule gives the same bytes", () => {
		const read = capsuleFrom(bytes);
		expect(read).toMatchObject({ ok: true, value: { protocol: { title: "S" }, participants: [recorded] } });
		expect(zipOfCapsule(capsule)).toEqual(bytes);
	});

	it("is refused if a file is not the one that its manifest names, or is missing, or it is no capsule", () => {
		const { "tables/sessions.jsonl": _gone, ...others } = unzipSync(bytes);
		const edited = { ...others, "tables/sessions.jsonl": new TextEncoder().encode("{}") };
		expect(capsuleFrom(zipSync(edited))).toEqual({
			ok: false,
			error: expect.stringContaining("tables/sessions.jsonl: the hash"),
		});
		expect(capsuleFrom(zipSync(others))).toMatchObject({ ok: false });
		expect(capsuleFrom(zipSync({ "readme.md": new Uint8Array() }))).toEqual({
			ok: false,
			error: expect.stringContaining("no capsule.json"),
		});
		expect(capsuleFrom(new Uint8Array(20))).toEqual({ ok: false, error: "It is no zip." });
	});
});
