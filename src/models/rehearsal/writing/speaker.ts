import type { ThreadMessage } from "../../model-types.ts";
import type { Character } from "../characters.ts";
import type { Chooser } from "../chooser.ts";
import type { OwnLines } from "../own-lines.ts";

/** The replying character and its conversation. */
export type Speaker = {
	readonly character: Character;
	readonly lines: OwnLines;
	readonly chooser: Chooser;
	readonly thread: readonly ThreadMessage[];
	/** Sentences used so far. */
	readonly said: ReadonlySet<string>;
};

/** Possible replies in groups, best group first. Within a group all are equally good. */
export type Drafts = readonly (readonly string[])[];

export const lastReplyOf = ({ thread }: Speaker): string =>
	thread.findLast(({ role }) => role === "assistant")?.text ?? "";
