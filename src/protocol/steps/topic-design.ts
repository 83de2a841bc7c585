import type { Design } from "../schema/schema.ts";

type Entry = { readonly id: string; readonly layout: string; readonly arms: number | "each" };

/** A study in which arms are met one at a time in several conversations, its topics. */
export type TopicDesign = {
	/** Whether every topic has every arm, or one arm. */
	readonly kind: "within" | "across";
	/** Ids of the conversations that are topics, in the protocol's order. At least two. */
	readonly topics: readonly string[];
};

/**
 * What is balanced over topics. Null if there is nothing to balance. `design.topics` takes precedence; otherwise the
 * `arms` of conversations decide: "each" is within, 1 is across.
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
