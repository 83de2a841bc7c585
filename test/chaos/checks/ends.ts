import type { SessionEvent } from "../../../src/session/domain/events.ts";
import type { End, Person, Violation } from "../ledger.ts";
import { type Check, eventsOf, type Found, type Known, short } from "./evidence.ts";

/** The last event of a session with each end. An active session has none of these. */
const LAST: Readonly<Record<Exclude<End, "active">, SessionEvent["type"]>> = {
	completed: "SessionCompleted",
	screened_out: "ScreenedOut",
	failed_checks: "ChecksFailed",
	declined: "ConsentDeclined",
	withdrawn: "SessionWithdrawn",
	erased: "SessionErased",
};

/** Every session has the end that follows from its participant's answers: on the screen, in the log and in D1. */
export const sessionsEndAsExpected: Check = ({ people }, found) =>
	people.flatMap((person): Violation[] => {
		const { participant, session, expected, status } = person;
		const last = eventsOf(found, session).at(-1)?.type;
		const rows = (found.tables.sessions ?? []).filter(({ id }) => id === session);
		const isEnded = expected === "active" ? !Object.values<string>(LAST).includes(last ?? "") : last === LAST[expected];
		const isStored = rows.length === 1 && rows[0]?.status === (expected === "erased" ? "withdrawn" : expected);
		if (status === expected && isEnded && isStored) return [];
		const detail = `expected ${expected}, told ${status}, the log ends with ${last}, D1 has ${short(rows.map((row) => row.status))}`;
		return [{ rule: "a session ends as the protocol says", who: participant, detail }];
	});

/** Each person has one session, and every session belongs to a person. */
export const peopleHaveOneSession: Check = ({ people }, { logs, tables }) => {
	const rule = "a person has one session";
	const known = people.map(({ session }) => session).toSorted();
	const twice = people.filter(({ session }, place) => people.findIndex((other) => other.session === session) !== place);
	const told = [
		["the logs", logs.map(({ session }) => session)],
		["D1", (tables.sessions ?? []).map(({ id }) => String(id))],
	] as const;
	return [
		...twice.map(({ participant }): Violation => ({ rule, who: participant, detail: "shares a session" })),
		...told.flatMap(([where, sessions]): Violation[] => {
			const stored = sessions.toSorted();
			if (JSON.stringify(stored) === JSON.stringify(known)) return [];
			const odd = [...new Set([...stored, ...known])].filter((id) => count(stored, id) !== count(known, id));
			return [{ rule, who: where, detail: `${stored.length} instead of ${known.length}: ${short(odd)}` }];
		}),
	];
};

const count = (all: readonly string[], one: string): number => all.filter((each) => each === one).length;

/** Every randomised session has one place, confirmed if it was completed and released if it ended otherwise. */
export const placesFollowSessions: Check = ({ people }, found) =>
	people.flatMap((person): Violation[] => {
		const { participant, session } = person;
		const slots = found.slots.filter((slot) => slot.session === session);
		const isRandomised = wasRandomised(eventsOf(found, session));
		const status = slots.length === 1 ? slots[0]?.status : slots.length;
		if (isRandomised ? status === placeOf(person) : slots.length === 0) return [];
		const detail = `randomised: ${isRandomised}, ended as ${person.expected}, its places are ${short(slots)}`;
		return [{ rule: "a place follows its session", who: participant, detail }];
	});

const wasRandomised = (events: readonly SessionEvent[]): boolean =>
	events.some(
		(event) => event.type === "Randomised" || (event.type === "SessionErased" && event.randomisedAtMs !== null),
	);

function placeOf({ expected }: Person): string {
	if (expected === "completed") return "confirmed";
	return expected === "active" ? "reserved" : "released";
}

/** Nothing is left of an erased session except the fact that it existed. */
export const erasedIsGone: Check = (known, found) =>
	known.people
		.filter(({ expected }) => expected === "erased")
		.flatMap((person) => leftOf(person, known, found))
		.map(({ participant, what }) => ({ rule: "erased data are gone", who: participant, detail: what }));

const CONTENT = [
	"turns",
	"candidates",
	"form_answers",
	"ratings",
	"rankings",
	"conversations",
	"behaviour",
	"deviations",
];

function leftOf({ participant, session }: Person, { answers }: Known, found: Found) {
	const events = eventsOf(found, session);
	const rows = CONTENT.flatMap((table) =>
		(found.tables[table] ?? []).some((row) => row.session_id === session) ? [table] : [],
	);
	const texts = answers
		.filter((sent) => sent.session === session && sent.kind === "message")
		.map(({ answer }) => JSON.stringify((answer as { text: string }).text));
	const all = JSON.stringify(found.tables);
	const quoted = texts.filter((text) => all.includes(text));
	return [
		...(events.length === 1 ? [] : [`${events.length} events`]),
		...rows.map((table) => `rows in ${table}`),
		...quoted.map((text) => `D1 has ${text.slice(0, 80)}`),
	].map((what) => ({ participant, what }));
}
