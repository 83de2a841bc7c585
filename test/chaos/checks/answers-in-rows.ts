import { canonicalJson, type Json } from "../../../src/shared/json.ts";
import type { Row } from "../disk.ts";
import type { SentAnswer, Violation } from "../ledger.ts";
import { type Check, eventsOf, type Found, kept, ofType, positionsIn, rowsOf, short } from "./evidence.ts";

/** Every acknowledged answer is once in D1, as it was sent. */
export const answersAreInRows: Check = (known, found) =>
	kept(known)
		.answers.filter(({ acknowledged }) => acknowledged)
		.flatMap((sent) => {
			const faults = faultsIn(sent, found);
			const rule = "an acknowledged answer is once in D1";
			return faults.map((detail): Violation => ({ rule, who: sent.participant, detail: `${detail}: ${short(sent)}` }));
		});

function faultsIn(sent: SentAnswer, found: Found): string[] {
	switch (sent.kind) {
		case "consent":
			return consentFaults(sent, found);
		case "form":
			return formFaults(sent, found);
		case "message":
			return messageFaults(sent, found);
		case "choice":
			return choiceFaults(sent, found);
		default:
			return [];
	}
}

function consentFaults({ session, answer }: SentAnswer, { tables }: Found): string[] {
	const rows = (tables.sessions ?? []).filter(({ id }) => id === session);
	if (rows.length !== 1) return [`${rows.length} rows of the session`];
	const isGiven = (answer as { accept: boolean }).accept;
	return (rows[0]?.consented_at !== null) === isGiven ? [] : [`consented at ${rows[0]?.consented_at}`];
}

function formFaults(sent: SentAnswer, found: Found): string[] {
	const { answers } = sent.answer as { answers: Record<string, Json> };
	const rows = rowsOf(found, "answers", sent.session).filter((row) => row.form === sent.form && isIn(row, sent, found));
	return Object.entries(answers).flatMap(([item, value]) => {
		const own = rows.filter((row) => row.item === item);
		if (own.length !== 1) return [`${own.length} rows of ${item}`];
		const stored = JSON.parse(String(own[0]?.value)) as Json;
		return canonicalJson(stored) === canonicalJson(value) ? [] : [`${item} is ${short(stored)}`];
	});
}

function messageFaults(sent: SentAnswer, found: Found): string[] {
	const rows = rowsOf(found, "turns", sent.session).filter((row) => row.turn === sent.turn && isIn(row, sent, found));
	if (rows.length !== 1) return [`${rows.length} rows`];
	return rows[0]?.text === (sent.answer as { text: string }).text ? [] : [`the text is ${short(rows[0]?.text)}`];
}

function choiceFaults(sent: SentAnswer, found: Found): string[] {
	const { chosen, scores = {} } = sent.answer as { chosen: string; scores?: Record<string, number> };
	const here = (row: Row) => row.turn === sent.turn && isIn(row, sent, found);
	const marked = rowsOf(found, "candidates", sent.session).filter((row) => here(row) && row.chosen === 1);
	const isChosen = marked.length === 1 && marked[0]?.slot === chosen;
	const ratings = rowsOf(found, "ratings", sent.session).filter((row) => here(row) && row.source === "choice");
	const stored = Object.fromEntries(ratings.map(({ slot, value }) => [String(slot), value as number]));
	const isRated = ratings.length === Object.keys(scores).length && canonicalJson(stored) === canonicalJson(scores);
	return [
		...(isChosen ? [] : [`chosen are ${short(marked.map(({ slot }) => slot))}`]),
		...(isRated ? [] : [`the scores are ${short(ratings)}`]),
	];
}

/** Rows of a form outside conversations have no conversation. */
function isIn({ conversation_id: id }: Row, { session, conversation }: SentAnswer, found: Found): boolean {
	return (id === null ? null : positionsIn(found, session).get(id)) === conversation;
}

/** D1 has exactly as many rows as follow from the log. */
export const rowsAreOfEvents: Check = (known, found) =>
	kept(known).people.flatMap(({ session, participant }) => {
		const events = eventsOf(found, session);
		const expected = {
			turns: ofType(events, "MessageSent").length,
			candidates: ofType(events, "ReplyWritten").flatMap(({ candidates }) => candidates).length,
			answers: ofType(events, "FormAnswered").flatMap(({ answers }) => Object.keys(answers)).length,
		};
		return Object.entries(expected).flatMap(([table, count]): Violation[] => {
			const rows = rowsOf(found, table, session).length;
			if (rows === count) return [];
			const rule = "D1 has the rows of the log";
			return [{ rule, who: participant, detail: `${rows} rows in ${table} instead of ${count}` }];
		});
	});
