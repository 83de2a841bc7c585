import { durationMs } from "../../shared/clock.ts";
import type { Conversation, Protocol } from "../schema/schema.ts";
import { armsShown, conversationsOf, numberOfConversations } from "./steps.ts";

/** The minutes of a stated duration, as the header begins with them and the consent should say them. */
export const statedMinutes = (duration: string): number => Math.max(1, Math.ceil(durationMs(duration) / 60_000));

/** What the time of a study depends on. */
type Outline = Parameters<typeof numberOfConversations>[0] & Pick<Protocol, "flow" | "forms">;

/**
 * Seconds that a step takes somebody who reads and types on a phone at an ordinary pace. Guesses of ours, good for a first
 * word and for finding an expiry that is far too short.
 */
export const CONSENT_S = 75;
const ITEM_S = 9;
const TEXT_ITEM_S = 35;
const TURN_S = 50;
const CANDIDATE_S = 15;

export const secondsOfForm = ({ forms }: Pick<Outline, "forms">, name: string): number =>
	(forms[name]?.items ?? []).reduce((sum, { kind }) => sum + (kind === "text" ? TEXT_ITEM_S : ITEM_S), 0);

/** Of one conversation, at the least number of turns. */
export const secondsOfTurns = (protocol: Pick<Outline, "arms">, entry: Conversation): number =>
	entry.turns.min * (TURN_S + (armsShown(protocol, entry) - 1) * CANDIDATE_S);

function secondsOfEntry(protocol: Outline, entry: Conversation): number {
	const after = entry.after.reduce((sum, form) => sum + secondsOfForm(protocol, form), 0);
	return conversationsOf(protocol, entry) * (secondsOfTurns(protocol, entry) + after);
}

/** Of the whole study, for somebody who writes as little as allowed. */
export const secondsOfStudy = (protocol: Outline): number =>
	protocol.flow.reduce((sum, name) => {
		if (name === "consent") return sum + CONSENT_S;
		if (name === "conversations")
			return sum + protocol.conversations.reduce((all, entry) => all + secondsOfEntry(protocol, entry), 0);
		const times = protocol.forms[name]?.each ? numberOfConversations(protocol) : 1;
		return sum + times * secondsOfForm(protocol, name);
	}, 0);
