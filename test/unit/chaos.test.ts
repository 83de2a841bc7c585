import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseProtocol } from "../../src/protocol/parse/parse.ts";
import type { SessionEvent } from "../../src/session/domain/events.ts";
import { answerOf, otherAnswer } from "../chaos/answers.ts";
import { CHECKS, violationsIn } from "../chaos/checks/checks.ts";
import type { Found, Known } from "../chaos/checks/evidence.ts";
import { tablesDiffer } from "../chaos/checks/tables.ts";
import { peek } from "../chaos/disk.ts";
import { Killer } from "../chaos/killer.ts";
import { Ledger, type SentAnswer } from "../chaos/ledger.ts";
import { optionsOf } from "../chaos/options.ts";
import { PHASES, planOf } from "../chaos/plan.ts";
import { ReplyStream } from "../chaos/reply-stream.ts";
import { LAYOUTS, studyOf } from "../chaos/studies.ts";

const TEXT = "Zoë’s naïve café";
const REPLY = "One 🙂 word.";

type Evidence = { known: Known; found: Found };

/** A completed session with one answer of each kind, and an erased one. */
function evidence(): Evidence {
	const session = "se_1";
	const step = (name: string) => `st_${name}` as never;
	const at = { atMs: 1 };
	const sent = (kind: SentAnswer["kind"], answer: unknown, over: Partial<SentAnswer> = {}): SentAnswer => ({
		...{ participant: "one", session, step: `st_${kind}`, kind, answer, acknowledged: true },
		...{ conversation: null, turn: null, form: null },
		...over,
	});
	const events = [
		{ ...at, type: "SessionStarted", sessionId: session },
		{ ...at, type: "ConsentGiven", step: step("consent"), version: "1" },
		{ ...at, type: "FormAnswered", step: step("form"), form: "about", conversation: null, answers: { age: 20 } },
		{ ...at, type: "Randomised" },
		{ ...at, type: "MessageSent", step: step("message"), text: TEXT },
		{ ...at, type: "ReplyWritten", step: step("reply"), candidates: [{ slot: "a", text: REPLY }] },
		{ ...at, type: "CandidateChosen", step: step("choice"), chosen: "a", scores: { a: 3 } },
		{ ...at, type: "ConversationEnded", step: null, by: "limit" },
		{ ...at, type: "SessionCompleted" },
	] as unknown as SessionEvent[];
	const place = { conversation: 1, turn: 1 };
	const erased = { type: "SessionErased", atMs: 1, sessionId: "se_2", randomisedAtMs: null } as unknown as SessionEvent;
	const inTurn = { session_id: session, conversation_id: "cv_1", turn: 1 };
	return {
		known: {
			people: [
				{ participant: "one", layout: "single", session, expected: "completed", status: "completed" },
				{ participant: "two", layout: "single", session: "se_2", expected: "erased", status: "erased" },
			],
			answers: [
				sent("consent", { accept: true }),
				sent("form", { answers: { age: 20 } }, { form: "about" }),
				sent("message", { text: TEXT }, place),
				sent("choice", { chosen: "a", scores: { a: 3 } }, place),
				sent("message", { text: "to be erased" }, { ...place, participant: "two", session: "se_2", step: "st_gone" }),
			],
			shown: [{ participant: "one", session, ...place, slot: "a", text: REPLY, by: "stream" }],
		},
		found: {
			logs: [
				{ session, events },
				{ session: "se_2", events: [erased] },
			],
			tables: {
				sessions: [
					{ id: session, status: "completed", consented_at: "2026" },
					{ id: "se_2", status: "withdrawn", consented_at: "2026" },
				],
				conversations: [{ id: "cv_1", session_id: session, position: 1 }],
				answers: [{ session_id: session, conversation_id: null, form: "about", item: "age", value: "20" }],
				turns: [{ ...inTurn, text: TEXT }],
				candidates: [{ ...inTurn, slot: "a", text: REPLY, chosen: 1 }],
				ratings: [{ ...inTurn, slot: "a", source: "choice", value: 3 }],
			},
			slots: [{ session, status: "confirmed" }],
		},
	};
}

/** The evidence, changed in one place. */
function changed(change: (all: { known: Mutable; found: Mutable }) => void): string[] {
	const all = structuredClone(evidence());
	change(all as never);
	const { known, found } = all;
	return Object.keys(CHECKS).filter((name) => (CHECKS[name]?.(known, found) ?? []).length > 0);
}
// biome-ignore lint/suspicious/noExplicitAny: the changes reach into every part of the evidence.
type Mutable = any;

