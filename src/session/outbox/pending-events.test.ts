import { beforeEach, describe, expect, it } from "vitest";
import { consented, erased, filled, started } from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { SessionEvent } from "../domain/events.ts";
import { initialState } from "../domain/state.ts";
import { PendingEvents } from "./pending-events.ts";

const study = studyWith();
const { events, state: last } = told(study, started, consented, filled(ABOUT));
const tombstone = told(study, started, consented, filled(ABOUT), erased).events.at(-1) as SessionEvent;

describe("replaying a log for the projection", () => {
	let log: { readonly seq: number; readonly event: SessionEvent }[];
	let readAfter: number[];
	let replay: PendingEvents;

	beforeEach(() => {
		log = events.map((event, index) => ({ seq: index + 1, event }));
		readAfter = [];
		replay = new PendingEvents(study, (after) => {
			readAfter.push(after);
			return log.filter(({ seq }) => seq > after);
		});
	});

	it("gives each event with the state before and after it", () => {
		const pending = replay.after(0);
		expect(pending.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
		expect(pending[0]?.before).toBe(initialState);
		for (const [index, { before }] of pending.entries()) if (index > 0) expect(before).toBe(pending[index - 1]?.after);
		expect(pending.at(-1)?.after).toEqual(last);
	});

	it("reads only events after the last projected one", () => {
		replay.after(0);
		replay.after(1);
		replay.after(events.length);
		replay.after(events.length);
		expect(readAfter).toEqual([0, 0, 1, events.length]);
	});

	it("gives the same as a replay from event 1, wherever it stands", () => {
		for (const projected of events.keys()) {
			const fresh = new PendingEvents(study, () => log).after(projected);
			expect(replay.after(projected)).toEqual(fresh);
		}
	});

	it("starts again at event 1 for a rebuild", () => {
		replay.after(events.length);
		replay.after(events.length);
		expect(replay.after(0)).toEqual(new PendingEvents(study, () => log).after(0));
	});

	it("gives an erasure the same state before it, with and without an eviction", () => {
		replay.after(events.length);
		replay.after(events.length);
		log = [{ seq: events.length + 1, event: tombstone }];
		const fresh = new PendingEvents(study, () => log).after(events.length);
		expect(replay.after(events.length)).toEqual(fresh);
		expect(fresh.map(({ before }) => before)).toEqual([initialState]);
	});
});
