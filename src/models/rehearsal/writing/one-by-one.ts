import type { Character } from "../characters.ts";
import type { Topic } from "../topic.ts";
import type { Speaker } from "./speaker.ts";

/** The next item of a topic that is given piece by piece: the first that no reply has contained yet. */
export function nextItem({ oneByOne, says }: Topic, { character, thread }: Speaker): string {
	const { items = [], end = says } = oneByOne ?? {};
	const given = thread.flatMap(({ role, text }) => (role === "assistant" ? [text.toLowerCase()] : []));
	const place = items.findIndex((item) => !given.some((text) => text.includes(item)));
	const item = items[place];
	if (item === undefined) return end[character];
	// The first reply contains number one.
	const line = numbered(character, { number: place + 2, item, of: items.length + 1 });
	return place === items.length - 1 ? `${line} ${end[character]}` : line;
}

type NumberedItem = { readonly number: number; readonly item: string; readonly of: number };

function numbered(character: Character, { number, item, of }: NumberedItem): string {
	switch (character) {
		case "terse":
			return `${number}. ${item.charAt(0).toUpperCase()}${item.slice(1)}.`;
		case "cautious":
			return `**${number} of ${of}:** ${item}.`;
		case "warm":
			return `Now comes number ${number}: **${item}**.`;
		case "flattering":
			return `And with a flourish, number ${number}: **${item}**.`;
	}
}
