import type { Design } from "../schema/schema.ts";

type Entry = { readonly id: string; readonly layout: string; readonly arms: number | "each" };

/** A study in which arms are met one at a time in several conversations of the protocol, its topics. */
export type TopicDesign = {
	/** Every topic with every arm, or every topic with one arm. */
	readonly kind: "within" | "across";
	/** Ids of the conversations that are topics, in the protocol's order; two at least. */
	readonly topics: readonly string[];
};

/**
 * What is balanced over topics, null where there is nothing to balance. `design.topics` has the last word; without it the
 * conversations say it by their `arms`: "each" is within, 1 is across.
 */
export function topicDesignOf({
	design,
	conversations,
}: {
	readonly design: Pick<Design, "kind" | "topics">;
	readonly conversations: readonly Entry[];
}): TopicDesign | null {
	if (design.kind === "parallel") return null;
	const singles = conversations.filter(({ layout }) => layout === "single");
	const whole = singles.filter(({ arms }) => arms === "each");
	if (design.topics === "across" || whole.length === 0) return designOver("across", singles);
	return designOver("within", whole);
}

const designOver = (kind: TopicDesign["kind"], entries: readonly Entry[]): TopicDesign | null =>
	entries.length < 2 ? null : { kind, topics: entries.map(({ id }) => id) };