const event = (found: Mutable, type: string) => found.logs[0].events.find((each: Mutable) => each.type === type);
const without = (found: Mutable, type: string) => {
	found.logs[0].events = found.logs[0].events.filter((each: Mutable) => each.type !== type);
};

describe("the checks after a chaos run", () => {
	it("find no violation if everything is stored as it was acknowledged and shown", () => {
		const { known, found } = evidence();
		expect(violationsIn(known, found)).toEqual([]);
	});

	it.each<[string, string, (all: { known: Mutable; found: Mutable }) => void]>([
		["a lost event", "answersAreInLogs", ({ found }) => without(found, "MessageSent")],
		["an event twice", "answersAreInLogs", ({ found }) => found.logs[0].events.push(event(found, "CandidateChosen"))],
		["a lost log", "answersAreInLogs", ({ found }) => found.logs.shift()],
		[
			"a changed byte of a message",
			"answersAreInLogs",
			({ found }) => (event(found, "MessageSent").text = "Zoe’s naïve café"),
		],
		["another answer to a form", "answersAreInLogs", ({ found }) => (event(found, "FormAnswered").answers.age = 21)],
		["another choice", "answersAreInLogs", ({ found }) => (event(found, "CandidateChosen").chosen = "b")],
		["another score", "answersAreInLogs", ({ found }) => (event(found, "CandidateChosen").scores.a = 4)],
		[
			"a refusal in place of consent",
			"answersAreInLogs",
			({ found }) => (event(found, "ConsentGiven").type = "ConsentDeclined"),
		],
		["an answer that nobody sent", "logsHaveNothingElse", ({ known }) => known.answers.splice(2, 1)],
		["a lost message", "answersAreInRows", ({ found }) => found.tables.turns.pop()],
		["a message twice", "answersAreInRows", ({ found }) => found.tables.turns.push(found.tables.turns[0])],
		["a message in another turn", "answersAreInRows", ({ found }) => (found.tables.turns[0].turn = 2)],
		["a changed message", "answersAreInRows", ({ found }) => (found.tables.turns[0].text += " ")],
		["a lost item", "answersAreInRows", ({ found }) => found.tables.answers.pop()],
		["a changed item", "answersAreInRows", ({ found }) => (found.tables.answers[0].value = '"20"')],
		[
			"an item under a conversation",
			"answersAreInRows",
			({ found }) => (found.tables.answers[0].conversation_id = "cv_1"),
		],
		["a lost choice", "answersAreInRows", ({ found }) => (found.tables.candidates[0].chosen = 0)],
		["a lost score", "answersAreInRows", ({ found }) => found.tables.ratings.pop()],
		["a changed score", "answersAreInRows", ({ found }) => (found.tables.ratings[0].value = 4)],
		["a lost consent", "answersAreInRows", ({ found }) => (found.tables.sessions[0].consented_at = null)],
		[
			"a row of nothing",
			"rowsAreOfEvents",
			({ found }) => found.tables.turns.push({ ...found.tables.turns[0], turn: 9 }),
		],
		["a reply that is not in D1", "rowsAreOfEvents", ({ found }) => found.tables.candidates.pop()],
		[
			"a reply that changed in the log",
			"repliesAreAsShown",
			({ found }) => (event(found, "ReplyWritten").candidates[0].text += "!"),
		],
		["a reply that changed in D1", "repliesAreAsShown", ({ found }) => (found.tables.candidates[0].text = "One word.")],
		["a reply in another turn", "repliesAreAsShown", ({ known }) => (known.shown[0].turn = 2)],
		["a reply that nobody saw", "repliesWereShown", ({ known }) => known.shown.pop()],
		["a session that never ended", "sessionsEndAsExpected", ({ found }) => without(found, "SessionCompleted")],
		["another end in D1", "sessionsEndAsExpected", ({ found }) => (found.tables.sessions[0].status = "active")],
		["another end on the screen", "sessionsEndAsExpected", ({ known }) => (known.people[0].status = "active")],
		["an end of somebody who only left", "sessionsEndAsExpected", ({ known }) => (known.people[0].expected = "active")],
		["a session of nobody", "peopleHaveOneSession", ({ known }) => known.people.shift()],
		["a second session in D1", "peopleHaveOneSession", ({ found }) => found.tables.sessions.push({ id: "se_3" })],
		["two people with one session", "peopleHaveOneSession", ({ known }) => (known.people[1].session = "se_1")],
		["no place", "placesFollowSessions", ({ found }) => found.slots.pop()],
		["two places", "placesFollowSessions", ({ found }) => found.slots.push(found.slots[0])],
		["a place that was not confirmed", "placesFollowSessions", ({ found }) => (found.slots[0].status = "reserved")],
		[
			"a place without a draw",
			"placesFollowSessions",
			({ found }) => found.slots.push({ session: "se_2", status: "released" }),
		],
		[
			"an event of somebody erased",
			"erasedIsGone",
			({ found }) => found.logs[1].events.unshift(event(found, "MessageSent")),
		],
		["a row of somebody erased", "erasedIsGone", ({ found }) => found.tables.turns.push({ session_id: "se_2" })],
		["a text of somebody erased", "erasedIsGone", ({ found }) => (found.tables.audit = [{ detail: "to be erased" }])],
	])("find %s", (_, name, change) => expect(changed(change)).toContain(name));

	it("allow an answer that was never acknowledged to be stored once or not at all", () => {
		const lost = (all: Mutable) => {
			all.known.answers[3].acknowledged = false;
			without(all.found, "CandidateChosen");
		};
		expect(changed(lost)).not.toContain("answersAreInLogs");
		expect(changed(({ known }) => (known.answers[3].acknowledged = false))).toEqual([]);
	});
});

