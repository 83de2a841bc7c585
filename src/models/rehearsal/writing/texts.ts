import type { Subject } from "../reading/intent.ts";
import type { FollowUpKind } from "../talk/follow-ups.ts";
import { itemsOf } from "./layout.ts";
import { repeatsOf } from "./memory.ts";
import { lastReplyOf, type Speaker } from "./speaker.ts";

/** What the character says to follow-ups. */
export function textsOf({ character }: Speaker, { texts, topic: { mood } }: Subject) {
	const brief = texts.brief[character];
	return {
		why: texts.why[character],
		example: texts.example[character],
		brief,
		child: texts.child,
		cost: texts.cost?.[character],
		other: texts.other?.[character],
		advice: mood === "advice" || mood === "fun" ? brief : undefined,
	};
}

/** Fills the slots of the lines. Drops lines whose text is missing. */
export function filled(lines: readonly string[], texts: Readonly<Record<string, string | undefined>>): string[] {
	return lines.flatMap((line) => {
		const names = [...line.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
		if (names.some((name) => texts[name] === undefined)) return [];
		return [names.reduce((done, name) => done.replace(`{${name}}`, () => texts[name] ?? ""), line)];
	});
}

export function linesOf(ask: FollowUpKind, speaker: Speaker, subject: Subject): readonly string[] {
	const item = ask === "reference" ? itemAskedFor(speaker) : undefined;
	return freshLines(speaker.lines.followUps[ask][speaker.character], speaker, subject, item);
}

/** Lines with an unused text of the topic if there are any, otherwise those without slots. */
export function freshLines(
	lines: readonly string[],
	speaker: Speaker,
	subject: Subject,
	item?: string,
): readonly string[] {
	const told = filled(
		lines.filter((line) => line.includes("{")),
		{ ...textsOf(speaker, subject), item },
	);
	const fresh = told.filter((line) => repeatsOf(line, speaker.said) === 0);
	return fresh.length > 0 ? fresh : lines.filter((line) => !line.includes("{"));
}

const PLACES = [
	/\bfirst\b|(?:number|point|item) (?:one|1)\b/,
	/\bsecond\b|(?:number|point|item) (?:two|2)\b/,
	/\bthird\b|(?:number|point|item) (?:three|3)\b/,
	/\bfourth\b|(?:number|point|item) (?:four|4)\b/,
];

/** The list item that “the second one” refers to. Undefined if the previous reply has no such item. */
function itemAskedFor(speaker: Speaker): string | undefined {
	const items = itemsOf(lastReplyOf(speaker)).map(([name]) => name);
	const words = (speaker.thread.at(-1)?.text ?? "").toLowerCase();
	const place = PLACES.findIndex((pattern) => pattern.test(words));
	return words.includes("last") ? items.at(-1) : items[place];
}
