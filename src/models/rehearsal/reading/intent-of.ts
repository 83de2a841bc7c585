import { calculated } from "../reckon/calculate.ts";
import { capitalIn } from "../reckon/capitals.ts";
import { offerIn } from "../talk/closings.ts";
import { followUpIn } from "../talk/follow-ups.ts";
import { ASKED_LANGUAGE, foreignLanguageOf } from "../talk/languages.ts";
import { HARMFUL } from "../talk/refusals.ts";
import { type SmallTalkKind, smallTalkIn } from "../talk/small-talk.ts";
import { unknownIn } from "../talk/unknown.ts";
import type { FollowUpTexts, Topics } from "../topic.ts";
import { type Found, findTopic } from "./find-topic.ts";
import type { Intent, State, Subject } from "./intent.ts";
import { troubleIntent } from "./trouble-intent.ts";
import { normalised, wordsOf } from "./words.ts";

/** What a message asks for. Distress has priority. */
export function intentOf(topics: Topics, message: string, state: State): Intent {
	const text = normalised(message);
	return troubleIntent(topics, text, state) ?? byItself(topics, message, text) ?? inContext(topics, text, state);
}

const IDENTITY = new Set<SmallTalkKind>(["human", "aboutYou", "accused", "taste"]);
const RECALL =
	/\bwhat (?:did i (?:first |just )?(?:ask|say|write)|was my (?:first |last |previous )?(?:question|message))|\bdo you remember what i\b/;
const FEWEST_SIGNS = 2;

/** Messages that mean the same anywhere in a conversation. */
function byItself(topics: Topics, message: string, text: string): Intent | null {
	if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEWEST_SIGNS) return { kind: "unreadable" };
	const sum = calculated(message);
	if (sum)
		return {
			kind: "result",
			says: sum,
			subject: topics.maths ? { topic: topics.maths, texts: topics.maths } : null,
		};
	const capital = capitalIn(text);
	if (capital) return { kind: "result", says: capital, subject: null };
	if (HARMFUL.test(text)) return { kind: "refused" };
	const language = foreignLanguageOf(text);
	if (language !== null) return { kind: "foreign", language, subject: subjectOf(findTopic(topics, text, null)) };
	if (RECALL.test(text)) return { kind: "recall", which: /\b(?:last|just|previous)\b/.test(text) ? "last" : "first" };
	const talk = smallTalkIn(text);
	return talk !== null && IDENTITY.has(talk) ? { kind: "smallTalk", talk } : null;
}

function inContext(topics: Topics, text: string, { subject, reply }: State): Intent {
	if (ASKED_LANGUAGE.test(text)) return { kind: "translate", subject };
	const found = findTopic(topics, text, subject?.topic ?? null);
	const talk = smallTalkIn(text);
	if (subject === null) return opened(found, text) ?? otherwise(talk, text);
	if (subject.topic.oneByOne && NEXT.test(text)) return { kind: "next", subject };
	const offered = talk === "yes" ? offerIn(reply) : null;
	if (offered !== null) return { kind: "followUp", ask: offered, subject };
	return found !== null && found.topic !== subject.topic
		? (opened(found, text) ?? otherwise(talk, text))
		: inTopic(subject, { text, found, talk });
}

const NEXT =
	/\b(?:next|ready|done|ok|okay|yes|yep|have it|got it|and then|go on|continue|more|then|another|second|third|ingredient)\b/;

const GREETED = /^ (?:hi|hello|hey|good (?:morning|afternoon|evening|day)) /;

function opened(found: Found | null, text: string): Intent | null {
	const subject = subjectOf(found);
	if (!found || !subject) return null;
	return { kind: "topic", subject, says: found.angle?.says ?? found.topic.says, isGreeted: GREETED.test(text) };
}

const subjectOf = (found: Found | null): Subject | null => found && { topic: found.topic, texts: textsFor(found) };

/** The texts of the angle, with the topic's texts where the angle has none. */
function textsFor({ topic, angle }: Found): FollowUpTexts {
	return {
		why: angle?.why ?? topic.why,
		example: angle?.example ?? topic.example,
		brief: angle?.brief ?? topic.brief,
		child: angle?.child ?? topic.child,
		ask: angle?.ask ?? topic.ask,
		table: angle?.table ?? topic.table,
		cost: angle?.cost ?? topic.cost,
		other: angle?.other ?? topic.other,
	};
}

const otherwise = (talk: SmallTalkKind | null, text: string): Intent =>
	talk === null ? { kind: "unknown", form: unknownIn(text) } : { kind: "smallTalk", talk };

type MessageInTopic = { readonly text: string; readonly found: Found | null; readonly talk: SmallTalkKind | null };

/** In words. In a longer message, a word such as “why” is rarely a follow-up. */
const LONGEST_FOLLOW_UP = 14;

/** A message while a topic is open, when it opens no other one. */
function inTopic(subject: Subject, { text, found, talk }: MessageInTopic): Intent {
	const ask = followUpIn(text);
	if (found?.angle && (ask === null || found.isNamed)) return opened(found, text) ?? otherwise(talk, text);
	if (ask !== null && wordsOf(text).length <= LONGEST_FOLLOW_UP) return { kind: "followUp", ask, subject };
	if (talk !== null) return { kind: "smallTalk", talk };
	const form = unknownIn(text);
	if (form === "write") return { kind: "followUp", ask: "example", subject };
	const isQuestion = form !== "statement" && form !== "feeling";
	if (found === null && isQuestion && !refersBack(text)) return { kind: "unknown", form };
	return { kind: "staying", isQuestion, subject };
}

const LONGEST_REFERENCE = 4;
const refersBack = (text: string): boolean =>
	wordsOf(text).length <= LONGEST_REFERENCE ||
	/\b(?:it|its|that|this|they|them|those|these|he|she|him|her|there|one|ones|then|mine)\b/.test(text);
