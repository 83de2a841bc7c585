import type { EventOf, SessionEvent } from "../../../src/session/domain/events.ts";
import type { Log, Row, Tables } from "../disk.ts";
import type { Person, SentAnswer, ShownText, Violation } from "../ledger.ts";

/** The client ledger: what participants sent, what was acknowledged and what they were shown. */
export type Known = {
	readonly people: readonly Person[];
	readonly answers: readonly SentAnswer[];
	readonly shown: readonly ShownText[];
};

/** What was stored. */
export type Found = {
	readonly logs: readonly Log[];
	readonly tables: Tables;
	/** Of all allocators. */
	readonly slots: readonly Row[];
};

export type Check = (known: Known, found: Found) => Violation[];

export const eventsOf = ({ logs }: Found, session: string): readonly SessionEvent[] =>
	logs.filter((log) => log.session === session).flatMap(({ events }) => events);

export const ofType = <T extends SessionEvent["type"]>(events: readonly SessionEvent[], type: T): EventOf<T>[] =>
	events.filter((event): event is EventOf<T> => event.type === type);

export const rowsOf = ({ tables }: Found, table: string, session: string): Row[] =>
	(tables[table] ?? []).filter((row) => row.session_id === session);

/** Only people whose data were not erased. */
export function kept({ people, answers, shown }: Known): Known {
	const gone = new Set(people.filter(({ expected }) => expected === "erased").map(({ session }) => session));
	return {
		people: people.filter(({ session }) => !gone.has(session)),
		answers: answers.filter(({ session }) => !gone.has(session)),
		shown: shown.filter(({ session }) => !gone.has(session)),
	};
}

export type Written = {
	readonly conversation: number;
	readonly turn: number;
	readonly slot: string;
	readonly text: string;
};

/** Complete replies of a log with conversation and turn, counted from 1. Events do not name these. */
export function repliesIn(events: readonly SessionEvent[]): Written[] {
	const written: Written[] = [];
	let [conversation, turn] = [1, 0];
	for (const event of events) {
		if (event.type === "MessageSent") turn += 1;
		if (event.type === "ConversationEnded") [conversation, turn] = [conversation + 1, 0];
		if (event.type !== "ReplyWritten") continue;
		const place = { conversation, turn };
		written.push(...event.candidates.map(({ slot, text }) => ({ ...place, slot, text })));
	}
	return written;
}

/** The positions of the conversations in D1, by their ids. */
export const positionsIn = (found: Found, session: string): ReadonlyMap<unknown, number> =>
	new Map(rowsOf(found, "conversations", session).map(({ id, position }) => [id, Number(position)]));

export const short = (value: unknown): string => JSON.stringify(value)?.slice(0, 160) ?? String(value);
