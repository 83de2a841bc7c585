import type { ThreadMessage } from "../../model-types.ts";

/** Shorter sentences, such as "Of course.", may be repeated. */
const SHORTEST = 15;

/** Splits a text into sentences for comparison. A line of a list or a table counts as one. */
export const sentencesOf = (text: string): string[] =>
	text
		.split(/\n+/)
		.flatMap((line) => (/^(?:\||-|\d+\.) /.test(line) ? [line] : line.split(/(?<=[.!?…:][”"')*]*)\s+/u)))
		.map((sentence) => sentence.trim().toLowerCase())
		.filter((sentence) => sentence.length >= SHORTEST);

/** The sentences of all replies so far. */
export const sentencesUsedIn = (thread: readonly ThreadMessage[]): ReadonlySet<string> =>
	new Set(thread.flatMap(({ role, text }) => (role === "assistant" ? sentencesOf(text) : [])));

export const repeatsOf = (text: string, said: ReadonlySet<string>): number =>
	sentencesOf(text).filter((sentence) => said.has(sentence)).length;
