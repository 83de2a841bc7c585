import { ENDS } from "./personas.ts";
import { isLaidOut, refusesToPlay, speaksAsAssistant } from "./role-patterns.ts";

export type DeviationKind =
	| "acted_as_assistant"
	| "ended_at_once"
	| "never_ended"
	| "refused"
	| "out_of_scale"
	| "not_parsed"
	| "copied_assistant"
	| "copied_persona"
	| "identical_reply";

export type MessageFault = { readonly kind: DeviationKind; readonly detail: string };

export type Said = {
	readonly text: string;
	/** The model was still writing when its reply was cut. */
	readonly isCut: boolean;
};

export type Situation = {
	readonly canEnd: boolean;
	readonly maxLength: number;
	/** What the study's assistants have said in this conversation. */
	readonly replies: readonly string[];
	readonly persona: string;
};

/** A message without the token that ends the conversation. `ends`: the person says nothing more. */
export function readMessage(text: string): { readonly ends: boolean; readonly text: string } {
	const without = ENDS.reduce((rest, end) => rest.replaceAll(end, ""), text).trim();
	return { ends: without !== text.trim() && without === "", text: without };
}

/** Longer pieces that stand in two texts are copied, not chosen by chance. */
const COPIED_CHARACTERS = 80;

/** What a person would not do. Null if nothing is wrong. */
export function messageFault({ text, isCut }: Said, situation: Situation): MessageFault | null {
	const said = readMessage(text);
	if (said.ends && !situation.canEnd)
		return { kind: "ended_at_once", detail: "You cannot end the conversation yet. Write your next message." };
	if (said.ends) return null;
	if (said.text === "") return { kind: "not_parsed", detail: "Your message is empty. Write your next message." };
	if (refusesToPlay(said.text))
		return { kind: "refused", detail: "Stay in your role: you are the person. Write their next message." };
	if (isCut || said.text.length > situation.maxLength)
		return {
			kind: "never_ended",
			detail: `Your message is too long. Write at most ${situation.maxLength} characters, as a person does.`,
		};
	if (speaksAsAssistant(said.text) || isLaidOut(said.text))
		return {
			kind: "acted_as_assistant",
			detail: "You are the person, not the assistant. Write the person's next message.",
		};
	if (situation.replies.some((reply) => sharesPiece(said.text, reply)))
		return { kind: "copied_assistant", detail: "Do not repeat the assistant. Write the person's own next message." };
	if (sharesPiece(said.text, situation.persona))
		return { kind: "copied_persona", detail: "Do not recite your description. Write the person's next message." };
	return null;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

/** Whether one long piece of the message stands in the other text. */
export function sharesPiece(message: string, other: string): boolean {
	const [own, source] = [plain(message), plain(other)];
	if (own.length < COPIED_CHARACTERS) return own.length >= COPIED_CHARACTERS / 2 && own === source;
	for (let at = 0; at + COPIED_CHARACTERS <= own.length; at += 8)
		if (source.includes(own.slice(at, at + COPIED_CHARACTERS))) return true;
	return false;
}

/** The same words from two simulated participants. Short ones, such as thanks, are said by many people. */
export const isComparable = (text: string): boolean => plain(text).length >= 30;
export const comparedText = plain;
