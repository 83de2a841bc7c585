import { describe, expect, it } from "vitest";
import {
	completed,
	consented,
	declined,
	erased,
	expired,
	filled,
	randomised,
	started,
	startedAs,
	type Teller,
	withdrawn,
} from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, FACTS, SESSION, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { WebhookEvent } from "../../webhooks/events/event.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { initialState, type SessionState } from "../domain/state.ts";
import { webhookEvents } from "./webhook-events.ts";

const study = studyWith();

function eventsOf(secret: string, ...tellers: readonly Teller[]): WebhookEvent[] {
	let state: SessionState = initialState;
	return told(study, ...tellers).events.flatMap((event) => {
		const before = state;
		state = evolve(study, before, event);
		return webhookEvents({ event, before, after: state }, secret);
	});
}
const announced = (...tellers: readonly Teller[]) => eventsOf("the session's secret", ...tellers);
const begun = [started, consented, filled(ABOUT), randomised()];

describe("the webhook events of a session", () => {
	it("are none while it is active", () => expect(announced(...begun)).toEqual([]));

	it("report its completion", () => {
		const [event, ...others] = announced(...begun, completed);
		expect(others).toEqual([]);
		expect(event).toMatchObject({
			type: "session.completed",
			data: { session: SESSION, pool: "live", status: "completed", reason: "completed", erased: false },
		});
	});

	it.each([
		["declined", [started, declined]],
		["expired", [...begun, expired]],
		["withdrawn", [...begun, withdrawn]],
	] as const)("report an end as %s", (status, tellers) =>
		expect(announced(...tellers)).toMatchObject([{ type: "session.exited", data: { status, reason: status } }]),
	);

	it("report another end if the participant withdraws after completion, with the exit that paid", () =>
		expect(announced(...begun, completed, withdrawn)).toMatchObject([
			{ type: "session.completed" },
			{ type: "session.exited", data: { status: "withdrawn", reason: "completed" } },
		]));

	it("report its erasure, without anything of the participant or their data", () => {
		const events = announced(...begun, completed, withdrawn, erased);
		expect(events.at(-1)).toMatchObject({ type: "session.exited", data: { status: "withdrawn", erased: true } });
		for (const fact of [FACTS.participantId, FACTS.externalId]) expect(JSON.stringify(events)).not.toContain(fact);
	});

	it("are none if it is simulated", () =>
		expect(announced(startedAs({ pool: "simulated" }), consented, filled(ABOUT), randomised(), completed)).toEqual([]));
});

describe("the id of an event", () => {
	it("is the same whenever the log is delivered again, and differs between events", () => {
		const ids = announced(...begun, completed, withdrawn, erased).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(announced(...begun, completed, withdrawn, erased).map(({ id }) => id)).toEqual(ids);
	});

	it("cannot be found without the session's secret", () =>
		expect(eventsOf("another secret", ...begun, completed)[0]?.id).not.toBe(announced(...begun, completed)[0]?.id));
});
