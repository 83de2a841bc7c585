import { ABOUT_THE_WRITER } from "./small-talk/about-the-writer.ts";
import { MANNERS } from "./small-talk/manners.ts";
import { REACTIONS } from "./small-talk/reactions.ts";

/** Small talk by kind. The first pattern that fits a normalised message decides. */
export const SMALL_TALK = { ...MANNERS, ...ABOUT_THE_WRITER, ...REACTIONS };

export type SmallTalkKind = keyof typeof SMALL_TALK;

export const smallTalkIn = (text: string): SmallTalkKind | null =>
	(Object.keys(SMALL_TALK) as SmallTalkKind[]).find((kind) => SMALL_TALK[kind].pattern.test(text)) ?? null;
