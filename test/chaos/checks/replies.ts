import type { Violation } from "../ledger.ts";
import { type Check, eventsOf, kept, positionsIn, repliesIn, rowsOf, short } from "./evidence.ts";

/** Every reply that a participant read to its end is stored as it was shown, in the log and in D1. */
export const repliesAreAsShown: Check = (known, found) =>
	kept(known).shown.flatMap(({ participant, session, conversation, turn, slot, text, by }) => {
		const inLog = repliesIn(eventsOf(found, session)).filter(
			(reply) => reply.conversation === conversation && reply.turn === turn && reply.slot === slot,
		);
		const positions = positionsIn(found, session);
		const inRows = rowsOf(found, "candidates", session).filter(
			(row) => row.turn === turn && row.slot === slot && positions.get(row.conversation_id) === conversation,
		);
		const fault = (where: string, stored: readonly { readonly text?: unknown }[]): Violation[] => {
			if (stored.length === 1 && stored[0]?.text === text) return [];
			const seen = `${conversation}/${turn}/${slot} by ${by} was ${short(text)}`;
			const detail = `${seen}, and ${where} has ${short(stored.map((each) => each.text))}`;
			return [{ rule: "a reply is stored as it was shown", who: participant, detail }];
		};
		return [...fault("the log", inLog), ...fault("D1", inRows)];
	});

/** Every reply in a log was shown, if the participant went on after it. */
export const repliesWereShown: Check = (known, found) => {
	const { people, shown } = kept(known);
	return people
		.filter(({ expected }) => expected === "completed")
		.flatMap(({ participant, session }) =>
			repliesIn(eventsOf(found, session)).flatMap(({ conversation, turn, slot }): Violation[] => {
				const isShown = shown.some(
					(each) =>
						each.session === session && each.conversation === conversation && each.turn === turn && each.slot === slot,
				);
				if (isShown) return [];
				return [{ rule: "a reply was shown", who: participant, detail: `${conversation}/${turn}/${slot} was not` }];
			}),
		);
};
