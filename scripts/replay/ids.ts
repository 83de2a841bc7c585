import type { Row } from "../capsule/format.ts";

/** The replay's ids that follow from the Worker's secrets, each with its recorded counterpart. */
export type Ids = ReadonlyMap<string, string>;

const ID = /\b(?:se|pt|cv|sy)_[0-9a-z]{24,40}\b/g;

/** The replay's rows under the recorded ids. An id without a counterpart stays, and then shows as a difference. */
export function renamed(text: string, ids: Ids): string {
	return text.replaceAll(ID, (id) => ids.get(id) ?? id);
}

/** Sessions by the walk; conversations by their place in their session. */
export function idsOf(
	sessions: ReadonlyMap<string, string>,
	recorded: { readonly sessions: readonly Row[]; readonly conversations: readonly Row[] },
	replayed: { readonly sessions: readonly Row[]; readonly conversations: readonly Row[] },
): Ids {
	const participants = new Map(recorded.sessions.map(({ session, participant }) => [session, participant]));
	const places = new Map(recorded.conversations.map((row) => [`${row.session} ${row.position}`, row.conversation_id]));
	const ids = new Map(sessions);
	for (const { session, participant } of replayed.sessions) {
		const known = participants.get(sessions.get(String(session)));
		if (typeof known === "string") ids.set(String(participant), known);
	}
	for (const row of replayed.conversations) {
		const known = places.get(`${sessions.get(String(row.session))} ${row.position}`);
		if (typeof known === "string") ids.set(String(row.conversation_id), known);
	}
	return ids;
}
