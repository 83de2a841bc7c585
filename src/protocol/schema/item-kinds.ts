import type { Item } from "./form.ts";

type Scale = Extract<Item, { kind: "vas" | "likert" }>;
type Numeric = Extract<Item, { kind: "vas" | "likert" | "number" }>;

/** Items that are answered between two ends. */
export const isScale = (item: Item): item is Scale => item.kind === "vas" || item.kind === "likert";

/** Scales that ask for an opinion. An attention check on a scale is no rating. */
export const isRating = (item: Item): item is Scale =>
	isScale(item) && (item.kind === "vas" || item.correct === undefined);

/** Items whose answers are numbers. */
export const isNumeric = (item: Item): item is Numeric => isScale(item) || item.kind === "number";
