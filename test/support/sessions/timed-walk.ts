import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { vi } from "vitest";
import type { Form } from "../../../src/protocol/schema/form.ts";
import { CONSENT_S, secondsOfForm } from "../../../src/protocol/steps/expected-time.ts";
import type { StepView } from "../../../src/session/view/view-schema.ts";
import { answer, type Fetch, type Participant, plausible, see } from "../http/participant.ts";
import { eventually, sessionStub } from "../http/worker.ts";

/** The time in which the text of a reply appears under the default pace. */
export const REPLY_S = 10;
const MESSAGE_S = 40;
const CHOICE_S = 30;

/** The time that a person needs for a step. For forms and consent it is the platform's own estimate. */
function secondsOf(step: StepView): number {
	switch (step.kind) {
		case "consent":
			return CONSENT_S;
		case "form":
			return secondsOfForm({ forms: { shown: step as unknown as Form } }, "shown");
		case "message":
			return MESSAGE_S + REPLY_S;
		default:
			return CHOICE_S;
	}
}

/** Moves the clock of Worker and objects forward, and calls the session's alarm whenever it is due. */
async function pass(session: string, seconds: number): Promise<void> {
	const untilMs = Date.now() + seconds * 1000;
	for (;;) {
		const dueMs = await runInDurableObject(sessionStub(session), (_, { storage }) => storage.getAlarm());
		if (dueMs === null || dueMs > untilMs) break;
		vi.setSystemTime(Math.max(Date.now(), dueMs));
		await runDurableObjectAlarm(sessionStub(session));
	}
	vi.setSystemTime(untilMs);
}

/** Waits until D1 has the rows of all events. */
export const delivered = (session: string): Promise<unknown> =>
	eventually(
		() =>
			runInDurableObject(sessionStub(session), (_, { storage: { sql } }) => {
				const last = sql.exec<{ n: number }>("SELECT max(seq) AS n FROM events").one().n;
				const [projected] = sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = 'projected'").toArray();
				return Number(projected?.value ?? 0) === last;
			}),
		"the rows of all events",
	);

/**
 * Walks a session to its end at a person's pace. The clock stands still in a request and moves between them, so that counts of
 * alarms repeat exactly.
 */
export async function timedWalk(
	fetch: Fetch,
	who: Participant,
	{ reply = plausible }: { readonly reply?: (step: StepView) => unknown } = {},
): Promise<{ readonly seconds: number; readonly replies: number; readonly status: string }> {
	vi.useFakeTimers({ toFake: ["Date"] });
	try {
		const startedAtMs = Date.now();
		await delivered(who.session);
		let view = await see(fetch, who);
		let replies = 0;
		while (view.step) {
			if (view.step.kind === "message" && !view.step.canEnd) replies += 1;
			await pass(who.session, secondsOf(view.step));
			view = await answer(fetch, who, view.step.id, reply(view.step));
			await delivered(who.session);
		}
		const seconds = (Date.now() - startedAtMs) / 1000;
		await pass(who.session, 3600);
		return { seconds, replies, status: view.status };
	} finally {
		vi.useRealTimers();
	}
}
