import { type Character, type Four, TRAITS } from "../characters.ts";
import type { OwnLines } from "../own-lines.ts";
import type { Opening, Subject } from "../reading/intent.ts";
import { OFFERS, type Offer } from "../talk/closings.ts";
import type { FollowUpKind } from "../talk/follow-ups.ts";
import { itemsOf, listOf, tableOf } from "./layout.ts";
import { repeatsOf } from "./memory.ts";
import { type Drafts, lastReplyOf, type Speaker } from "./speaker.ts";
import { linesOf, textsOf } from "./texts.ts";

/** First replies on a topic: the character's text, sometimes an example, and sometimes a question, an offer or a proviso. */
export function opening({ subject, says, isGreeted }: Opening, speaker: Speaker): Drafts {
	const { character } = speaker;
	const own = says[character];
	const isOpen = own.endsWith("?") || own.endsWith("```");
	const extras = isOpen ? [""] : extrasOf(subject, speaker);
	const ends = isOpen ? [""] : endsOf(subject, own, speaker);
	const hello = isGreeted ? HELLO[character] : "";
	const drafts = extras.flatMap((extra) => ends.map((end) => joined(character, hello + own, extra, end)));
	return [drafts, [own], linesOf("more", speaker, subject), speaker.lines.exhausted[character]];
}

const joined = (character: Character, ...parts: readonly string[]): string =>
	parts.filter(Boolean).join(TRAITS[character].join);

/** All but the terse character return a greeting. */
const HELLO: Four = { terse: "", cautious: "Hello. ", warm: "Hello! ", flattering: "Hello! " };

/** Jokes, poems and lists end a reply. */
function extrasOf(subject: Subject, speaker: Speaker): readonly string[] {
	const { character, chooser } = speaker;
	const { extraOnceIn } = TRAITS[character];
	if (subject.topic.mood === "fun" || extraOnceIn === 0 || !chooser.chance(extraOnceIn)) return [""];
	const { why, example } = textsOf(speaker, subject);
	// Participants often ask for the reason next, and the short reply would have used it up.
	return character === "warm" ? [why, example] : [example];
}

function endsOf(subject: Subject, own: string, speaker: Speaker): readonly string[] {
	const { character, chooser, lines } = speaker;
	if (character === "terse" || !chooser.chance(TRAITS[character].closingOnceIn)) return [""];
	if (character === "warm") return subject.texts.ask;
	return character === "cautious" ? lines.closings.cautious[subject.topic.mood] : praisesFor(subject, own, null, lines);
}

/** Praise, and an offer that suits the reply. After a joke or a poem no offer does. */
function praisesFor(
	{ topic: { mood }, texts }: Subject,
	reply: string,
	given: FollowUpKind | null,
	{ closings }: OwnLines,
): string[] {
	const offers: Offer[] = texts.table || itemsOf(reply).length > 1 ? ["table", "example", "why"] : ["example", "why"];
	const ends = mood === "fun" ? [""] : offers.filter((offer) => offer !== given).map((offer) => ` ${OFFERS[offer]}`);
	return closings.flattering[mood].flatMap((praise) => ends.map((end) => `${praise}${end}`));
}

/** Follow-ups after which a question or an offer would be unwelcome, or whose lines already end with a question. */
const NO_END: ReadonlySet<FollowUpKind> = new Set([
	"shorter",
	"disagree",
	"alternative",
	"opinion",
	"reference",
	"cost",
]);

/** Replies to a follow-up on the open topic. */
export function following(ask: FollowUpKind, subject: Subject, speaker: Speaker): Drafts {
	const { character, chooser } = speaker;
	const lines = linesOf(ask, speaker, subject);
	const rest = [linesOf("more", speaker, subject), speaker.lines.exhausted[character]];
	if (ask === "table" || ask === "list") {
		const pieces = { ...textsOf(speaker, subject), before: lastReplyOf(speaker), table: subject.texts.table };
		const body = (ask === "table" ? tableOf : listOf)(character, pieces);
		return [lines.map((line) => `${line}\n\n${body}`), [body], ...rest];
	}
	const fresh = followUpEnds(subject, speaker, ask).filter((end) => repeatsOf(end, speaker.said) === 0);
	const ends = NO_END.has(ask) || fresh.length === 0 || !chooser.chance(2) ? [""] : fresh;
	const drafts = lines.flatMap((line) => ends.map((end) => joined(character, line, /[?”]$/.test(line) ? "" : end)));
	return [[...new Set(drafts)], lines, ...rest];
}

function followUpEnds(subject: Subject, { character, lines }: Speaker, ask: FollowUpKind): readonly string[] {
	if (character === "warm") return lines.warmAsks;
	return character === "flattering" ? praisesFor(subject, "", ask, lines) : [""];
}
