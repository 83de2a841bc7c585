import { shuffle } from "../../randomisation/draw/generator.ts";
import type { MessageView } from "../../session/view/view-schema.ts";
import type { Draws } from "../policy/draws.ts";

/** A conversation that a person had, as a judge may see it. */
export type PastTalk = {
	readonly id: string;
	readonly entry: string;
	/** From 1, in the order in which the judge is shown them. */
	readonly position: number;
	readonly layout: "single" | "best-of" | "side-by-side";
	/** By the place at which the judge is shown a reply. Never shown to the judge. */
	readonly labels: readonly string[];
	/** The person's own slots, by the same places. */
	readonly slots: readonly string[];
	readonly messages: readonly MessageView[];
};

/** Where a judge is shown what a person saw: where that person saw it, or drawn anew, which separates the judge's position effects from the person's. */
export const POSITIONS = ["seen", "drawn"] as const;
export type Positions = (typeof POSITIONS)[number];

export const slotAt = (place: number): string => "abcdefghijklmnopqrstuvwxyz".charAt(place);

/** The same conversations in an order that is drawn, each with its replies at places that are drawn. */
export function drawnAnew(draws: Draws, talks: readonly PastTalk[]): PastTalk[] {
	return shuffle(draws("positions"), talks).map((talk, index) => ({
		...withPlaces(talk, shuffle(draws("places", talk.position), [...talk.slots.keys()])),
		position: index + 1,
	}));
}

/** `places`: for each new place, the one that the person saw. */
function withPlaces(talk: PastTalk, places: readonly number[]): PastTalk {
	const at = <T>(list: readonly T[]): T[] => places.flatMap((place) => list[place] ?? []);
	const slots = at(talk.slots);
	const renamed = ({ candidate, ...message }: MessageView): MessageView =>
		candidate === undefined ? message : { ...message, candidate: slotAt(slots.indexOf(candidate)) };
	return { ...talk, labels: at(talk.labels), slots, messages: byPlace(talk.messages.map(renamed)) };
}

/** The replies to one message, in the order of their places. */
function byPlace(messages: readonly MessageView[]): MessageView[] {
	const turns: MessageView[][] = [];
	for (const message of messages) {
		if (message.role === "participant") turns.push([message], []);
		else turns.at(-1)?.push(message);
	}
	const place = ({ candidate = "" }: MessageView) => candidate;
	return turns.flatMap((turn) => turn.toSorted((one, other) => place(one).localeCompare(place(other))));
}
