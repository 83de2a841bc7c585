import { describe, expect, it } from "vitest";
import { openersWithTopics } from "../../../test/support/models/opening-prompts.ts";
import { CHARACTERS } from "../../protocol/schema/model.ts";
import type { Character } from "./characters.ts";
import { composeReply } from "./compose.ts";
import { readThread } from "./reading/read-thread.ts";
import { fitOf, normalised, wordsOf } from "./reading/words.ts";
import type { Topic } from "./topic.ts";
import { TOPICS } from "./topics.ts";
import { LIBRARY } from "./whole-library.ts";
import { sentencesOf } from "./writing/memory.ts";

const OPENERS = openersWithTopics();
const asked = (text: string) => [{ role: "participant", text } as const];
const replyTo = (text: string, character: Character, seed = 1) =>
	composeReply(LIBRARY, { character, thread: asked(text), seed });

/** In the form of the declared openers: `weather/2`, or a kind of small talk. */
function aboutOf(text: string): string {
	const { intent } = readThread(TOPICS, asked(text));
	if (intent.kind === "smallTalk") return intent.talk;
	if (intent.kind !== "topic") return intent.kind;
	const [id = ""] = Object.entries(TOPICS).find(([, topic]) => topic === intent.subject.topic) ?? [];
	const angle = (intent.subject.topic.angles ?? []).findIndex(({ says }) => says === intent.says);
	return angle < 0 ? id : `${id}/${angle + 1}`;
}

const topicOf = (about: string): Topic | undefined => (TOPICS as Record<string, Topic>)[about.split("/")[0] ?? ""];

/** The content words of a reply, without code. */
const contentOf = (reply: string) => new Set(wordsOf(normalised(withoutCode(reply))).filter((word) => word.length > 4));
const withoutCode = (reply: string): string => reply.replace(/```[\s\S]*?```/g, "");

/** The share of words that two replies have in common, from 0 to 1. */
function overlapOf(one: string, other: string): number {
	const [a, b] = [contentOf(one), contentOf(other)];
	return [...a].filter((word) => b.has(word)).length / Math.max(1, new Set([...a, ...b]).size);
}

const PAIRS = CHARACTERS.flatMap((one, index) => CHARACTERS.slice(index + 1).map((other) => [one, other] as const));

/** A heading or an ingredient may be the same. */
const LABEL = 20;

/** The largest allowed share of common longer words. Replies share the words of their subject. */
const MOST_OVERLAP = 0.35;

/** Other words of a subject than those of its openers. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
	breakup: /write|message|contact|grief|cry|love/i,
	abortion: /abort|unborn|body|baby|life|child|wom[ae]n|contracept|forced/i,
	alone: /alone|lonel|content|company|loss|people/i,
	advent: /calendar|bubble tea|toys|christmas|kids/i,
	basicIncome: /tax|income|poverty|money|fund|eat/i,
	betrayal: /betray|let down|chances|trust/i,
	botox: /lines|wrinkle|needle|smooth/i,
	christianity: /christ|faith|god/i,
	christmas: /christmas|presents|candle|dinner/i,
	climate: /degree|warm|emission|power|house/i,
	coworker: /work|colleague|team/i,
	gender: /adult|minor|pronoun|trans|body|school|doctor|lov|proud|clothes/i,
	geoengineering: /emission|carbon|aerosol|sun/i,
	gifts: /gift|present|toy|child|want/i,
	god: /god|belie|prove|suffering|philosoph/i,
	greece: /greece|athens|meteora|delphi/i,
	immigration: /immigra|asylum|migra|country|border|population|pension|famil|news|television|worried/i,
	israel: /israel|gaza|hamas|leader|country|victims|safety|voters/i,
	jobHunt: /advert|job|applica|employ|campus|dozens|compan|tutor/i,
	joke: /doctor|scarecrow|snail|time travel/i,
	killing: /kill|murder|threat|force|attack|alive|lives/i,
	meaning: /life|needed|living|loved|wonder/i,
	money: /money|rent|pay|wage|income|cost/i,
	monkeys: /monkey|species|capuchin/i,
	race: /people|black|colou?r|word/i,
	respect: /respect|insult|toxic|behav|love|harm|boundar|reaction|bend|“no”|no without/i,
	spiritual: /spirit|religio|prayer/i,
	starTrek: /trek|enterprise|star wars|crew|people get better|humankind/i,
	ukElection: /elect|seats|government|mandate|vote|ballot|trust/i,
	unemployment: /train|spend|work|skill|hiring|invest/i,
	usElection: /elector|vote|states|trump|candidate/i,
	vegas: /vegas|gambl|show|fountains|night/i,
	warBlame: /war|weapons|arms|rival|leader/i,
	weekend: /walk|museum|free|cake|brunch/i,
	animals: /animal|living|whale|insect/i,
};

function isAbout(reply: string, about: string): boolean {
	const topic = topicOf(about);
	const words = [topic?.keys, topic?.near, ...(topic?.angles ?? []).map(({ keys }) => keys)].filter(Boolean).join("|");
	return fitOf(normalised(reply), words) > 0 || (SUBJECTS[about.split("/")[0] ?? ""]?.test(reply) ?? false);
}

describe.each(OPENERS)("asked “%s”", (text, about) => {
	it(`takes it as ${about}`, () => expect(aboutOf(text)).toBe(about));

	it("replies with what each character has on that, in words of the subject", () => {
		const topic = topicOf(about);
		if (!topic) return;
		const says = topic.angles?.[Number(about.split("/")[1]) - 1]?.says ?? topic.says;
		for (const character of CHARACTERS) expect(replyTo(text, character)).toContain(says[character]);
		// One character of four may say only “it”.
		const named = CHARACTERS.filter((character) => isAbout(replyTo(text, character), about));
		expect(named.length).toBeGreaterThanOrEqual(3);
	});

	it("replies with other words and sentences by each character", () => {
		const replies = new Map(CHARACTERS.map((character) => [character, replyTo(text, character)]));
		for (const [one, other] of PAIRS) {
			const [a, b] = [replies.get(one) ?? "", replies.get(other) ?? ""];
			const shared = sentencesOf(withoutCode(a)).filter(
				(sentence) => sentence.length > LABEL && sentencesOf(b).includes(sentence),
			);
			expect([one, other, shared, overlapOf(a, b) < MOST_OVERLAP]).toEqual([one, other, [], true]);
		}
	});
});