describe("the comparison of rebuilt tables", () => {
	const jwe = (cipher: string) => `eyJhbGciOiJFQ0RI.a.${cipher}.cc.dd`;
	const live = { turns: [{ id: "a", text: "x", sent_at: "2026" }], model_calls: [{ id: "c", sealed: jwe("bbbb") }] };
	const tables = ["turns", "model_calls"];

	it("takes rows in another order, and newly sealed values, as equal", () => {
		const other = { turns: [{ id: "b", text: "y", sent_at: "2026" }, ...live.turns] };
		const more = { ...live, turns: other.turns.toReversed() };
		expect(
			tablesDiffer({ ...live, ...other }, { ...more, model_calls: [{ id: "c", sealed: jwe("eeee") }] }, tables),
		).toEqual([]);
	});

	it.each([
		["a lost row", { ...live, turns: [] }],
		["a further row", { ...live, turns: [...live.turns, { id: "b" }] }],
		["another time", { ...live, turns: [{ id: "a", text: "x", sent_at: "2027" }] }],
		["another length of what is sealed", { ...live, model_calls: [{ id: "c", sealed: jwe("bbbbb") }] }],
		["an open value in place of a sealed one", { ...live, model_calls: [{ id: "c", sealed: null }] }],
	])("finds %s", (_, rebuilt) => expect(tablesDiffer(live, rebuilt, tables)).toHaveLength(1));
});

describe("the client ledger", () => {
	it("reports a violation if a text changes after it was shown", () => {
		const ledger = new Ledger();
		const shown = { participant: "p", session: "se", conversation: 1, turn: 1, slot: "a", by: "view" } as const;
		ledger.show({ ...shown, text: REPLY });
		ledger.show({ ...shown, text: REPLY });
		expect(ledger.violations).toEqual([]);
		ledger.show({ ...shown, text: `${REPLY} ` });
		expect(ledger.violations).toMatchObject([{ rule: "a shown text stays" }]);
	});
});

describe("a reply that is read in pieces", () => {
	const body = (...events: readonly (readonly [string, unknown])[]) =>
		new Response(
			events
				.map(([id, part]) => `id: ${id}\ndata: ${typeof part === "string" ? part : JSON.stringify(part)}\n\n`)
				.join(""),
		).body as ReadableStream<Uint8Array>;
	const delta = (text: string) => ({ type: "text-delta", id: "a", delta: text });

	it("has the text of all pieces, and the last event's id", async () => {
		const read = new ReplyStream();
		await read.read(body(["1", delta("One ")]));
		expect([read.isDone, read.lastEventId]).toEqual([false, "1"]);
		await read.read(
			body(["2", delta("two.")], ["3", { type: "data-view", data: { status: "active" } }], ["4", "[DONE]"]),
		);
		expect(read).toMatchObject({
			texts: { a: "One two." },
			isDone: true,
			lastEventId: "4",
			view: { status: "active" },
		});
	});
});

describe("the plan", () => {
	const asked = { seed: 7, participants: 20, kills: 12 };
	const told = (seed: number) => {
		const { scripts, kills } = planOf({ ...asked, seed });
		return JSON.stringify([scripts, scripts.map(({ draws }) => draws("form", "about").word()), kills]);
	};

	it("is the same for the same seed, and differs for another seed", () => {
		expect(told(7)).toBe(told(7));
		expect(told(8)).not.toBe(told(7));
	});

	it("has every layout and aims at every phase", () => {
		const { scripts, kills } = planOf(asked);
		for (const layout of LAYOUTS) expect(scripts.filter((script) => script.layout === layout)).toHaveLength(20);
		expect(new Set(kills.map(({ phase }) => phase))).toEqual(new Set(PHASES));
	});

	it.each(LAYOUTS)("uses a protocol without faults in the layout %s", (layout) =>
		expect(parseProtocol(studyOf(layout))).toMatchObject({ ok: true }),
	);
});

