import { describe, expect, it } from "vitest";
import {
	askedAgain,
	completed,
	consented,
	endedByLimit,
	endedUnavailable,
	failed,
	filled,
	identified,
	randomised,
	said,
	started,
	startedAs,
	type Teller,
	wrote,
	wroteBefore,
} from "../../../test/support/sessions/session-events.ts";
import { activeAfter, T0, told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import { timestamp } from "../../shared/clock.ts";
import type { SessionEvent } from "../domain/events.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { initialState, type SessionState, type Study } from "../domain/state.ts";
import { project } from "../projection/project.ts";
import type { Write } from "../projection/writes.ts";
import { lateCountOf, paceOf } from "./presented-times.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const study = studyWith();

describe("the pace of a reply", () => {
	it("is the protocol's for people", () =>
		expect(paceOf(study, activeAfter(study, startedAs({ pool: "pilot" })))).toEqual(study.protocol.blinding.pace));
	it("is `as-is` for simulated participants", () =>
		expect(paceOf(study, activeAfter(study, startedAs({ pool: "simulated" })))).toBe("as-is"));
});

describe("the count of late replies", () => {
	const asked: Teller[] = [started, consented, filled(ABOUT), randomised(PLANS.panes), said("hello")];
	const count = (...more: Teller[]) => lateCountOf(study, activeAfter(study, ...asked, ...more));
	const reply = wrote({ a: "Fine.", b: "Well." });

	it("has a reply in time as a reply", () => expect(count(reply)).toEqual({ replies: 1, late: 0 }));

	it("has a reply that never came as a late one", () => {
		const unavailable = endedUnavailable({ byParticipant: true });
		expect(count(failed({}, 3), askedAgain, failed({}, 6), unavailable)).toEqual({ replies: 1, late: 1 });
	});

	it("has no message whose reply was not awaited", () => expect(count()).toEqual({ replies: 0, late: 0 }));
});

describe("the times in rows after a reply", () => {
	const SPANS = [{ start: 0, end: 3, kind: "name" as const }];
	const paced = (pace: typeof PACE | "as-is"): Study =>
		studyWith({ blinding: { level: "double", pace, selfIdentification: "mask" } });
	const acts: Teller[] = [started, consented, filled(ABOUT), randomised(PLANS.panes), said("hello")];
	const reply: Teller[] = [
		identified("a", SPANS, { handling: "mask" }),
		wrote({ a: "Fine.", b: "x".repeat(181) }),
		endedByLimit,
		completed,
	];

	/** The rows if the model took this long. All events follow in the same transaction. */
	function writesOf(of: Study, tookMs: number, rounds: readonly Teller[] = []): Write[] {
		let state: SessionState = initialState;
		return [...acts, ...rounds, ...reply].flatMap((teller, index) => {
			const atMs = T0 + Math.min(index, acts.length - 1) * 1000 + (index < acts.length ? 0 : tookMs);
			const event: SessionEvent = teller({ study: of, state, atMs });
			const before = state;
			state = evolve(of, before, event);
			return project(of, { seq: index + 1, event, before, after: state });
		});
	}

	/** The ends of conversations in the rows of a log that was recorded before. */
	function endsIn(of: Study, events: readonly SessionEvent[]): (string | null | undefined)[] {
		// All follow from the reply in the same moment, as they do in a session.
		const writtenAtMs = events.find(({ type }) => type === "ReplyWritten")?.atMs ?? 0;
		let state: SessionState = initialState;
		return events.flatMap((recorded, index) => {
			const event = { ...recorded, atMs: Math.min(recorded.atMs, writtenAtMs) };
			const before = state;
			state = evolve(of, before, event);
			const writes = project(of, { seq: index + 1, event, before, after: state });
			return writes.flatMap((write) => (write.into === "conversations" ? (write.row.endedAt ?? []) : []));
		});
	}

	it.each([
		["with a pace", PACE, 900 + 2000],
		["as is", "as-is", 0],
	] as const)("do not show how long the model took, %s", (_, pace, shownMs) => {
		const of = paced(pace);
		const [fast, slow] = [writesOf(of, 700), writesOf(of, 31_000)];
		expect(slow).toEqual(fast);
		const sentMs = T0 + 4000;
		const ended = slow.flatMap((write) => (write.into === "conversations" ? (write.row.endedAt ?? []) : []));
		expect(ended).toEqual([timestamp(sentMs + shownMs)]);
		const over = slow.flatMap((write) => (write.into === "exits" ? [write.row.exitedAt] : []));
		expect(over).toEqual([timestamp(sentMs + shownMs)]);
		const found = slow.flatMap((write) =>
			write.into === "sealing" && write.upsert.into === "deviations" ? [write.upsert.row.occurredAt] : [],
		);
		expect(found).toEqual([timestamp(sentMs)]);
	});

	it("are those of the pace at that time, even if a later version computes others", () => {
		const events = told(paced(PACE), ...acts, ...reply).events;
		const later = paced({ firstFrameMs: 100, charactersPerSecond: 1000 });
		expect(endsIn(later, events)).toEqual([timestamp(T0 + 4000 + 900 + 2000)]);
	});

	it("follow from the pace for a log that does not have them", () => {
		const old = [...acts, wroteBefore({ a: "Fine.", b: "x".repeat(181) }), endedByLimit, completed];
		expect(endsIn(paced(PACE), told(paced(PACE), ...old).events)).toEqual([timestamp(T0 + 4000 + 900 + 2000)]);
	});

	it("do not show under a double blind that a model failed first", () => {
		const of = paced(PACE);
		const timed = (writes: readonly Write[]) =>
			writes.flatMap((write) => {
				if (write.into === "sealing") return [write.upsert.row];
				return write.into === "exits" || write.into === "conversations" ? [write.row] : [];
			});
		expect(timed(writesOf(of, 9000, [failed({}, 3), askedAgain]))).toEqual(timed(writesOf(of, 700)));
	});
});
