/** An example from which a new protocol can start. */
export type Start = {
	readonly id: "two-minute" | "prism" | "prism-x";
	readonly name: string;
	readonly means: string;
};

export const STARTS: readonly Start[] = [
	{
		id: "two-minute",
		name: "The two-minute study",
		means: "Two arms beside each other, one rating, one ranking: the smallest study that compares something.",
	},
	{
		id: "prism",
		name: "PRISM",
		means: "The best of four replies goes on, six conversations of three types, with its survey.",
	},
	{
		id: "prism-x",
		name: "PRISM-X",
		means: "Four arms, a conversation with each in a balanced order, ratings after each, a ranking at the end.",
	},
];

/** Each example is a separate file. Opening it needs the resources in its how-to, such as model servers. */
export async function loadStart({ id }: Start): Promise<unknown> {
	switch (id) {
		case "two-minute":
			return (await import("../../../../../seeds/two-minute.json")).default;
		case "prism":
			return (await import("../../../../../seeds/prism.json")).default;
		case "prism-x":
			return (await import("../../../../../seeds/prism-x.json")).default;
	}
}
