import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Walked, walk } from "../../../test/support/sessions/random-session-walk.ts";
import {
	chose,
	completed,
	consented,
	endedByParticipant,
	filled,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { TurnCalls } from "../../blinding/seals/sealed-reply-rows.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { initialState, type SessionState } from "../domain/state.ts";
import { project } from "./project.ts";
import type { Insertion, Upsert, Write } from "./writes.ts";

const study = studyWith();
const RUNS = { seed: 20260502, numRuns: 80 };
const walks = fc
	.array(fc.noBias(fc.nat({ max: 9_999 })), { minLength: 250, maxLength: 250 })
	.map((picks) => walk(study, PLANS.mixed, picks))
	.filter((walked) => walked.length > 0);

/** Tables with participants' own words, or with what identifies them. */
const WITH_WORDS: ReadonlySet<string> = new Set([
	"participantIdentities",
	"sessionAttributes",
	"reentries",
	"turns",
	"formAnswers",
	"replyReports",
]);

/** D1 as far as a projection needs it: rows by table and key, replaced completely. */
class Tables {
	readonly #rows = new Map<string, Write>();

	take(writes: readonly Write[]): void {
		for (const write of writes) {
			if (write.into === "nowhere") this.#forget();
			else this.#rows.set(keyOf(write), write);
		}
	}

	get all(): ReadonlyMap<string, Write> {
		return this.#rows;
	}

	count(into: Upsert["into"]): number {
		const tables = [...this.#rows.values()].map((write) => ("upsert" in write ? write.upsert.into : write.into));
		return tables.filter((table) => table === into).length;
	}

	/** Answers to items, over all forms. */
	get answers(): number {
		const asked = [...this.#rows.values()].map((write) => (write.into === "formAnswers" ? write.row.asked : 0));
		return asked.reduce((sum, each) => sum + each, 0);
	}

	get replies(): TurnCalls[] {
		return [...this.#rows.values()].flatMap((write) => (write.into === "replies" ? [write.of] : []));
	}

	#forget(): void {
		const said: Write["into"][] = ["sessions", "exits", "replies"];
		for (const [key, { into }] of this.#rows) if (!said.includes(into)) this.#rows.delete(key);
	}
}

function keyOf(write: Exclude<Write, { into: "nowhere" }>): string {
	if (write.into === "replies") return `${write.into}/${write.of.turnId}`;
	if (write.into === "sealing" || write.into === "withholding") return keyOf(write.upsert);
	return `${write.into}/${primaryKey(write)}`;
}

function primaryKey(write: Upsert | Insertion): string {
	if (write.into === "participantIdentities") return write.row.participantId;
	return write.into === "exits" || write.into === "sessionAttributes" ? write.row.sessionId : write.row.id;
}

const writesOf = (walked: readonly Walked[]): Write[][] =>
	walked.map((entry, index) => project(study, { ...entry, seq: index + 1 }));

function tablesAfter(batches: readonly (readonly Write[])[]): Tables {
	const tables = new Tables();
	for (const writes of batches) tables.take(writes);
	return tables;
}

function walkedAs(...tellers: readonly Teller[]): Walked[] {
	let state: SessionState = initialState;
	return told(study, ...tellers).events.map((event) => {
		const before = state;
		state = evolve(study, before, event);
		return { event, before, after: state };
	});
}

describe("over random walks through a study", () => {
	it("writes the same rows for the same event", () =>
		fc.assert(
			fc.property(walks, (walked) => {
				expect(writesOf(walked)).toEqual(writesOf(walked));
			}),
			RUNS,
		));

	it("gives the same tables when deliveries are repeated from any position", () =>
		fc.assert(
			fc.property(walks, fc.nat(), (walked, place) => {
				const batches = writesOf(walked);
				const from = place % batches.length;
				const again = tablesAfter([...batches, ...batches.slice(from)]);
				expect(again.all).toEqual(tablesAfter(batches).all);
			}),
			RUNS,
		));

	it("has a row for every turn, reply, choice, answer and call of the log", () =>
		fc.assert(
			fc.property(walks, (walked) => {
				const last = walked.at(-1)?.after;
				if (!last || last.status === "new" || last.status === "erased") return;
				const tables = tablesAfter(writesOf(walked));
				const turns = last.conversations.flatMap((conversation) => conversation.turns);
				const calls = walked.flatMap(({ event }) => ("calls" in event ? event.calls : []));
				const choices = walked.flatMap(({ event }) =>
					event.type === "CandidateChosen" ? Object.keys(event.scores ?? {}) : [],
				);
				expect(tables.count("conversations")).toBe(last.conversations.length);
				expect(tables.count("turns")).toBe(turns.length);
				expect(tables.count("candidates")).toBe(turns.flatMap(({ candidates }) => candidates).length);
				expect(tables.answers).toBe(last.forms.flatMap(({ answers }) => Object.keys(answers)).length);
				expect(tables.replies.flatMap((of) => of.calls.map(({ call }) => call)).sort()).toEqual([...calls].sort());
				expect(tables.count("ratings")).toBeGreaterThanOrEqual(choices.length);
				expect(tables.count("exits")).toBe(last.status === "active" ? 0 : 1);
			}),
			RUNS,
		));

	it("has one sealed reply for each candidate that is final, and none before", () =>
		fc.assert(
			fc.property(walks, (walked) => {
				const last = walked.at(-1)?.after;
				if (!last || last.status === "new" || last.status === "erased") return;
				const final = writesOf(walked)
					.flat()
					.flatMap((write) => (write.into === "replies" && write.isFinal ? [write.of] : []));
				const turns = last.conversations.flatMap((conversation) => conversation.turns);
				const over = last.status === "active" ? turns.filter(({ candidates }) => candidates.length > 0) : turns;
				expect(final).toHaveLength(over.length);
				expect(new Set(final.map(({ turnId }) => turnId)).size).toBe(over.length);
				for (const [place, { candidates }] of over.entries())
					if (candidates.length > 0)
						expect(final[place]?.slots.map(({ slot }) => slot)).toEqual(candidates.map(({ slot }) => slot));
			}),
			RUNS,
		));

	it("never changes a row with a participant's own words, because D1's file may keep the earlier row", () => {
		const seen = new Map<string, number>();
		fc.assert(
			fc.property(walks, (walked) => {
				const first = new Map<string, object>();
				for (const write of writesOf(walked).flat()) {
					const upsert = "upsert" in write ? write.upsert : write;
					if (!WITH_WORDS.has(upsert.into) || !("row" in upsert)) continue;
					const { retries: _, ...row } = { retries: null, ...upsert.row };
					const key = keyOf(upsert);
					expect(row).toEqual(first.get(key) ?? row);
					first.set(key, row);
					seen.set(upsert.into, (seen.get(upsert.into) ?? 0) + 1);
				}
			}),
			RUNS,
		);
		expect(new Set([...seen.keys(), "replyReports"])).toEqual(WITH_WORDS);
	});

	it("leaves no text, answer or identity after an erasure", () =>
		fc.assert(
			fc.property(walks, (walked) => {
				if (walked.at(-1)?.after.status !== "erased") return;
				const left = [...tablesAfter(writesOf(walked)).all.values()].map(({ into }) => into);
				expect(new Set([...left, "sessions", "exits", "replies"])).toEqual(new Set(["sessions", "exits", "replies"]));
			}),
			RUNS,
		));
});

describe("a whole session of every layout", () => {
	const talk = [said("hello"), wrote({ a: "hi" }), endedByParticipant, filled(EXPERIENCE)];
	const duel = ["1", "2"].flatMap((text) => [said(text), wrote({ a: "A", b: "B" }), chose("b", { a: 1, b: 2 })]);
	const panes = [said("hello"), wrote({ a: "A", b: "B" }), endedByParticipant, filled({ best: ["b", "a"] })];
	const order = ["conversation-4", "conversation-2", "conversation-3", "conversation-1"];
	const before = [started, consented, filled(ABOUT), randomised(PLANS.mixed)];
	const whole = walkedAs(
		...before,
		...talk,
		...duel,
		endedByParticipant,
		filled(EXPERIENCE),
		...panes,
		...talk,
		filled({ order }),
		completed,
	);
	const tables = tablesAfter(writesOf(whole));

	it.each([
		["sessions", 1],
		["participantIdentities", 1],
		["exits", 1],
		["conversations", 4],
		["turns", 1 + 2 + 1 + 1],
		["candidates", 1 + 4 + 2 + 1],
		// Two scales after each of three conversations, and a score for each of the duel's four replies.
		["ratings", 3 * 2 + 4],
		// Both panes, and three of the four conversations, which were with one arm.
		["rankings", 2 + 3],
		// One about the person, three after conversations, and two rankings.
		["formAnswers", 1 + 3 + 2],
	] as const)("has the expected rows of %s: %i", (into, count) => expect(tables.count(into)).toBe(count));

	it("has the predecessor of each conversation after one with a single arm", () => {
		const rows = [...tables.all.values()].flatMap((write) => (write.into === "conversations" ? [write.row] : []));
		expect(rows.map(({ position, labels, predecessor }) => [position, labels, predecessor])).toEqual([
			[1, "QQ4", null],
			[2, "XX9 QQ4", "QQ4"],
			[3, "QQ4 XX9", "QQ4"],
			[4, "XX9", null],
		]);
	});
	it("ends every conversation", () => {
		const open = [...tables.all.values()].filter((write) => write.into === "conversations" && !write.row.endedAt);
		expect(open).toEqual([]);
	});
});
