import { TAKE_CARE } from "../care/afterwards.ts";
import { CARE } from "../care/care.ts";
import { TURNS } from "../care/turns.ts";
import type { Character } from "../characters.ts";
import type { Care, Intent, Subject } from "../reading/intent.ts";
import { normalised } from "../reading/words.ts";
import { EXHAUSTED, HARD_REMARK_REPLIES, QUESTION_REPLIES, RECALL_REPLIES, REMARK_REPLIES } from "../talk/going-on.ts";
import { IN_ENGLISH, LANGUAGES, TO_TRANSLATE } from "../talk/languages.ts";
import { REFUSED, UNREADABLE } from "../talk/refusals.ts";
import { SMALL_TALK } from "../talk/small-talk.ts";
import { UNKNOWN } from "../talk/unknown.ts";
import { nextItem } from "./one-by-one.ts";
import type { Drafts, Speaker } from "./speaker.ts";
import { filled, freshLines, textsOf } from "./texts.ts";
import { following, opening } from "./topic-drafts.ts";

export function draftsOf(intent: Intent, speaker: Speaker): Drafts {
	const { character } = speaker;
	const drafts = fitting(intent, speaker);
	return FINAL.has(intent.kind) ? drafts : [...drafts, EXHAUSTED[character]];
}

/** Intents after which the general replies would be wrong. */
const FINAL: ReadonlySet<Intent["kind"]> = new Set(["care", "takeCare", "next"]);

function fitting(intent: Intent, speaker: Speaker): Drafts {
	const { character } = speaker;
	switch (intent.kind) {
		case "care":
			return careFor(intent, character);
		case "takeCare":
			return [TAKE_CARE[character]];
		case "topic":
			return opening(intent, speaker);
		case "next":
			return [[nextItem(intent.subject.topic, speaker)]];
		case "followUp":
			return following(intent.ask, intent.subject, speaker);
		case "staying":
			return staying(intent, speaker);
		case "result":
			return [[intent.says[character]]];
		case "smallTalk":
			return [SMALL_TALK[intent.talk].lines[character]];
		case "foreign":
			return inTwoLanguages(intent, speaker);
		case "translate":
			return [translated(intent.subject, speaker)];
		case "recall":
			return [recalled(intent.which, speaker)];
		case "unknown":
			return [UNKNOWN[intent.form].lines[character], UNKNOWN.statement.lines[character]];
		case "refused":
			return [REFUSED[character]];
		case "unreadable":
			return [UNREADABLE[character]];
	}
}

const OF_ONESELF = / (?:i|im|ive|me|my|mine|we|us|our) /;

function staying({ isQuestion, subject }: Extract<Intent, { kind: "staying" }>, speaker: Speaker): Drafts {
	const { mood } = subject.topic;
	const isPersonal = OF_ONESELF.test(normalised(speaker.thread.at(-1)?.text ?? ""));
	const remarks = mood === "hard" && isPersonal ? HARD_REMARK_REPLIES : REMARK_REPLIES;
	return [freshLines((isQuestion ? QUESTION_REPLIES : remarks)[speaker.character], speaker, subject)];
}

function careFor({ trouble, turn, again, language }: Care, character: Character): Drafts {
	const { first, stay } = CARE[trouble];
	const lines = again ? [stay[character], first[character]] : [first[character], stay[character]];
	const more = trouble === "selfHarm" ? [CARE.suicide.stay[character]] : [];
	const groups = [...(turn === null ? [] : [TURNS[turn][character]]), ...lines, ...more, TAKE_CARE[character]];
	if (language === null || again) return groups;
	return groups.map((group) => group.map((line) => `${LANGUAGES[language].care}\n\n${line}`));
}

function inTwoLanguages({ language, subject }: Extract<Intent, { kind: "foreign" }>, speaker: Speaker): Drafts {
	const lines = IN_ENGLISH[speaker.character];
	if (language === "other") return [lines];
	const brief = subject === null ? "" : `\n\n${textsOf(speaker, subject).brief}`;
	const both = LANGUAGES[language].lines.flatMap((own) => lines.map((line) => `${own}\n\n${line}${brief}`));
	return [both, lines];
}

function translated(subject: Subject | null, speaker: Speaker): readonly string[] {
	const lines: readonly string[] = TO_TRANSLATE[speaker.character];
	return subject === null ? lines.filter((line) => !line.includes("{")) : filled(lines, textsOf(speaker, subject));
}

const LONGEST_QUOTE = 80;

function recalled(which: "first" | "last", { character, thread }: Speaker): string[] {
	const written = thread.flatMap(({ role, text }) =>
		role === "participant" ? [text.replace(/\s+/g, " ").trim()] : [],
	);
	const quote = (which === "first" ? written.at(0) : written.at(-2)) ?? "";
	const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
	return RECALL_REPLIES[character].map((line) => line.replace("{quote}", () => short));
}
