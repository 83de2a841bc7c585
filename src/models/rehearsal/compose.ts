import type { ThreadMessage } from "../port.ts";
import { type Character, TONES, VOICES, type Voice } from "./characters.ts";
import { Chooser } from "./chooser.ts";
import { type Heard, hear, type Kind } from "./hearing.ts";
import { SUBSTANCE } from "./substance.ts";

/** Where one sentence is the answer, and a second would be the same again. */
const ONE_LINE = new Set<Kind>(["unclear", "foreign", "greeting", "thanks"]);
/** Where a list would be out of place. */
const NO_LIST = new Set<Kind>([
	"unclear",
	"foreign",
	"greeting",
	"thanks",
	"distress",
	"fraught",
	"feeling",
	"aboutYou",
]);

/**
 * A reply in Markdown to the last message of a thread. The same seed, character and thread give the same reply; another
 * seed gives, mostly, another. It says back the participant's own words, and never what writes it.
 */
export function composeReply(character: Character, thread: readonly ThreadMessage[], seed: number): string {
	const chooser = new Chooser(JSON.stringify([seed, character, thread.map(({ role, text }) => [role, text])]));
	const heard = hear(thread);
	const voice = VOICES[character];
	const tone = TONES[heard.kind];
	const opening = [chooser.one(voice.opening[tone]), ...rememberedBy(voice, heard, chooser)];
	const paragraphs = [opening, ...substanceOf(voice, heard, chooser), [chooser.one(voice.closing[tone])]];
	const texts = paragraphs.map((sentences) => sentences.filter(Boolean).join(" ")).filter(Boolean);
	return fill(texts.join(character === "terse" ? " " : "\n\n"), heard);
}

function rememberedBy(voice: Voice, { earlier, kind }: Heard, chooser: Chooser): string[] {
	const fits = earlier !== null && !ONE_LINE.has(kind) && kind !== "distress" && kind !== "fraught";
	return fits ? [chooser.one(voice.remembering)] : [];
}

/** What was named is taken up at least once; lines that would fit anything come after. */
function linesOf({ kind, topic }: Heard, count: number, chooser: Chooser): string[] {
	const lines = chooser.some(SUBSTANCE[kind], SUBSTANCE[kind].length);
	const naming = topic === "this" ? undefined : lines.find((line) => line.includes("{topic}"));
	return [...new Set([...(naming === undefined ? [] : [naming]), ...lines])].slice(0, count);
}

/** One or more paragraphs, each of its sentences; a list is a paragraph of one. */
function substanceOf(voice: Voice, heard: Heard, chooser: Chooser): string[][] {
	const [fewest, most] = voice.lines;
	const count = ONE_LINE.has(heard.kind) ? 1 : chooser.chance(2) ? fewest : most;
	const lines = linesOf(heard, count, chooser);
	const aside = heard.second !== null && chooser.chance(2) ? [chooser.one(voice.aside)] : [];
	if (voice.listOnceIn === 0 || NO_LIST.has(heard.kind) || !chooser.chance(voice.listOnceIn))
		return [[...lines, ...aside]];
	return [[chooser.one(voice.beforeList)], [lines.map((line) => `- ${line}`).join("\n")], aside];
}

const fill = (text: string, { topic, second, earlier }: Heard): string =>
	text
		.replaceAll("{topic}", () => topic)
		.replaceAll("{second}", () => second ?? "the rest")
		.replaceAll("{earlier}", () => earlier ?? "before");