describe("an answer", () => {
	const [script] = planOf({ seed: 1, participants: 1, kills: 0 }).scripts;
	const step = {
		id: "st_1",
		kind: "message",
		minTurns: 1,
		maxTurns: 2,
		turn: 1,
		canEnd: false,
		maxLength: 4000,
	} as const;
	const place = { conversation: 1, turn: 1, form: null };

	it("depends on the position of the step, and not on its id", () => {
		if (!script) throw new Error("nobody was planned");
		const answer = answerOf(script, step, place);
		expect(answerOf(script, { ...step, id: "st_2" }, place)).toEqual(answer);
		expect(answerOf(script, step, { ...place, turn: 2 })).not.toEqual(answer);
		expect(otherAnswer(answer)).not.toEqual(answer);
	});
});

describe("the killer", () => {
	const killer = (kills: readonly { after: number; phase: (typeof PHASES)[number] }[]) => {
		const killed: number[] = [];
		const made = new Killer({
			kills: kills.map((kill) => ({ ...kill, delayMs: 0 })),
			killAndRestart: async () => void killed.push(made.acknowledged),
			inFlight: () => ({ answer: 1 }),
		});
		return { made, killed };
	};

	it("waits for the count and then for the phase", async () => {
		const { made, killed } = killer([{ after: 2, phase: "enrolment" }]);
		made.reached("enrolment");
		for (let n = 0; n < 2; n += 1) made.acknowledge();
		made.reached("answer");
		await made.settled();
		expect(killed).toEqual([]);
		made.reached("enrolment");
		await made.settled();
		expect(killed).toEqual([2]);
		expect(made.hits).toEqual([{ aimedAt: "enrolment", after: 2, struck: { answer: 1 } }]);
	});

	it("strikes any request if its phase does not occur again", async () => {
		const { made, killed } = killer([{ after: 0, phase: "enrolment" }]);
		for (let n = 0; n < 100; n += 1) made.acknowledge();
		made.reached("answer");
		await made.settled();
		expect(killed).toEqual([100]);
	});

	it("fails if the server does not start again", async () => {
		const { made } = killer([]);
		const failing = new Killer({
			kills: [{ after: 0, phase: "answer", delayMs: 0 }],
			killAndRestart: () => Promise.reject(new Error("it stays down")),
			inFlight: () => ({}),
		});
		failing.reached("answer");
		await expect(failing.settled()).rejects.toThrow("it stays down");
		await made.settled();
	});
});

describe("the options", () => {
	it("ask for a seed, and for 100 participants and 50 kills by default", () => {
		expect(optionsOf(["--seed", "3"])).toEqual({ seed: 3, participants: 100, kills: 50, minutes: 30, server: "dev" });
		expect(optionsOf(["--seed", "3", "--kills", "0", "--server", "bundle"])).toMatchObject({
			kills: 0,
			server: "bundle",
		});
	});
	it.each([
		[[]],
		[["--seed", "x"]],
		[["--seed", "1", "--participants", "0"]],
		[["--seed", "1", "--server", "other"]],
		[["--what"]],
	])("are refused: %j", (args) => expect(optionsOf(args)).toBeNull());
});

describe("the storage of an object whose process was killed in the middle of a write", () => {
	let folder = "";
	let left = "";

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), "crossover-killed-"));
		left = join(folder, "left.sqlite");
		const written = join(folder, "written.sqlite");
		const database = new DatabaseSync(written);
		// One page of memory: rows go to the file before the commit, and the journal that takes them back lies beside it.
		database.exec("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; CREATE TABLE events (seq, event)");
		database.exec("INSERT INTO events VALUES (1, 'committed'); BEGIN");
		const insert = database.prepare("INSERT INTO events VALUES (?, ?)");
		for (let seq = 2; seq < 200; seq += 1) insert.run(seq, "x".repeat(4_000));
		for (const part of ["", "-journal"]) copyFileSync(written + part, left + part);
		database.exec("ROLLBACK");
		database.close();
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	it("shows what was committed, and stays as it is", () => {
		const parts = () => [readFileSync(left), readFileSync(`${left}-journal`)];
		const before = parts();
		expect(peek(left, (database) => database.prepare("SELECT seq FROM events").all())).toEqual([{ seq: 1 }]);
		expect(parts()).toEqual(before);
	});

	it("does not hide that there is no such table", () => {
		expect(() => peek(left, (database) => database.prepare("SELECT 1 FROM slots").all())).toThrow("no such table");
	});
});
