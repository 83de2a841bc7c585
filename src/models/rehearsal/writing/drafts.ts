import type { Care, Intent, Subject } from "../reading/intent.ts";
import { normalised } from "../reading/words.ts";
import { nextItem } from "./one-by-one.ts";
import type { Drafts, Speaker } from "./speaker.ts";
import { filled, freshLines, textsOf } from "./texts.ts";
import { following, opening } from "./topic-drafts.ts";

export function draftsOf(intent: Intent, speaker: Speaker): Drafts {
	const { character, lines } = speaker;
	const drafts = fitting(intent, speaker);
	return FINAL.has(intent.kind) ? drafts : [...drafts, lines.exhausted[character]];
}

/** Intents after which the general replies would be wrong. */
const FINAL: ReadonlySet<Intent["kind"]> = new Set(["care", "takeCare", "next"]);

function fitting(intent: Intent, speaker: Speaker): Drafts {
	const { character, lines } = speaker;
	switch (intent.kind) {
		case "care":
			return careFor(intent, speaker);
		case "takeCare":
			return [lines.takeCare[character]];
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
			return [lines.smallTalk[intent.talk][character]];
		case "foreign":
			return inTwoLanguages(intent, speaker);
		case "translate":
			return [translated(intent.subject, speaker)];
		case "recall":
			return [recalled(intent.which, speaker)];
		case "unknown":
			return [lines.unknown[intent.form][character], lines.unknown.statement[character]];
		case "refused":
			return [lines.refused[character]];
		case "unreadable":
			return [lines.unreadable[character]];
	}
}

const OF_ONESELF = / (?:i|im|ive|me|my|mine|we|us|our) /;

function staying({ isQuestion, subject }: Extract<Intent, { kind: "staying" }>, speaker: Speaker): Drafts {
	const { mood } = subject.topic;
	const isPersonal = OF_ONESELF.test(normalised(speaker.thread.at(-1)?.text ?? ""));
	const remarks = mood === "hard" && isPersonal ? speaker.lines.hardRemarks : speaker.lines.remarks;
	return [freshLines((isQuestion ? speaker.lines.questions : remarks)[speaker.character], speaker, subject)];
}

function careFor({ trouble, turn, again, language }: Care, { character, lines: own }: Speaker): Drafts {
	const { first, stay } = own.care[trouble];
	const lines = again ? [stay[character], first[character]] : [first[character], stay[character]];
	const more = trouble === "selfHarm" ? [own.care.suicide.stay[character]] : [];
	const groups = [...(turn === null ? [] : [own.turns[turn][character]]), ...lines, ...more, own.takeCare[character]];
	if (language === null || again) return groups;
	return groups.map((group) => group.map((line) => `${own.languages[language].care}\n\n${line}`));
}

function inTwoLanguages({ language, subject }: Extract<Intent, { kind: "foreign" }>, speaker: Speaker): Drafts {
	const lines = speaker.lines.inEnglish[speaker.character];
	if (language === "other") return [lines];
	const brief = subject === null ? "" : `\n\n${textsOf(speaker, subject).brief}`;
	const both = speaker.lines.languages[language].lines.flatMap((own) =>
		lines.map((line) => `${own}\n\n${line}${brief}`),
	);
	return [both, lines];
}

function translated(subject: Subject | null, speaker: Speaker): readonly string[] {
	const lines: readonly string[] = speaker.lines.toTranslate[speaker.character];
	return subject === null ? lines.filter((line) => !line.includes("{")) : filled(lines, textsOf(speaker, subject));
}

const LONGEST_QUOTE = 80;

function recalled(which: "first" | "last", { character, thread, lines }: Speaker): string[] {
	const written = thread.flatMap(({ role, text }) =>
		role === "participant" ? [text.replace(/\s+/g, " ").trim()] : [],
	);
	const quote = (which === "first" ? written.at(0) : written.at(-2)) ?? "";
	const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
	return lines.recall[character].map((line) => line.replace("{quote}", () => short));
}
