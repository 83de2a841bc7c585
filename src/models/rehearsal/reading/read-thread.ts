import type { ThreadMessage } from "../../model-types.ts";
import { graver, isLasting } from "../care/trouble.ts";
import type { Topics } from "../topic.ts";
import type { Intent, State } from "./intent.ts";
import { intentOf } from "./intent-of.ts";

export type Reading = {
	/** What the last message asks for. */
	readonly intent: Intent;
	/** The participant mentioned a danger earlier, and the last message is about something else. */
	readonly inDanger: boolean;
};

/** Reads a conversation from its beginning. */
export function readThread(topics: Topics, thread: readonly ThreadMessage[]): Reading {
	let state: State = { subject: null, trouble: null, reply: "" };
	let intent: Intent = { kind: "unreadable" };
	for (const { role, text } of thread) {
		if (role === "assistant") state = { ...state, reply: text };
		else {
			intent = intentOf(topics, text, state);
			state = after(state, intent);
		}
	}
	const isElsewhere = intent.kind !== "care" && intent.kind !== "takeCare";
	return { intent, inDanger: isElsewhere && state.trouble !== null && isLasting(state.trouble) };
}

function after(state: State, intent: Intent): State {
	if (intent.kind === "care") return { ...state, subject: null, trouble: graver(state.trouble, intent.trouble) };
	const stays = state.trouble !== null && (isLasting(state.trouble) || intent.kind === "takeCare");
	const subject = "subject" in intent && intent.subject !== null ? intent.subject : state.subject;
	return { ...state, subject, trouble: stays ? state.trouble : null };
}
