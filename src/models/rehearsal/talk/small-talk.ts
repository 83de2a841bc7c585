import { ABOUT_THE_WRITER } from "./small-talk/about-the-writer.ts";
import { MANNERS } from "./small-talk/manners.ts";
import { REACTIONS } from "./small-talk/reactions.ts";

/** Small talk by kind. The first pattern that fits a normalised message decides. */
const PATTERNS = { ...MANNERS, ...ABOUT_THE_WRITER, ...REACTIONS };

export type SmallTalkKind = keyof typeof PATTERNS;

export const smallTalkIn = (text: string): SmallTalkKind | null =>
	(Object.keys(PATTERNS) as SmallTalkKind[]).find((kind) => PATTERNS[kind].test(text)) ?? null;
