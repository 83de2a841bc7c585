import { env } from "cloudflare:test";
import { expect } from "vitest";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { drain, logOf, rows, sessionStub } from "../http/worker.ts";

/** Events that acknowledge an answer. Other events of the same step follow from them. */
const ANSWERS: readonly SessionEvent["type"][] = [
	"ConsentGiven",
	"FormAnswered",
	"MessageSent",
	"CandidateChosen",
	"ConversationEnded",
];

/** Fails unless the log has exactly one answer to each of these steps, and no other answer. */
export async function expectAnsweredOnce(session: string, steps: readonly string[]): Promise<void> {
	const answered = (await logOf(session)).flatMap((event) =>
		ANSWERS.includes(event.type) && "step" in event && event.step !== null ? [String(event.step)] : [],
	);
	expect(answered).toEqual(steps);
}

/** Fails unless the log and D1 have each acknowledged message once, and no other. Call `drain` first. */
export async function expectMessagesOnce(session: string, acknowledged: readonly string[]): Promise<void> {
	const logged = (await logOf(session)).flatMap((event) => (event.type === "MessageSent" ? [event.text] : []));
	const stored = await rows<{ text: string }>("SELECT text FROM turns WHERE session_id = ?", session);
	expect(logged).toEqual(acknowledged);
	expect(stored.map(({ text }) => text).sort()).toEqual([...acknowledged].sort());
}

/** The tables that a log is projected to, and the condition for a session's rows. `?` is the session's id. */
const TABLES = {
	sessions: "id = ?",
	conversations: "session_id = ?",
	turns: "session_id = ?",
	candidates: "session_id = ?",
	ratings: "session_id = ?",
	rankings: "session_id = ?",
	form_answers: "id GLOB ? || '/*'",
	exits: "session_id = ?",
} as const;

/** A sealed value is encrypted anew each time, so its length counts. */
const rowsOf = (session: string) =>
	Promise.all(
		Object.entries(TABLES).map(async ([table, isOf]) => {
			const found = await rows(`SELECT * FROM ${table} WHERE ${isOf} ORDER BY 1, 2`, session);
			return found.map((row) => {
				const { sealed_text: sealed } = row;
				return typeof sealed === "string" ? { ...row, sealed_text: sealed.length } : row;
			});
		}),
	);

/** Fails unless D1 has exactly the rows that a rebuild writes from the log. Call `drain` first. */
export async function expectRowsOfLog(session: string): Promise<void> {
	const found = await rowsOf(session);
	expect(found.flat().length).toBeGreaterThan(0);
	const deletions = Object.entries(TABLES).map(([table, isOf]) =>
		env.DB.prepare(`DELETE FROM ${table} WHERE ${isOf}`).bind(session),
	);
	await env.DB.batch(deletions);
	await sessionStub(session).rebuild();
	await drain(session);
	expect(await rowsOf(session)).toEqual(found);
}
