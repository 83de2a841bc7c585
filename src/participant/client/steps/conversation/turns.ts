import type { MessageView, SessionView } from "../../../../session/view/view-schema.ts";
import { isBlank } from "../../../../shared/visible-text.ts";
import type { Model } from "../../state/model.ts";

export type Conversation = NonNullable<SessionView["conversation"]>;
export type Reply = {
	readonly candidate: string;
	readonly text: string;
	readonly chosen?: boolean;
	/** The id of a complete reply. */
	readonly message?: string;
	/** The server knows that its end was on the screen. */
	readonly seen?: true;
	/** The participant stopped it. */
	readonly stopped?: true;
};

/**
 * A message and its replies. `writing`: replies are being written. `choosing`: they are being rated. `failed`: no reply
 * came.
 */
export type Turn = {
	readonly text: string;
	readonly replies: readonly Reply[];
	readonly state: "done" | "writing" | "choosing" | "failed";
};

/** Messages by turn. In a single conversation the reply has no slot, so it gets `a`. */
export function turnsOf(messages: readonly MessageView[]): Turn[] {
	const turns: { text: string; replies: Reply[]; state: "done" }[] = [];
	for (const { id, role, text, candidate = "a", chosen, seen, stopped } of messages) {
		if (role === "participant") turns.push({ text, replies: [], state: "done" });
		else
			turns[turns.length - 1]?.replies.push({
				candidate,
				text,
				message: id,
				...(chosen === undefined ? {} : { chosen }),
				...(seen ? { seen } : {}),
				...(stopped ? { stopped } : {}),
			});
	}
	return turns;
}

/**
 * All turns of the current conversation, with unfinished ones. One list, so that no element is rebuilt when a reply is
 * complete.
 */
export function openTurns({ view, pending, live }: Model): Turn[] {
	const turns = turnsOf(view?.conversation?.messages ?? []);
	if (pending !== null) return [...turns, { text: pending, replies: live ?? [], state: "writing" }];
	const last = turns[turns.length - 1];
	const step = view?.step;
	if (!last || !step) return turns;
	const rest = turns.slice(0, -1);
	if (live !== null || step.kind === "generating") return [...rest, { ...last, replies: live ?? [], state: "writing" }];
	if (step.kind === "retry") return [...rest, { ...last, state: "failed" }];
	if (step.kind !== "choice") return turns;
	const replies = step.candidates.map(({ id, text, message, seen, stopped }) => ({
		candidate: id,
		text,
		message,
		...(seen ? { seen } : {}),
		...(stopped ? { stopped } : {}),
	}));
	return [...rest, { ...last, replies, state: "choosing" }];
}

/** A reply can be stopped from its first text on, as the server requires. */
export const mayStop = ({ view, live }: Model): boolean =>
	view?.conversation?.stop === true && live !== null && live.length > 0 && live.every(({ text }) => !isBlank(text));

/**
 * Replies whose end was not on the screen. An answered reply counts as read, except beside others: one message answers
 * all panes, and some may never have been opened.
 */
export const unseenIn = (
	layout: Conversation["layout"],
	turns: readonly Turn[],
	has: (message: string) => boolean,
): Reply[] =>
	(layout === "side-by-side" ? turns : turns.slice(-1))
		.flatMap(({ replies }) => replies)
		.filter(({ message, seen }) => message !== undefined && !seen && !has(message));
