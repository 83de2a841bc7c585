import { durationMs } from "../../shared/clock.ts";
import type { Conversation, Protocol } from "../schema/schema.ts";
import { armsShown, conversationsOf, numberOfConversations } from "./steps.ts";

/** The minutes of a stated duration, with which the header starts and which the consent should state. */
export const statedMinutes = (duration: string): number => Math.max(1, Math.ceil(durationMs(duration) / 60_000));

/** The parts of a protocol that its time depends on. */
type Outline = Parameters<typeof numberOfConversations>[0] & Pick<Protocol, "flow" | "forms">;

/**
 * Seconds that a step takes a person who reads and types on a phone at an ordinary pace. Our guesses, good enough for a
 * first estimate and to find an expiry that is far too short.
 */
export const CONSENT_S = 75;
const ITEM_S = 9;
const TEXT_ITEM_S = 35;
const TURN_S = 50;
const CANDIDATE_S = 15;

export const secondsOfForm = ({ forms }: Pick<Outline, "forms">, name: string): number =>
	(forms[name]?.items ?? []).reduce((sum, { kind }) => sum + (kind === "text" ? TEXT_ITEM_S : ITEM_S), 0);

/** The time of one conversation with the fewest turns. */
export const secondsOfTurns = (protocol: Pick<Outline, "arms">, entry: Conversation): number =>
	entry.turns.min * (TURN_S + (armsShown(protocol, entry) - 1) * CANDIDATE_S);

function secondsOfEntry(protocol: Outline, entry: Conversation): number {
	const after = entry.after.reduce((sum, form) => sum + secondsOfForm(protocol, form), 0);
	return conversationsOf(protocol, entry) * (secondsOfTurns(protocol, entry) + after);
}

/** The time of the whole study, with the fewest messages. */
export const secondsOfStudy = (protocol: Outline): number =>
	protocol.flow.reduce((sum, name) => {
		if (name === "consent") return sum + CONSENT_S;
		if (name === "conversations")
			return sum + protocol.conversations.reduce((all, entry) => all + secondsOfEntry(protocol, entry), 0);
		const times = protocol.forms[name]?.each ? numberOfConversations(protocol) : 1;
		return sum + times * secondsOfForm(protocol, name);
	}, 0);
