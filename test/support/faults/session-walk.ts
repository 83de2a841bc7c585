import { expect } from "vitest";
import type { SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import { type Credentials, type Fetch, plausible, walk } from "../http/participant.ts";
import { drain, fetchWorker, rows } from "../http/worker.ts";
import { expectAnsweredOnce, expectMessagesOnce, expectRowsOfLog } from "./once.ts";
import { makeDue } from "./session-faults.ts";

/** The steps that a participant answered, and the texts of their messages. */
export class Ledger {
	readonly steps: string[] = [];
	readonly said: string[] = [];

	/** A plausible answer, which the caller sends. */
	next(step: StepView): unknown {
		const given = plausible(step);
		if (step.kind === "message" && !step.canEnd) this.said.push((given as { text: string }).text);
		if (step.kind !== "retry") this.steps.push(step.id);
		return given;
	}

	/** A message of the caller's own. */
	say(step: string, text: string): { readonly text: string } {
		this.steps.push(step);
		this.said.push(text);
		return { text };
	}
}

/** Answers all steps. Fails unless the session ends as completed. */
export async function finish(who: Credentials, ledger: Ledger, fetch: Fetch = fetchWorker): Promise<SessionView> {
	const end = await walk(
		fetch,
		who,
		() => false,
		(step) => ledger.next(step),
	);
	expect(end).toMatchObject({ status: "completed", exit: { reason: "completed" } });
	return end;
}

/** Fails unless the log and D1 have every answer exactly once, and no row is set aside. */
export async function expectStoredOnce({ session }: Credentials, { steps, said }: Ledger): Promise<void> {
	await makeDue(session, "outbox");
	await drain(session);
	expect(await rows("SELECT status FROM sessions WHERE id = ?", session)).toEqual([{ status: "completed" }]);
	await expectMessagesOnce(session, said);
	await expectAnsweredOnce(session, steps);
	await expectRowsOfLog(session);
	expect(await rows("SELECT kind FROM deviations WHERE session_id = ?", session)).toEqual([]);
}

/** The messages by which a client says which replies were seen. */
export const idsOfReplies = ({ step, conversation }: SessionView): string[] => [
	...(step?.kind === "choice" ? step.candidates.flatMap(({ message }) => message ?? []) : []),
	...(conversation?.messages ?? []).flatMap(({ role, id }) => (role === "assistant" ? [id] : [])),
];
