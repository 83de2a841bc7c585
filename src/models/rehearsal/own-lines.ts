import { STILL_WITH_YOU, TAKE_CARE } from "./care/afterwards.ts";
import { CARE } from "./care/care.ts";
import { TURNS } from "./care/turns.ts";
import type { Lines } from "./characters.ts";
import { CLOSINGS } from "./talk/closings.ts";
import { ON_FACTS } from "./talk/follow-ups/facts.ts";
import { ON_FORM } from "./talk/follow-ups/form.ts";
import { ON_REASONS } from "./talk/follow-ups/reasons.ts";
import type { FollowUpKind } from "./talk/follow-ups.ts";
import {
	EXHAUSTED,
	HARD_REMARK_REPLIES,
	QUESTION_REPLIES,
	RECALL_REPLIES,
	REMARK_REPLIES,
	WARM_ASKS,
} from "./talk/going-on.ts";
import { IN_LATIN_SCRIPT_LINES } from "./talk/languages/latin.ts";
import { IN_OTHER_SCRIPTS_LINES } from "./talk/languages/other-scripts.ts";
import { IN_ENGLISH, TO_TRANSLATE } from "./talk/languages.ts";
import { REFUSED, UNREADABLE } from "./talk/refusals.ts";
import { ABOUT_THE_WRITER_LINES } from "./talk/small-talk/about-the-writer.ts";
import { MANNERS_LINES } from "./talk/small-talk/manners.ts";
import { REACTIONS_LINES } from "./talk/small-talk/reactions.ts";
import { QUESTIONS_LINES } from "./talk/unknown/questions.ts";
import { REQUESTS_LINES } from "./talk/unknown/requests.ts";

/**
 * `{why}`, `{example}`, `{brief}`, `{child}`, `{cost}` and `{other}` stand for the topic's texts, `{advice}` for the brief text of
 * a topic that advises, and `{item}` for the list item that is asked about. Lines with such a slot are used first. The others are
 * used when the text is missing or has been used.
 */
export const FOLLOW_UP_LINES: Readonly<Record<FollowUpKind, Lines>> = { ...ON_FORM, ...ON_REASONS, ...ON_FACTS };

export const LANGUAGE_LINES = { ...IN_LATIN_SCRIPT_LINES, ...IN_OTHER_SCRIPTS_LINES };

/**
 * Everything that the characters say apart from what they say on topics. The Worker reads it from its static assets, so nothing that
 * the Worker imports may import a value from here.
 */
export const OWN_LINES = {
	care: CARE,
	turns: TURNS,
	takeCare: TAKE_CARE,
	stillWithYou: STILL_WITH_YOU,
	refused: REFUSED,
	unreadable: UNREADABLE,
	smallTalk: { ...MANNERS_LINES, ...ABOUT_THE_WRITER_LINES, ...REACTIONS_LINES },
	/** Honest replies. None repeats the participant's words, and each offers a next step. */
	unknown: { ...REQUESTS_LINES, ...QUESTIONS_LINES },
	followUps: FOLLOW_UP_LINES,
	remarks: REMARK_REPLIES,
	hardRemarks: HARD_REMARK_REPLIES,
	questions: QUESTION_REPLIES,
	recall: RECALL_REPLIES,
	exhausted: EXHAUSTED,
	closings: CLOSINGS,
	warmAsks: WARM_ASKS,
	languages: LANGUAGE_LINES,
	inEnglish: IN_ENGLISH,
	toTranslate: TO_TRANSLATE,
} as const;

export type OwnLines = typeof OWN_LINES;
